package import Foundation

/// Somebody else in the org who works on the rep's tasks, so that a client sees them change.
///
/// Each step is one believable change, mostly of a task due today or tomorrow. The same seed and the same org give the
/// same steps.
package struct Colleague: Sendable {
  private var random: SplitMix64
  private let actor: String
  private let owner: String

  /// - Parameters: `username` is who makes the changes, `owner` is whose tasks they are.
  package init(
    seed: UInt64, username: String = DemoUser.colleague.username, owner: String = DemoUser.rep.username
  ) {
    random = SplitMix64(seed: seed)
    actor = username
    self.owner = owner
  }

  /// Makes the next change; returns the Id of the task, or `nil` where nothing could be done.
  @discardableResult
  package mutating func step(_ org: inout Org, at now: Date) -> RecordID? {
    guard let user = org.member(named: actor)?.id, let owner = org.member(named: owner)?.id else { return nil }
    let today = Timestamp(now).day(in: org.timeZone)
    let visible = org.tasks(of: owner, due: today.adding(days: -9)..<today.adding(days: 2))
    let choices = TaskChoices(of: org)
    let open = visible.filter { $0["IsClosed"] == .flag(false) }
    guard !open.isEmpty, !random.isOne(in: 5) else {
      return try? org.create("Task", newTask(for: owner, today: today, choices), by: user, at: now)
    }
    // A task that is done is now and then opened again.
    let done = visible.filter { $0["IsClosed"] == .flag(true) }
    if !done.isEmpty, random.isOne(in: 10) {
      return change(random.pick(done), choices.reopening, in: &org, by: user, at: now)
    }
    let task = random.pick(open)
    if open.count > 8, random.isOne(in: 25) {
      return (try? org.delete(task.id.text, by: user, at: now)).map { task.id }
    }
    return change(task, edit(of: task, today: today, choices), in: &org, by: user, at: now)
  }

  private func change(
    _ task: Record, _ fields: Fields, in org: inout Org, by user: RecordID, at now: Date
  ) -> RecordID? {
    guard !fields.isEmpty else { return nil }
    return (try? org.update(task.id.text, fields, by: user, at: now)).map { task.id }
  }

  private mutating func newTask(for owner: RecordID, today: CalendarDay, _ choices: TaskChoices) -> Fields {
    let idea = random.pick(DemoNames.taskIdeas)
    return [
      "Subject": .text(idea.subject.replacing("{name}", with: random.pick(DemoNames.contacts).first)),
      "TaskSubtype": .text(idea.subtype), "Description": idea.details.map { .text($0) } ?? .null,
      "ActivityDate": .day(today.adding(days: Int.random(in: 0...1, using: &random))),
      "OwnerId": .id(owner),
    ]
    .merging(random.isOne(in: 3) ? choices.urgent : [:]) { $1 }
  }

  private mutating func edit(of task: Record, today: CalendarDay, _ choices: TaskChoices) -> Fields {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3:
      let days = [0, 0, 1, 1, 2].map { today.adding(days: $0) }.filter { $0 != task["ActivityDate"].day }
      return ["ActivityDate": .day(random.pick(days))]
    case 3..<5:
      return another("Priority", of: task, from: choices.priorities)
    case 5..<7:
      let notes = [
        "They called back.", "Spoke to the office, try after 14:00.", "Prefers e-mail.", "Budget is approved.",
      ]
      let details = task["Description"].text.map { $0 + "\n" } ?? ""
      return ["Description": .text(String((details + random.pick(notes)).suffix(2000)))]
    case 7:
      return choices.completion
    case 8:
      return another("Status", of: task, from: choices.underWay)
    default:
      let subject = task["Subject"].text ?? ""
      let urgent = "Urgent: "
      return ["Subject": .text(subject.hasPrefix(urgent) ? String(subject.dropFirst(urgent.count)) : urgent + subject)]
    }
  }

  /// A change to another of the values; none where there is no other.
  private mutating func another(_ field: String, of task: Record, from values: [OrgValue]) -> Fields {
    let others = values.filter { $0 != task[field] }
    return others.isEmpty ? [:] : [field: random.pick(others)]
  }
}

extension Org {
  /// The live tasks of a user that are due on these days, in the order of creation.
  func tasks(of owner: RecordID, due days: Range<CalendarDay>) -> [Record] {
    guard let table = tables[Schema.task.name] else { return [] }
    return table.records(at: table.dueDays.positions(in: days).sorted())
      .filter { !$0.isDeleted && $0["OwnerId"].id == owner }
  }
}
