/// What a list shows, read in one snapshot of the store.
package struct ListContents: Hashable, Sendable {
  /// What was asked for.
  package var query: ListQuery
  /// In their order, the empty ones too.
  package var groups: [ListGroup]
  package var counts: ReminderCounts
  /// All open conflicts.
  package var conflicts: [ReminderID: [ConflictEntry]]
  package var settings: SyncSettings
  /// The reminders that were asked for beside the list; without those that are in the trash or somebody else's by now.
  package var besides: [ReminderRow] = []
  /// The days that were asked for, in numbers.
  package var glance: Glance?

  package init(
    query: ListQuery = .agenda, groups: [ListGroup] = [], counts: ReminderCounts = ReminderCounts(),
    conflicts: [ReminderID: [ConflictEntry]] = [:], settings: SyncSettings = SyncSettings()
  ) {
    self.query = query
    self.groups = groups
    self.counts = counts
    self.conflicts = conflicts
    self.settings = settings
  }

  /// The rows of a group; none where the list has no such group.
  package subscript(_ kind: ListGroup.Kind) -> [ReminderRow] {
    get { groups.first { $0.kind == kind }?.rows ?? [] }
    set {
      let group = ListGroup(kind, rows: newValue)
      if let index = groups.firstIndex(where: { $0.kind == kind }) {
        groups[index] = group
      } else {
        groups.append(group)
      }
    }
  }

  /// All rows, in their order.
  package var rows: some Sequence<ReminderRow> { groups.lazy.flatMap(\.rows) }

  package var isEmpty: Bool { groups.allSatisfy(\.rows.isEmpty) }

  /// How many there are, read or not.
  package var total: Int { groups.reduce(0) { $0 + $1.total } }

  /// Whether there are more than were read.
  package var isCut: Bool { groups.contains(where: \.isCut) }

  /// How many fit to the filter.
  package var found: BoundedCount { groups.reduce(BoundedCount(0)) { $0 + $1.found } }

  /// How many there would be without the filter.
  package var all: BoundedCount { groups.reduce(BoundedCount(0)) { $0 + ($1.all ?? $1.found) } }
}

/// Rows of a list that belong together.
package struct ListGroup: Hashable, Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// The parts of the agenda.
    case overdue, today, tomorrow, completed
    /// All rows of any other list.
    case whole
  }

  package let kind: Kind
  package var rows: [ReminderRow]
  /// How many there are, read or not.
  package var found: BoundedCount
  /// How many there would be without the filter; `nil` where there is none.
  package var all: BoundedCount?

  package var total: Int { found.value }

  /// Whether there are more than were read.
  package var isCut: Bool { found.isLeast || total > rows.count }

  package init(_ kind: Kind, rows: [ReminderRow], total: Int? = nil) {
    self.init(kind, rows: rows, found: BoundedCount(total ?? rows.count))
  }

  package init(_ kind: Kind, rows: [ReminderRow], found: BoundedCount, all: BoundedCount? = nil) {
    self.kind = kind
    self.rows = rows
    self.found = found
    self.all = all
  }
}

/// How many there are, counted no further than it takes a moment.
package struct BoundedCount: Hashable, Sendable {
  package var value: Int
  /// There may be more.
  package var isLeast: Bool

  package init(_ value: Int, isLeast: Bool = false) {
    self.value = value
    self.isLeast = isLeast
  }

  package static func + (left: BoundedCount, right: BoundedCount) -> BoundedCount {
    BoundedCount(left.value + right.value, isLeast: left.isLeast || right.isLeast)
  }
}
