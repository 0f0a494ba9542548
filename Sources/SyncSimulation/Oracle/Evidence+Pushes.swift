import Foundation
import OrgModel
import ReminderStore
import Reminders

extension Evidence {
  /// 5: a push changes only fields that the user changed here, to the values that he gave them.
  func checkPushes() -> [Violation] {
    // A task that was deleted and came back is another reminder here.
    var reminders: [String: [ReminderID]] = [:]
    for (reminder, ids) in ledger.links { for id in ids { reminders[id, default: []].append(reminder) } }
    return log.filter { $0.isOurs && $0.kind == .updated }
      .flatMap { change -> [Violation] in
        guard let reminders = reminders[change.id] else { return [] }
        let edits = reminders.flatMap { ledger.edits[$0, default: []] }.filter { $0.at <= change.at }
        return change.changed.sorted()
          .filter { name in
            let fields = ReminderField.inField(name)
            guard !fields.isEmpty else { return false }
            let candidates = edits.filter { fields.contains($0.field) }
            if name == "Subject" { return candidates.isEmpty }
            if isOfLateUpsert(change, name) || isRestOfCreation(change, name) { return false }
            return !candidates.contains { holds(change.record, $0.field, as: $0.fields) }
          }
          .map {
            Violation(
              .noClobber,
              "a push set \($0) of \(change.id) to \(change.record[$0].words), which the user never did here")
          }
      }
  }

  /// Whether it gives a task that the sync made a value that the user could not fill in then: the field was left as the org
  /// fills it in, and nobody else has touched it since.
  private func isRestOfCreation(_ change: OrgChange, _ name: String) -> Bool {
    let earlier = changes[change.id, default: []].filter { $0.at < change.at }
    guard let creation = earlier.first(where: { $0.kind == .created && $0.isOurs }) else { return false }
    let value = creation.record[name]
    let isUnfilled = value.isNull || value.flag == false || value.text == configuration.mapping.normal
    return isUnfilled && !earlier.contains { !$0.isOurs && $0.changed.contains(name) }
  }

  /// Whether an upsert of which no answer came committed again, with what it had created, or what that undid there was
  /// brought back.
  private func isOfLateUpsert(_ change: OrgChange, _ name: String) -> Bool {
    changes[change.id, default: []]
      .contains { earlier in
        earlier.at < change.at && earlier.record[name] == change.record[name]
          && (earlier.isOurs ? earlier.kind == .created : configuration.createWay == .externalID)
      }
  }
}
