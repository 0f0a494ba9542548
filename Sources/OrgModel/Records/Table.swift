/// The records of one object, found by Id, by external Id, by owner, by due day and by SystemModstamp without
/// looking at all of them.
struct Table: Sendable {
  let definition: ObjectDefinition
  /// In the order of creation, which is that of the Ids; `nil` where a record was purged.
  private(set) var rows: [Record?] = []
  /// All records by SystemModstamp.
  private(set) var stamps = StampIndex()
  /// The records that have an ActivityDate, by it.
  private(set) var dueDays = OrderedIndex<CalendarDay>()
  private var positions: [RecordID: Int] = [:]
  private var owned: [RecordID: StampIndex] = [:]
  private var keyed: [ExternalKey: Set<Int>] = [:]
  private let keySlots: [Int]
  private let ownerSlot: Int?
  private let stampSlot: Int?
  private let dueSlot: Int?

  /// A value of an external Id field, without its case.
  private struct ExternalKey: Hashable {
    let slot: Int
    let text: String

    init(slot: Int, text: String) {
      self.slot = slot
      self.text = text.lowercased()
    }
  }

  init(_ definition: ObjectDefinition) {
    self.definition = definition
    keySlots = definition.fields.indices.filter { definition.fields[$0].externalID != nil }
    ownerSlot = definition.position(of: "OwnerId")
    stampSlot = definition.position(of: "SystemModstamp")
    dueSlot = definition.position(of: "ActivityDate")
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

  /// The records with this text, in any case, in an external Id field, in the order of creation.
  func records(withExternalID text: String, at slot: Int) -> [Record] {
    records(at: (keyed[ExternalKey(slot: slot, text: text)] ?? []).sorted())
  }

  /// The records of an owner, by SystemModstamp.
  func stamps(ownedBy owner: RecordID) -> StampIndex { owned[owner] ?? StampIndex() }

  mutating func insert(_ record: Record) {
    positions[record.id] = rows.count
    index(record, at: rows.count)
    rows.append(record)
  }

  mutating func replace(_ record: Record) {
    guard let position = positions[record.id], let old = rows[position] else { return }
    unindex(old, at: position)
    index(record, at: position)
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
    if let day = dueDay(of: record) { dueDays.insert(position, at: day) }
    for key in externalKeys(of: record) { keyed[key, default: []].insert(position) }
  }

  private mutating func unindex(_ record: Record, at position: Int) {
    let stamp = stamp(of: record)
    stamps.remove(position, at: stamp)
    if let owner = owner(of: record) { owned[owner]?.remove(position, at: stamp) }
    if let day = dueDay(of: record) { dueDays.remove(position, at: day) }
    for key in externalKeys(of: record) {
      keyed[key]?.remove(position)
      if keyed[key]?.isEmpty ?? false { keyed[key] = nil }
    }
  }

  private func externalKeys(of record: Record) -> [ExternalKey] {
    keySlots.compactMap { slot in record.slots[slot].text.map { ExternalKey(slot: slot, text: $0) } }
  }

  private func owner(of record: Record) -> RecordID? { ownerSlot.flatMap { record.slots[$0].id } }

  private func dueDay(of record: Record) -> CalendarDay? { dueSlot.flatMap { record.slots[$0].day } }

  private func stamp(of record: Record) -> Timestamp {
    stampSlot.flatMap { record.slots[$0].time } ?? Timestamp(milliseconds: 0)
  }
}
