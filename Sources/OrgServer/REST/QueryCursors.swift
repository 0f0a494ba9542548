import OrgModel

/// The queries whose further pages can be asked for. A user has ten; the oldest gives way.
struct QueryCursors: Sendable {
  private var open: [(locator: String, user: RecordID, result: QueryResult)] = []
  private var lastNumber = 0

  private static let perUser = 10

  mutating func open(_ result: QueryResult, for user: RecordID) -> String {
    lastNumber += 1
    let locator = RecordID(prefix: "01g", number: lastNumber).text
    open.append((locator, user, result))
    if open.count(where: { $0.user == user }) > Self.perUser, let oldest = open.firstIndex(where: { $0.user == user }) {
      open.remove(at: oldest)
    }
    return locator
  }

  /// Forgets all; a place in a forgotten query is never given again.
  mutating func expireAll() { open = [] }

  func result(_ locator: String, for user: RecordID) -> QueryResult? {
    open.first { $0.locator == locator && $0.user == user }?.result
  }
}
