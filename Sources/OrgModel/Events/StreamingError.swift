/// Why a streaming client does not get what it asks for: what the `error` field of a Bayeux reply says.
///
/// Source: Streaming API Developer Guide, "Streaming API Error Codes".
package struct StreamingError: Error, Hashable, Sendable {
  /// A code like HTTP's.
  package let code: Int
  /// Salesforce's sentence.
  package let message: String

  /// An error with this code and sentence.
  package init(_ code: Int, _ message: String) {
    self.code = code
    self.message = message
  }

  /// As it stands in the reply: code, arguments (Salesforce gives none) and sentence with colons between them.
  package var text: String { "\(code)::\(message)" }
}

extension StreamingError {
  static func noChannel(_ name: String) -> StreamingError {
    StreamingError(400, "The channel you requested to subscribe to does not exist {\(name)}")
  }

  static func noFilterFields(_ names: [String]) -> StreamingError {
    StreamingError(400, "Query fields {\(names.joined(separator: ","))} do not exist on the topic entity")
  }

  static let noStreaming = StreamingError(403, "User not enabled for streaming")

  static let hiddenEntity = StreamingError(403, "Subscriber does not have access to the entity in this topic")

  static let hiddenCondition = StreamingError(
    403, "Subscriber does not have access to all fields referenced in the where clause of the PushTopic")

  static let noChangeEvents = StreamingError(
    403, "User not allowed to subscribe CDC without View All Data permissions")
}
