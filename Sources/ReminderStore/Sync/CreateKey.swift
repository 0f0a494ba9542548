/// How an org can tell that a create is the same one again (sync-rules.md §3).
package enum CreateKey: Sendable, Hashable, Codable {
  /// The value of the org's external Id field.
  case externalID(String)
  /// The `Idempotency-Key` of a request to the User Interface API.
  case idempotencyKey(String)

  package var externalID: String? {
    if case .externalID(let value) = self { value } else { nil }
  }
}
