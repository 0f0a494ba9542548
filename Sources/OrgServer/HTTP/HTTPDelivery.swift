/// How an answer goes over the connection: all of it at once, unless a fault says otherwise.
struct HTTPDelivery: Sendable, Equatable {
  /// Where the connection ends instead of after the answer.
  enum Loss: Sendable, Equatable {
    /// Before the first byte.
    case beforeAnswer
    /// When so much of the body was sent.
    case within(Portion)
  }

  var loss: Loss?
  /// How fast the body is sent, if it is to drip.
  var bytesPerSecond: Int?

  static let whole = HTTPDelivery()
}
