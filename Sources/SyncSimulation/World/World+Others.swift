import Foundation
import OrgModel
import Reminders

extension World {
  /// What a colleague does in the org, or the same user in a browser.
  func somebodyActsThere(_ kind: Event.Kind, _ random: inout SplitMix64) {
    let other = configuration.isSharingPrivate ? org.manager : org.colleague
    let actor = Int.random(in: 0..<3, using: &random) == 0 ? org.user : other
    let tasks = org.change { model, _ in model.all("Task") }
    let live = tasks.filter { !$0.isDeleted }
    if kind == .createThere { return createThere(by: actor, at: now, &random) }
    let candidates = kind == .undeleteThere || kind == .purgeThere ? tasks.filter(\.isDeleted) : live
    // Others, too, often touch what somebody has just touched.
    let last = candidates.max { $0.systemModstamp < $1.systemModstamp }
    guard let task = Bool.random(using: &random) ? last : candidates.randomElement(using: &random) else { return }
    let serial = Serial(task).map { "#\($0.number) " } ?? ""
    let number = Int.random(in: 0..<1_000, using: &random)
    let mapping = configuration.mapping
    switch kind {
    case .editThere:
      let day = CalendarDay(number: today.number + number % 40 - 12)
      let edits: [Fields] = [
        ["ActivityDate": number % 6 == 0 ? .null : .day(day)], ["Description": .text("\(serial)There \(number)")],
        ["Priority": .text(number % 2 == 0 ? mapping.high : mapping.normal)],
        ["IsReminderSet": .flag(true), "ReminderDateTime": .time(Timestamp(now).adding(seconds: number * 600))],
        ["IsReminderSet": .flag(false)], ["WhoId": .null], ["WhatId": .null],
        ["WhoId": org.change { model, _ in .id(model.all("Contact")[number % 4].id) }],
        ["Status": .text(mapping.open)],
      ]
      update(task, edits[number % edits.count], by: actor)
    case .unmappedThere:
      let edits: [Fields] = [
        ["Status": .text("In Progress")], ["Status": .text("Cancelled")], ["Priority": .text("Low")],
        ["Status": .text("In Progress"), "Priority": .text("Low")],
      ]
      update(task, edits[number % edits.count], by: actor)
    case .renameThere: update(task, ["Subject": .text("\(serial)Renamed \(number)")], by: actor)
    case .completeThere: update(task, ["Status": .text(mapping.completed)], by: actor)
    case .reassignThere:
      let isMine = task["OwnerId"].id == org.user
      update(task, ["OwnerId": .id(isMine ? org.colleague : org.user)], by: actor)
    case .deleteThere: delete(task, by: actor)
    case .deleteManyThere:
      for task in live where number % 3 == 0 || Bool.random(using: &random) { delete(task, by: actor) }
    case .undeleteThere:
      trace("there: \(name(actor)) undeletes \(describe(task))")
      try? org.change { model, now in try model.undelete(task.id.text, by: actor, at: now) }
    default:
      trace("there: \(describe(task)) leaves the recycle bin")
      org.purge(task.id)
    }
  }

  /// A task that somebody made for the user.
  func createThere(by actor: RecordID, at instant: Date, _ random: inout SplitMix64) {
    let serial = nextSerial()
    let number = Int.random(in: 0..<1_000, using: &random)
    let mapping = configuration.mapping
    var fields: Fields = [
      "Subject": .text("#\(serial) Made there"), "Description": .text("#\(serial) Notes there"),
      "OwnerId": .id(org.user),
      "TaskSubtype": .text(["Task", "Email", "Call", "LinkedIn"][number % 4]),
      "Status": .text([mapping.open, mapping.open, mapping.completed, "In Progress"][number / 4 % 4]),
      "Priority": .text([mapping.normal, mapping.high, "Low"][number / 16 % 3]),
    ]
    if number % 5 > 0 { fields["ActivityDate"] = .day(CalendarDay(number: today.number + number % 30 - 12)) }
    trace("there: \(name(actor)) creates #\(serial)")
    _ = try? org.change { model, _ in try model.create("Task", fields, by: actor, at: instant) }
  }

  private func update(_ task: Record, _ fields: Fields, by actor: RecordID) {
    trace(
      "there: \(name(actor)) sets "
        + fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }.joined(separator: ", ")
        + " of \(describe(task))")
    try? org.change { model, now in try model.update(task.id.text, fields, by: actor, at: now) }
  }

  private func delete(_ task: Record, by actor: RecordID) {
    trace("there: \(name(actor)) deletes \(describe(task))")
    try? org.change { model, now in try model.delete(task.id.text, by: actor, at: now) }
  }

  private func name(_ actor: RecordID) -> String { actor == org.user ? "the user in a browser" : "a colleague" }

  private func describe(_ task: Record) -> String {
    "“\(task["Subject"].text ?? "")” \(task.id.text.suffix(6).prefix(3))"
  }
}

extension OrgValue {
  /// The value as a person reads it.
  var words: String {
    switch self {
    case .null: "nothing"
    case .text(let text): "“\(text)”"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): "\(number)"
    case .day(let day): day.description
    case .time(let time): time.description
    case .id(let id): id.text
    }
  }
}
