/// What the listener is to send: an answer, how, and what the journal notes of it.
struct HTTPReply: Sendable {
  var answer: HTTPAnswer
  var delivery = HTTPDelivery.whole
  /// Who asked, by name; `nil` without a valid token.
  var username: String?
  /// The faults that struck.
  var faults: [Int] = []
}
