import Foundation
import OrgModel
import ReminderStore
import Reminders

extension World {
  /// What the user does at a terminal.
  func userActs(_ kind: Event.Kind, _ random: inout SplitMix64) {
    guard let contents = try? contents() else { return }
    let entries = contents.entries.values.sorted { $0.id < $1.id }
    let live = entries.filter { !$0.isDeleted }
    // A user often stays with the task that he has just touched.
    let last = with { $0.ledger.lastTouched }
    func one(_ entries: [StoreContents.Entry]) -> StoreContents.Entry? {
      let same = Bool.random(using: &random) ? entries.first { $0.id == last } : nil
      return same ?? entries.randomElement(using: &random)
    }
    func some(_ entries: [StoreContents.Entry]) -> [ReminderID] {
      guard let one = one(entries) else { return [] }
      guard Int.random(in: 0..<5, using: &random) == 0 else { return [one.id] }
      return entries.filter { $0.id == one.id || Bool.random(using: &random) }.map(\.id)
    }
    switch kind {
    case .create: act(.create(ReminderDraft(fields: newFields(&random))))
    case .createTwins:
      let draft = ReminderDraft(fields: newFields(&random))
      for _ in 1...2 { act(.create(draft)) }
    case .edit:
      guard let entry = one(live) else { return }
      var changed: Set<ReminderField> = []
      var fields = entry.fields
      for _ in 1...Int.random(in: 1...2, using: &random) {
        let field = ReminderField.allCases.randomElement(using: &random) ?? .due
        change(field, of: &fields, &random)
        changed.insert(field)
      }
      act(.edit(entry.id, fields, changed))
    case .complete: act(.setCompleted(some(live), Int.random(in: 0..<3, using: &random) > 0))
    case .delete: act(.delete(some(live)))
    case .restore: act(.restore(some(entries.filter(\.isDeleted))))
    case .undo: act(.undo)
    case .redo: act(.redo)
    case .resolveConflict:
      let ids = contents.conflicts.keys.filter { contents.entries[$0]?.isDeleted == false }.sorted()
      guard let id = ids.randomElement(using: &random) else { return }
      let fields = contents.conflicts[id, default: []]
        .compactMap { entry -> ReminderField? in
          guard case .field(let field) = entry.subject else { return nil }
          return field
        }
      act(
        .resolveConflict(
          id, keeping: Bool.random(using: &random) ? .here : .there,
          Bool.random(using: &random) ? nil : fields.randomElement(using: &random)))
    case .dismissConflicts:
      guard let id = contents.conflicts.keys.sorted().randomElement(using: &random) else { return }
      act(.dismissConflicts([id]))
    case .send: act(.send(some(live.filter(\.isLocalOnly))))
    case .retry: act(.retry(some(live.filter(\.isRefused))))
    case .giveUp: act(.giveUp(some(live.filter(\.isRefused))))
    case .answerVanishing: act(.answerVanishing(Bool.random(using: &random) ? .delete : .keep))
    default:
      let isOn = (try? store.syncSettings().isOn) ?? false
      guard takeStoreFault() == nil else { return }
      trace("the user turns sync \(isOn ? "off" : "on")")
      try? store.set(.sync, to: isOn ? "off" : "on")
    }
  }

  /// Does something at a terminal and notes what the terminal then shows as done.
  func act(_ action: UserAction) {
    if let error = takeStoreFault() {
      trace("the user is told: \(error)")
      return
    }
    do {
      let (before, isSyncOn) = (try contents(), try store.syncSettings().isOn)
      let report = try variant.perform(store, action, localNow)
      let after = try contents()
      let now = now
      let words = with { $0.ledger.noteAction(before, after, isSyncOn: isSyncOn, at: now) }
      guard let report else { return }
      trace("the user: \(report.summary)\(words.isEmpty ? "" : ": " + words.joined(separator: ", "))")
      if !after.shows(action, report) {
        note(Violation(.durability, "“\(report.summary)” was shown as done and is not in the store"))
      }
    } catch {
      trace("the user is told: \(error)")
    }
  }

  /// The fields of a new reminder; its serial number is in its name and its details.
  func newFields(_ random: inout SplitMix64) -> ReminderFields {
    let serial = nextSerial()
    var fields = ReminderFields(name: "#\(serial) Call", due: today, details: "#\(serial) Notes")
    for field in ReminderField.allCases where Int.random(in: 0..<4, using: &random) == 0 && field != .status {
      change(field, of: &fields, &random)
    }
    return fields
  }

  /// Gives a field another value.
  private func change(_ field: ReminderField, of fields: inout ReminderFields, _ random: inout SplitMix64) {
    let serial = Serial(fields).map { "#\($0.number) " } ?? ""
    let number = Int.random(in: 0..<1_000, using: &random)
    switch field {
    case .name: fields.name = "\(serial)Name \(number)"
    case .status: fields.isCompleted.toggle()
    case .priority: fields.priority = fields.priority == .high ? .normal : .high
    case .due: fields.due = number % 6 == 0 ? nil : today.adding(days: number % 40 - 12)
    case .details:
      // The serial number is all that tells the task there from others where the Subject has no name.
      let isKnownByName = configuration.template.contains("activity_subject")
      fields.details = isKnownByName && number % 5 == 0 ? "" : "\(serial)Details \(number)"
    case .assignee: fields.assignee = reference(number % 2 == 0 ? org.user : org.colleague)
    case .person: fields.person = number % 4 == 0 ? nil : people(&random)
    case .relatedTo: fields.relatedTo = number % 3 == 0 ? nil : companies(&random)
    case .reminder:
      fields.remindAt =
        number % 3 == 0
        ? nil : Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 60).rounded() * 60 + Double(number) * 600)
    case .kind: fields.kind = Reminder.Kind.allCases.randomElement(using: &random) ?? .call
    case .callOutcome: fields.callOutcome = number % 3 == 0 ? "" : "Outcome \(number)"
    case .callReason: fields.callReason = number % 3 == 0 ? "" : "Reason \(number)"
    }
  }

  private func reference(_ id: RecordID) -> RecordReference {
    RecordReference(id: id.text, name: org.change { model, _ in model.find(id)?["Name"].text ?? "" })
  }

  private func people(_ random: inout SplitMix64) -> RecordReference? {
    let ids = org.change { model, _ in (model.all("Contact").prefix(4) + model.all("Lead").prefix(1)).map(\.id) }
    return ids.randomElement(using: &random).map(reference)
  }

  private func companies(_ random: inout SplitMix64) -> RecordReference? {
    let ids = org.change { model, _ in (model.all("Account").prefix(3) + model.all("Opportunity").prefix(2)).map(\.id) }
    return ids.randomElement(using: &random).map(reference)
  }
}
