/// Which records of an object a run of a query shows: those that sharing lets its user see and that are neither deleted
/// nor archived, for such are left to `queryAll`.
///
/// That the user may read the object at all was seen to when the query was bound.
///
/// Source: REST API Developer Guide, "QueryAll".
struct Visibility {
  private let org: Org
  /// The flags that hide a record.
  private let flags: [Int]
  /// Who must see the owner's records, and where the owner stands; `nil` where sharing hides nothing.
  private let sharing: (user: RecordID, owner: Int)?
  /// The owners that were met, and whether their records are seen.
  private var owners: [RecordID: Bool] = [:]

  init(of definition: ObjectDefinition, in context: QueryContext, includesDeleted: Bool) {
    org = context.org
    flags = includesDeleted ? [] : ["IsDeleted", "IsArchived"].compactMap(definition.position(of:))
    sharing =
      if let user = context.user, let owner = definition.position(of: "OwnerId"), org.isPrivate(definition, for: user) {
        (user, owner)
      } else {
        nil
      }
  }

  mutating func allows(_ record: Record) -> Bool {
    for slot in flags {
      if case .flag(true) = record.slots[slot] { return false }
    }
    guard let sharing else { return true }
    guard let owner = record.slots[sharing.owner].id else { return false }
    if let isSeen = owners[owner] { return isSeen }
    let isSeen = org.sharesRecords(of: owner, with: sharing.user)
    owners[owner] = isSeen
    return isSeen
  }
}
