import Foundation
import OrgModel
import ReminderStore
import Reminders

extension World {
  /// Looks at the store after the sync worked: whatever changed here since the last look was done by the user, or is what
  /// the org had in the meantime.
  func look() {
    noteFolded()
    guard let evidence = Evidence(self) else { return }
    checkCursors(evidence)
    for violation in evidence.checkChangesHere() + evidence.checkCreations(isAtEnd: false) { note(violation) }
    with { state in
      for old in state.ledger.expected.values where old.isDeleted && evidence.contents.entries[old.id] == nil {
        state.ledger.emptied.insert(old.id)
      }
      state.ledger.expected = evidence.contents.entries
      state.ledger.lastLook = evidence.now
      for entry in evidence.contents.entries.values {
        if let id = entry.salesforceID { state.ledger.links[entry.id, default: []].insert(id) }
      }
    }
  }
}

extension World {
  /// Notes the reminders that came from there and turned out to be one that was made here.
  private func noteFolded() {
    guard let entries = try? contents().entries else { return }
    let owners = Dictionary(
      entries.values.compactMap { entry in entry.salesforceID.map { ($0, entry.id) } },
      uniquingKeysWith: { first, _ in first })
    with { state in
      let gone = state.ledger.expected.values.filter { entries[$0.id] == nil }
      for twin in gone.sorted(by: { $0.id < $1.id }) {
        guard let id = twin.salesforceID.flatMap({ owners[$0] }) else { continue }
        state.ledger.fold(twin.id, into: id)
      }
    }
  }
}

extension Evidence {
  /// 2, 4 and 6, while it runs.
  func checkChangesHere() -> [Violation] {
    entries.flatMap { entry -> [Violation] in
      guard let expected = ledger.expected[entry.id] else { return checkArrival(entry) }
      var violations = ReminderField.allCases
        .filter { !entry.fields.agrees(with: expected.fields, on: $0) && !isFromThere(entry, expected, $0) }
        .map { field in
          Violation(
            field.isOnlyHere || !isMapped(entry, field) ? .oneWay : .noLostEdit,
            "\(field) of \(entry.id.short) became “\(entry.fields.text(of: field))” here, was "
              + "“\(expected.fields.text(of: field))”: neither did the user do it, nor was it so there")
        }
      if entry.isDeleted != expected.isDeleted {
        let id = expected.salesforceID ?? ""
        if entry.isDeleted, let record = records[id], !record.isDeleted, !isTakenForGone(record),
          // Undeleted since it was seen deleted.
          !changes[id, default: []].contains(where: { $0.kind == .undeleted && $0.at >= ledger.lastLook })
        {
          violations.append(Violation(.noLostEdit, "\(entry.id.short) went to the trash, though \(id) is there"))
        } else if !entry.isDeleted, !wasUndeletedThere(entry.id) {
          violations.append(Violation(.noResurrection, "\(entry.id.short) came out of the trash by itself"))
        }
      }
      return violations
    }
      + ledger.expected.values.filter { contents.entries[$0.id] == nil && !$0.isDeleted }
      .map { Violation(.noLostEdit, "\($0.id.short) is gone without a trace") }
  }

  /// Whether nothing may have told whether a task was deleted or is only out of this user's sight: where the log of
  /// deletions does not reach back to the last connection, what is not found is gone here (sync-rules.md §2).
  private func isTakenForGone(_ record: Record) -> Bool {
    !isVisible(record)
      && (now.timeIntervalSince(World.start) > 15 * 86_400
        || log.contains { $0.kind == .purged })
  }

  /// A reminder that came from there has the Subject as its name.
  private func checkArrival(_ entry: StoreContents.Entry) -> [Violation] {
    // One that was deleted there before anybody looked is linked to nothing.
    guard entry.salesforceID != nil || !entry.isDeleted else { return [] }
    let subjects = recentVersions(entry).map { $0["Subject"].text ?? "" }
    guard !subjects.contains(entry.fields.name) else { return [] }
    return [Violation(.oneWay, "\(entry.id.short) came with the name “\(entry.fields.name)”, which no Subject was")]
  }

  private func isFromThere(
    _ entry: StoreContents.Entry, _ expected: StoreContents.Entry, _ field: ReminderField
  ) -> Bool {
    guard !field.isOnlyHere else { return false }
    return recentVersions(entry, expected).contains { holds($0, field, as: entry.fields) }
  }

  private func isMapped(_ entry: StoreContents.Entry, _ field: ReminderField) -> Bool {
    recentVersions(entry).contains { holds($0, field, as: fields(of: $0, agreedBefore: entry.fields)) }
  }

  /// What the tasks of a reminder were there since the last look.
  private func recentVersions(_ entries: StoreContents.Entry...) -> [Record] {
    Set(entries.flatMap(ids)).flatMap { versions(of: $0) }.filter { $0.until >= ledger.lastLook }.map(\.record)
  }
}
