import OrgModel

/// The queries whose further pages can be asked for. A user has ten; the oldest gives way. They end after two days.
///
/// Source: Salesforce Help, "'INVALID_QUERY_LOCATOR' Salesforce Error"; SOAP API Developer Guide, "QueryLocator".
struct QueryCursors: Sendable {
  private struct Cursor {
    let locator: String
    let user: RecordID
    let result: QueryResult
    let opened: Timestamp
  }

  /// The oldest first.
  private var cursors: [Cursor] = []
  private var lastNumber = 0

  private static let perUser = 10
  private static let lifetime = 2 * 86_400

  /// Keeps a result; returns the locator to ask for it.
  mutating func open(_ result: QueryResult, for user: RecordID, at now: Timestamp) -> String {
    cursors.removeAll { $0.opened.adding(seconds: Self.lifetime) <= now }
    lastNumber += 1
    let locator = RecordID(prefix: "0r8", number: Self.firstNumber + lastNumber).text
    cursors.append(Cursor(locator: locator, user: user, result: result, opened: now))
    if cursors.count(where: { $0.user == user }) > Self.perUser,
      let oldest = cursors.firstIndex(where: { $0.user == user })
    {
      cursors.remove(at: oldest)
    }
    return locator
  }

  func result(_ locator: String, for user: RecordID, at now: Timestamp) -> QueryResult? {
    cursors.first {
      $0.locator == locator && $0.user == user && now < $0.opened.adding(seconds: Self.lifetime)
    }?
    .result
  }

  /// Ends all of them, as if their time were up.
  mutating func expireAll() {
    cursors = []
  }

  /// So that locators look like Salesforce's.
  private static let firstNumber = 62 * 62 * 62 * 62 * 62 * 62 * 62 * 62 * 13
}
