/// What follows the `?` in the name of a PushTopic's channel: of the record's fields, one must have the given value.
///
/// Source: Streaming API Developer Guide, "Filtered Subscriptions": `&` stands between conditions and means OR; Ids have 18
/// characters.
package struct TopicFilter: Hashable, Sendable {
  private struct Condition: Hashable {
    let field: String
    let value: String
  }

  private let conditions: [Condition]

  init(_ expression: some StringProtocol) {
    conditions = expression.split(separator: "&")
      .map { condition in
        let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count == 2 ? parts[1] : ""
        let isQuoted = value.count >= 2 && value.hasPrefix("'") && value.hasSuffix("'")
        return Condition(field: String(parts[0]), value: String(isQuoted ? value.dropFirst().dropLast() : value))
      }
  }

  var fieldNames: [String] { conditions.map(\.field) }

  func matches(_ record: Record) -> Bool {
    conditions.contains { (record[$0.field].written ?? "null") == $0.value }
  }
}
