import Foundation
import GRDB
import Reminders

/// Whom and what some tasks name: they are known from then on, without a request.
///
/// Many tasks name the same few, so each is written once a transaction.
struct NamedRecords {
  private var names: [String: (name: String, usedAt: Date?)] = [:]

  mutating func add(_ task: SalesforceTask) {
    for reference in [task.owner, task.person, task.relatedTo] {
      if let reference { add(reference, usedAt: task.modifiedAt) }
    }
    add(task.modifiedBy, usedAt: nil)
  }

  private mutating func add(_ reference: RecordReference, usedAt: Date?) {
    guard !reference.name.isEmpty else { return }
    let before = names[reference.id]?.usedAt
    names[reference.id] = (reference.name, [before, usedAt].compactMap(\.self).max())
  }

  func keep(at instant: Date, _ database: Database) throws {
    // In an order of their own, so that a store is the same whenever the same happens to it.
    for (id, entry) in names.sorted(by: { $0.key < $1.key }) {
      try RecordCache.note(
        RecordReference(id: id, name: entry.name), usedAt: entry.usedAt, at: instant, database)
    }
  }
}

extension ReminderFields {
  /// Whether somebody or something is named that was not, or by another name.
  func namesOthers(than other: ReminderFields) -> Bool {
    ReferenceField.allCases.contains { self[$0] != other[$0] }
  }
}
