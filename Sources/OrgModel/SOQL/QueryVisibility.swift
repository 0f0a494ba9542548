/// Which records `query` leaves to `queryAll`: deleted and archived ones.
///
/// Source: REST API Developer Guide, "QueryAll".
struct QueryVisibility {
  private let hidden: [Int]

  init(of definition: ObjectDefinition, includesDeleted: Bool) {
    hidden = includesDeleted ? [] : ["IsDeleted", "IsArchived"].compactMap(definition.position(of:))
  }

  func allows(_ record: Record) -> Bool {
    for slot in hidden {
      if case .flag(true) = record.slots[slot] { return false }
    }
    return true
  }
}
