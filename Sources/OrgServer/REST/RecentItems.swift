import OrgModel

/// The records that each user dealt with last, the latest first.
///
/// Source: REST API Developer Guide, "Recently Viewed Items": 200 for a user. In Salesforce a record becomes recent when it
/// is seen in the user interface, or by its creation.
struct RecentItems: Sendable {
  private static let perUser = 200

  private var items: [RecordID: [RecordID]] = [:]

  mutating func note(_ record: RecordID, by user: RecordID) {
    var list = items[user] ?? []
    list.removeAll { $0 == record }
    list.insert(record, at: 0)
    items[user] = Array(list.prefix(Self.perUser))
  }

  func items(of user: RecordID) -> [RecordID] { items[user] ?? [] }
}
