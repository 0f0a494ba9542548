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
  package var isCut: Bool { groups.contains { $0.total > $0.rows.count } }
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
  package var total: Int

  package init(_ kind: Kind, rows: [ReminderRow], total: Int? = nil) {
    self.kind = kind
    self.rows = rows
    self.total = total ?? rows.count
  }
}
