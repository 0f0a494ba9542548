import Foundation
import OrgModel
import ReminderStore
import Reminders

extension Evidence {
  /// 3, 4 and 7: the sync creates a task there only as often as the user brought it to life here.
  ///
  /// - Parameter isAtEnd: only then must be gone again what a request made that was given up before the user deleted it.
  func checkCreations(isAtEnd: Bool) -> [Violation] {
    let ours = log.filter { $0.kind == .created && $0.isOurs }
    let bySerial = Dictionary(grouping: ours) { Serial($0.record) }
    return bySerial.compactMap { excess(of: $0, $1, isAtEnd: isAtEnd) }.sorted { $0.sentence < $1.sentence }
  }

  private func excess(of serial: Serial?, _ creations: [OrgChange], isAtEnd: Bool) -> Violation? {
    guard let serial else { return nil }
    let allowed = ledger.licences[serial] ?? 0
    guard creations.count > allowed else { return nil }
    let name = "#\(serial.number)"
    if allowed == 0 { return Violation(.firstSyncPushesNothing, "\(name) was sent, though it is only here") }
    // Looked for by its values, a task that others changed before it was found may not be known again, nor one that was
    // made for somebody else and that this user does not see: what is left of the search (sync-rules.md §3 models it as
    // 0.2 %).
    if creations.dropLast().contains(where: { isChangedByOthers($0) || isHiddenFromSearch($0) }) { return nil }
    // What an upsert makes that commits late, after the task was deleted, is known by its key: unless the reminder was
    // restored and is another task by then, or the task is or becomes somebody else's before it was seen, and so is not
    // asked for.
    if configuration.createWay == .externalID, allowed > 1 || creations.contains(where: isSomebodyElses) { return nil }
    let live = creations.filter { records[$0.id]?.isDeleted == false }
    let returned = live.filter { creation in changes[creation.id, default: []].contains { $0.kind == .undeleted } }
    if live.count - returned.count > 1, live.count > allowed {
      return Violation(
        .noDuplicates, "\(name) is there \(live.count) times, and was brought to life \(allowed) times")
    }
    guard isAtEnd, let last = creations.last, records[last.id]?.isDeleted == false else { return nil }
    // What Salesforce refuses to delete is listed as refused.
    if contents.entries.values.contains(where: { $0.isRefused && Serial($0.fields) == serial }) { return nil }
    return Violation(
      .noResurrection, "\(name) was created \(creations.count) times, and brought to life \(allowed) times")
  }

  private func isChangedByOthers(_ creation: OrgChange) -> Bool {
    guard creation.record["Command_Center_Id__c"].isNull else { return false }
    return changes[creation.id, default: []].contains { $0.kind == .updated && !$0.isOurs }
  }

  private func isSomebodyElses(_ creation: OrgChange) -> Bool {
    [creation.record, records[creation.id]].contains { $0.map { $0["OwnerId"].id?.text != user } ?? false }
  }

  private func isHiddenFromSearch(_ creation: OrgChange) -> Bool {
    // An external Id keeps a second one out, unless the first was deleted.
    guard configuration.createWay != .externalID || records[creation.id]?.isDeleted != false else { return false }
    return !isVisible(creation.record)
  }

  /// 4: what the user deleted comes back only by his restore.
  func checkDeletions() -> [Violation] {
    ledger.deletions.keys.sorted()
      .filter { id in
        guard let entry = contents.entries[id], !entry.isDeleted else { return false }
        return !wasUndeletedThere(id)
      }
      .map { Violation(.noResurrection, "\($0.short) was deleted here and is back, though nobody restored it") }
  }

  func wasUndeletedThere(_ id: ReminderID) -> Bool {
    ledger.links[id, default: []].contains { changes[$0, default: []].contains { $0.kind == .undeleted } }
  }
}
