/// Makes the tasks of the demo org.
struct DemoTasks {
  var seeder: DemoSeeder
  let contacts: [RecordID]
  let leads: [RecordID]
  let accounts: [RecordID]
  let opportunities: [RecordID]

  /// How the first tasks lie around today; the due day is relative, `nil` for none.
  private static let plan: [(count: Int, due: ClosedRange<Int>?, isDone: Bool)] = [
    (12, 0...0, false), (8, 1...1, false), (4, -9 ... -1, false), (9, 2...8, false), (5, nil, false), (4, 0...0, true),
  ]

  mutating func add(_ count: Int, of owner: RecordID, to org: inout Org) {
    var left = count
    for group in Self.plan {
      for _ in 0..<min(left, group.count) {
        let due = group.due.map { Int.random(in: $0, using: &seeder.random) }
        addTask(due: due, isDone: group.isDone, of: owner, to: &org)
      }
      left -= min(left, group.count)
    }
    for _ in 0..<left {
      let isDone = !seeder.random.isOne(in: 4)
      let due = Int.random(in: isDone ? -300 ... -10 : 9...120, using: &seeder.random)
      addTask(due: due, isDone: isDone, of: owner, to: &org)
    }
  }

  private mutating func addTask(due: Int?, isDone: Bool, of owner: RecordID, to org: inout Org) {
    let idea = seeder.random.pick(DemoNames.taskIdeas)
    let person = seeder.random.isOne(in: 4) ? seeder.random.pick(leads) : seeder.random.pick(contacts)
    let name = org.find(person)?["FirstName"].text ?? ""
    let what = related(to: person, in: org)
    let status = isDone ? "Completed" : openStatus()
    let priority = seeder.random.isOne(in: 4) ? "High" : seeder.random.isOne(in: 6) ? "Low" : "Normal"
    let changed = changeTime(due: due, isDone: isDone)
    let today = seeder.today
    seeder.insert(Schema.task, by: owner, at: changed, into: &org) { task in
      task["Subject"] = .text(idea.subject.replacing("{name}", with: name))
      task["Status"] = .text(status)
      task["Priority"] = .text(priority)
      task["TaskSubtype"] = .text(idea.subtype)
      task["ActivityDate"] = due.map { .day(today.adding(days: $0)) } ?? .null
      task["Description"] = idea.details.map { .text($0) } ?? .null
      task["WhoId"] = .id(person)
      task["WhatId"] = what.map { .id($0) } ?? .null
    }
  }

  private mutating func openStatus() -> String {
    guard seeder.random.isOne(in: 3) else { return "Not Started" }
    return seeder.random.pick(["In Progress", "Waiting on someone else", "Deferred"])
  }

  /// The account of a contact or one of its opportunities; a lead is related to nothing in Salesforce.
  private mutating func related(to person: RecordID, in org: Org) -> RecordID? {
    guard let account = org.find(person)?["AccountId"].id, !seeder.random.isOne(in: 4) else { return nil }
    guard let index = accounts.firstIndex(of: account), seeder.random.isOne(in: 2) else { return account }
    return opportunities[index]
  }

  /// Today's finished tasks were finished today, older ones when they were due.
  private mutating func changeTime(due: Int?, isDone: Bool) -> Timestamp {
    let jitter = Int.random(in: 60...3500, using: &seeder.random)
    if isDone { return seeder.now.adding(seconds: min(due ?? 0, 0) * 86_400 - jitter) }
    let daysAgo = Int.random(in: 0...20, using: &seeder.random)
    return seeder.now.adding(seconds: -daysAgo * 86_400 - jitter)
  }
}
