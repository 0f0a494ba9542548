/// What one cycle did; the fields are those of `sync --format json`.
package struct SyncReport: Hashable, Sendable, Codable {
  package var pulled = 0
  package var pushed = 0
  package var deleted = 0
  package var conflicts = 0
  package var refused = 0
  package var requests = 0

  package init() {}
}
