/// The records of one object, found by Id, by owner and by SystemModstamp without looking at all of them.
struct Table: Sendable {
  let definition: ObjectDefinition
  /// In the order of creation; `nil` where a record was purged.
  private(set) var rows: [Record?] = []
  /// All records by SystemModstamp.
  private(set) var stamps = StampIndex()
  /// Whether the order of creation is that of the Ids, as it is unless records came from elsewhere.
  private(set) var isInOrderOfIDs = true
  private var lastID: RecordID?
  private var positions: [RecordID: Int] = [:]
  private var owned: [RecordID: StampIndex] = [:]
  private let ownerSlot: Int?
  private let stampSlot: Int?

  init(_ definition: ObjectDefinition) {
    self.definition = definition
    ownerSlot = definition.position(of: "OwnerId")
    stampSlot = definition.position(of: "SystemModstamp")
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

  /// The records of an owner, by SystemModstamp.
  func stamps(ownedBy owner: RecordID) -> StampIndex { owned[owner] ?? StampIndex() }

  /// The records of some owners, in the order of creation.
  func positions(ownedBy owners: some Sequence<RecordID>) -> [Int] {
    Set(owners).flatMap { stamps(ownedBy: $0).positions }.sorted()
  }

  mutating func insert(_ record: Record) {
    if let lastID, record.id < lastID { isInOrderOfIDs = false }
    lastID = record.id
    positions[record.id] = rows.count
    index(record, at: rows.count)
    rows.append(record)
  }

  mutating func replace(_ record: Record) {
    guard let position = positions[record.id], let old = rows[position] else { return }
    if owner(of: old) != owner(of: record) || stamp(of: old) != stamp(of: record) {
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
    let stamp = stamp(of: record)
    stamps.insert(position, at: stamp)
    if let owner = owner(of: record) { owned[owner, default: StampIndex()].insert(position, at: stamp) }
  }

  private mutating func unindex(_ record: Record, at position: Int) {
    let stamp = stamp(of: record)
    stamps.remove(position, at: stamp)
    if let owner = owner(of: record) { owned[owner]?.remove(position, at: stamp) }
  }

  private func owner(of record: Record) -> RecordID? { ownerSlot.flatMap { record.slots[$0].id } }

  private func stamp(of record: Record) -> Timestamp {
    stampSlot.flatMap { record.slots[$0].time } ?? Timestamp(milliseconds: 0)
  }
}
