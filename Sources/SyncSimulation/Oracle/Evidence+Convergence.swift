import Foundation
import OrgModel
import ReminderStore
import Reminders

extension Evidence {
  /// 1: every linked task agrees with its record in all mapped fields, and nothing is left to push but what Salesforce
  /// refused.
  func checkConvergence() -> [Violation] {
    entries.flatMap(unsettled) + missing()
      + contents.inFlight.filter { contents.entries[$0]?.isRefused != true }
      .map { Violation(.convergence, "a create of \($0.short) is still in flight") }
  }

  private func unsettled(_ entry: StoreContents.Entry) -> [Violation] {
    func violation(_ sentence: String) -> [Violation] {
      [Violation(.convergence, "\(entry.id.short) “\(entry.fields.name)” \(sentence)")]
    }
    // At the end the user may do everything.
    if let code = entry.refusalCode, MissingRight(rawValue: code) != nil {
      return violation("is kept here (\(code)), though the user may send it")
    }
    if entry.isRefused || entry.isOutOfSight { return [] }
    guard let id = entry.salesforceID else {
      if entry.hasIntent { return violation("is still to be created there") }
      return entry.isAlive ? violation("is neither there nor on its way") : []
    }
    if entry.isDeleted { return violation("was deleted here and is still linked to \(id)") }
    // A completed task of somebody else is not looked after any more (sync-rules.md §2.7).
    let isMine = records[id]?["OwnerId"].text == user
    if !isMine, entry.fields.isCompleted, records[id].map({ !$0.isDeleted || !isVisible($0) }) ?? false { return [] }
    guard let record = records[id], !record.isDeleted else {
      return violation("is linked to \(id), which is gone there")
    }
    guard isVisible(record) else { return violation("is in the lists, but the user cannot see \(id) any more") }
    let there = fields(of: record, agreedBefore: entry.fields)
    let different = ReminderField.allCases.filter { !there.agrees(with: entry.fields, on: $0) }
    if let field = different.first {
      return violation(
        "has \(field) “\(entry.fields.text(of: field))” here and “\(there.text(of: field))” there"
          + (field == .assignee || field == .person || field == .relatedTo
            ? " (\(record[field.fieldsThere.first ?? ""].text ?? "none"))" : ""))
    }
    return entry.hasIntent ? violation("still has something to push") : []
  }

  /// The user's tasks there that were created or changed since a day before the import, and are not here.
  private func missing() -> [Violation] {
    guard let firstQuery else { return [] }
    let known = Set(entries.compactMap(\.salesforceID))
    return records.values
      .filter { record in
        !record.isDeleted && record["OwnerId"].text == user && !known.contains(record.id.text)
          && record.systemModstamp.date > firstQuery.addingTimeInterval(-82_800)
      }
      .sorted { $0.id.text < $1.id.text }
      .map { Violation(.convergence, "the task “\($0["Subject"].text ?? "")” \($0.id.text) is not here") }
  }
}
