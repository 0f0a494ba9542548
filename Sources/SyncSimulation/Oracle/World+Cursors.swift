import Foundation
import OrgModel
import ReminderStore

extension World {
  /// 9: a cursor never moves back, and never past a change that is not stored.
  func checkCursors(_ evidence: Evidence) {
    guard let state = try? store.syncState() else { return }
    for (name, old, new) in [
      ("pull", evidence.ledger.pullCursor, state.pullCursor),
      ("import", evidence.ledger.importCursor, state.importCursor),
    ] {
      guard let old, new.map({ $0 < old }) ?? true else { continue }
      note(Violation(.cursor, "the \(name) cursor moved back from \(old.words) to \(new?.words ?? "nothing")"))
    }
    if let cursor = state.pullCursor, cursor != evidence.ledger.pullCursor {
      for record in evidence.passedBy(cursor) {
        note(Violation(.cursor, "the cursor is at \(cursor.words), and \(record.id.text) of before is not stored"))
      }
    }
    with { ledger in
      ledger.ledger.pullCursor = state.pullCursor
      ledger.ledger.importCursor = state.importCursor
    }
  }
}

extension Evidence {
  /// The tasks of the user whose last change lies before the cursor, even less the overlap, and is not known here.
  fileprivate func passedBy(_ cursor: SyncCursor) -> [Record] {
    guard let firstQuery else { return [] }
    let limit = cursor.stamp.addingTimeInterval(-600)
    let known = Dictionary(
      entries.compactMap { entry in entry.salesforceID.map { ($0, entry) } }, uniquingKeysWith: { first, _ in first })
    return records.values
      .filter { record in
        let stamp = record.systemModstamp.date
        guard record["OwnerId"].text == user, stamp < limit, stamp > firstQuery else { return false }
        // It is known, and kept until the user has answered.
        if contents.vanishing.contains(record.id.text) { return false }
        guard let entry = known[record.id.text] else { return !record.isDeleted }
        return record.isDeleted ? !entry.isDeleted : entry.stamp.map { $0 < stamp } ?? true
      }
      .sorted { $0.id.text < $1.id.text }
  }
}

extension SyncCursor {
  fileprivate var words: String { "\(Timestamp(stamp)) \(id)" }
}
