package import Foundation

/// One line of the feed of changes: what somebody did to a task, here or in Salesforce, and when.
package struct ReminderChange: Identifiable, Hashable, Sendable {
  /// Rises with every change that becomes known here.
  package let id: Int64
  /// When it was made, by the clock here.
  package let at: Date
  /// `nil` for a task that is gone for good, and for what is about many.
  package let reminder: ReminderID?
  /// Where the task stands now; `nil` where it is in no list.
  package let standing: Standing?
  /// The name of the task as the change left it.
  package let name: String
  package let side: Merge.Side
  /// `nil` for the user himself.
  package let author: String?
  package let kind: Kind
  /// What became of which field, where it is `changed`.
  package let fields: [FieldChange]
  /// How many tasks it is about, where many changes are told as one.
  package let count: Int

  package enum Kind: String, Sendable, CaseIterable {
    case created, changed, deleted, restored
    /// It was there before, and has become the user's.
    case appeared
    /// The first import; the name says how many tasks came.
    case imported
  }

  /// Where a task is found.
  package enum Standing: Hashable, Sendable {
    case open(due: Day?)
    case completed, delegated, trash

    /// The view with it that has the fewest others.
    package func view(on today: Day) -> ReminderView {
      switch self {
      case .trash: .trash
      case .delegated: .delegated
      case .completed: .completed
      case .open(nil): .open
      case .open(let due?): due < today ? .overdue : due <= today.adding(days: 1) ? .agenda : .upcoming
      }
    }
  }

  package init(
    id: Int64, at: Date, reminder: ReminderID?, standing: Standing?, name: String, side: Merge.Side, author: String?,
    kind: Kind, fields: [FieldChange] = [], count: Int = 1
  ) {
    self.id = id
    self.at = at
    self.reminder = reminder
    self.standing = standing
    self.name = name
    self.side = side
    self.author = author
    self.kind = kind
    self.fields = fields
    self.count = count
  }
}

/// What became of a field.
///
/// Values are texts: days and instants as ISO 8601, the rest in words; `nil` where there is none, and for details, of
/// which only the change is told. Of a change there the name is the Subject, and status and priority are the words of the
/// org where they do not sync.
package struct FieldChange: Hashable, Sendable, Codable {
  package let field: ReminderField
  package let old: String?
  package let new: String?

  package init(_ field: ReminderField, old: String?, new: String?) {
    self.field = field
    self.old = old.map { String($0.prefix(FieldChange.longest)) }
    self.new = new.map { String($0.prefix(FieldChange.longest)) }
  }

  package init(_ field: ReminderField, from old: ReminderFields, to new: ReminderFields) {
    self.init(field, old: old.feedText(of: field), new: new.feedText(of: field))
  }

  /// What fits on a screen.
  private static let longest = 255
}

extension ReminderFields {
  fileprivate func feedText(of field: ReminderField) -> String? {
    switch field {
    case .details: nil
    case .due: due?.iso
    case .reminder: remindAt.map { $0.formatted(.iso8601) }
    case .assignee: assignee?.name
    case .person: person?.name
    case .relatedTo: relatedTo?.name
    default: text(of: field)
    }
  }
}

/// The changes that are kept, the latest first, and how far the user has looked at them.
package struct ChangeFeed: Hashable, Sendable {
  package var changes: [ReminderChange]
  /// The last one that he has seen.
  package var seen: Int64

  package init(changes: [ReminderChange] = [], seen: Int64 = 0) {
    self.changes = changes
    self.seen = seen
  }
}
