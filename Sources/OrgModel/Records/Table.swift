/// The records of one object, found by Id and by owner without looking at all of them.
struct Table: Sendable {
  let definition: ObjectDefinition
  /// In the order of creation; `nil` where a record was purged.
  private(set) var rows: [Record?] = []
  private var positions: [RecordID: Int] = [:]
  private var owned: [RecordID: Set<Int>] = [:]
  private let ownerSlot: Int?

  init(_ definition: ObjectDefinition) {
    self.definition = definition
    ownerSlot = definition.position(of: "OwnerId")
  }

  subscript(id: RecordID) -> Record? {
    positions[id].flatMap { rows[$0] }
  }

  /// The record at each position that holds one.
  func records(at positions: some Sequence<Int>) -> [Record] {
    positions.compactMap { rows[$0] }
  }

  func positions(of ids: some Sequence<RecordID>) -> [Int] {
    Set(ids.compactMap { positions[$0] }).sorted()
  }

  func count(ownedBy owners: some Sequence<RecordID>) -> Int {
    owners.reduce(0) { $0 + (owned[$1]?.count ?? 0) }
  }

  func positions(ownedBy owners: some Sequence<RecordID>) -> [Int] {
    owners.reduce(into: Set<Int>()) { $0.formUnion(owned[$1] ?? []) }.sorted()
  }

  mutating func insert(_ record: Record) {
    positions[record.id] = rows.count
    index(record, at: rows.count)
    rows.append(record)
  }

  mutating func replace(_ record: Record) {
    guard let position = positions[record.id], let old = rows[position] else { return }
    if let ownerSlot, old.slots[ownerSlot] != record.slots[ownerSlot] {
      unindex(old, at: position)
      index(record, at: position)
    }
    rows[position] = record
  }

  mutating func remove(_ id: RecordID) {
    guard let position = positions.removeValue(forKey: id), let old = rows[position] else { return }
    unindex(old, at: position)
    rows[position] = nil
  }

  private mutating func index(_ record: Record, at position: Int) {
    guard let ownerSlot, let owner = record.slots[ownerSlot].id else { return }
    owned[owner, default: []].insert(position)
  }

  private mutating func unindex(_ record: Record, at position: Int) {
    guard let ownerSlot, let owner = record.slots[ownerSlot].id else { return }
    owned[owner]?.remove(position)
  }
}
