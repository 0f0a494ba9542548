import Foundation
import Testing

@testable import OrgModel

struct DemoTests {
  private let now = Date(timeIntervalSince1970: 1_795_599_000)

  private func demo(tasks: Int = 48, seed: UInt64 = 1) throws -> Org {
    Org.demo(tasks: tasks, seed: seed, now: now, timeZone: try #require(TimeZone(identifier: "Europe/Amsterdam")))
  }

  private func count(_ condition: String, in org: Org) throws -> Int {
    let rep = try #require(DemoUser.rep.id(in: org))
    return
      try org.query(
        "SELECT COUNT() FROM Task WHERE OwnerId = '\(rep)' AND \(condition)", by: rep, at: now
      )
      .totalSize
  }

  @Test("The rep has a day's work around today", arguments: [1, 2, 77])
  func agenda(seed: UInt64) throws {
    let org = try demo(seed: seed)
    #expect(try count("Id != null", in: org) == 48)
    #expect(try count("ActivityDate = TODAY AND IsClosed = false", in: org) == 12)
    #expect(try count("ActivityDate = TOMORROW AND IsClosed = false", in: org) == 8)
    #expect(try count("ActivityDate < TODAY AND IsClosed = false", in: org) == 4)
    #expect(try count("ActivityDate = null", in: org) == 5)
    #expect(try count("IsClosed = true AND CompletedDateTime = TODAY", in: org) == 4)
    #expect(try count("WhatId != null AND Who.Type = 'Lead'", in: org) == 0)
    #expect(try count("SystemModstamp > 2026-11-25T09:30:00Z", in: org) == 0)
  }

  @Test("The demo shows the values that do not sync, every kind of task, and names from everywhere")
  func variety() throws {
    let org = try demo()
    for condition in [
      "Status = 'In Progress'", "Status = 'Waiting on someone else'", "Status = 'Deferred'", "Priority = 'Low'",
      "Priority = 'High'", "TaskSubtype = 'Call'", "TaskSubtype = 'Email'", "TaskSubtype = 'Task'",
    ] {
      #expect(try count(condition, in: org) > 0, "\(condition)")
    }
    #expect(org.all("Contact").contains { $0["Name"] == .text("健 小林") })
  }

  @Test("The same seed makes the same org, another one another")
  func seeds() throws {
    func subjects(_ org: Org) -> [OrgValue] {
      org.all("Task").flatMap { [$0["Subject"], $0["WhoId"], $0["SystemModstamp"]] }
    }
    #expect(subjects(try demo()) == subjects(try demo()))
    #expect(subjects(try demo()) != subjects(try demo(seed: 2)))
  }

  @Test("The colleague's changes can be seen in the agenda, and the same seed makes the same ones")
  func colleague() throws {
    func history(seed: UInt64) throws -> (Org, [RecordID?]) {
      var org = try demo()
      var colleague = Colleague(seed: seed)
      let steps = (0..<60).map { colleague.step(&org, at: now.addingTimeInterval(Double($0) * 10)) }
      return (org, steps)
    }
    let (org, steps) = try history(seed: 3)
    #expect(steps.allSatisfy { $0 != nil })
    #expect(try history(seed: 3).1 == steps)
    #expect(try history(seed: 4).1 != steps)
    let user = try #require(DemoUser.colleague.id(in: org))
    let events = Array(org.events())
    #expect(events.count == 60)
    #expect(events.allSatisfy { $0.user == user && $0.record["OwnerId"].id == DemoUser.rep.id(in: org) })
    #expect(Set(events.map(\.kind)).isSuperset(of: [.created, .updated]))
    #expect(events.count { $0.kind == .deleted } < 8)
    let today = Timestamp(now).day(in: org.timeZone)
    let visible = events.count { event in
      event.record["ActivityDate"].day.map { $0 >= today && $0 <= today.adding(days: 2) } ?? false
    }
    #expect(visible > 40)
  }

  @Test("The colleague goes on with the values that the org has, also where there is no choice")
  func otherPicklists() throws {
    var org = try demo()
    org.setStatuses(
      [.init("Offen"), .init("Erledigt", isClosed: true)], default: "Offen",
      replacing: [
        "Not Started": "Offen", "In Progress": "Offen", "Waiting on someone else": "Offen", "Deferred": "Offen",
        "Completed": "Erledigt",
      ], at: now)
    org.setPriorities(
      [.init("Normal"), .init("Dringend", isHigh: true)], default: "Normal",
      replacing: ["High": "Dringend", "Low": "Normal"], at: now)
    var colleague = Colleague(seed: 3)
    let steps = (0..<200).map { colleague.step(&org, at: now.addingTimeInterval(Double($0))) }
    // A step in which the task would get another status of begun work is left out, as there is none.
    #expect(steps.count { $0 != nil } > 150)
    let events = org.events()
    for (field, values) in [("Status", ["Offen", "Erledigt"]), ("Priority", ["Normal", "Dringend"])] {
      #expect(Set(events.map { $0.record[field] }) == Set(values.map { .text($0) }))
    }
    #expect(events.contains { $0.kind == .updated && $0.changedFields.contains("IsClosed") })
  }

  @Test("Tasks are found by owner and due day, as they are now")
  func dueDays() throws {
    var world = try SmallOrg()
    let today = Timestamp(world.now).day(in: world.org.timeZone)
    func found() -> [RecordID] { world.org.tasks(of: world.rep, due: today..<today.adding(days: 2)).map(\.id) }
    let ids = try [1, 0, 2, -1].map { try world.task(["ActivityDate": .day(today.adding(days: $0))]) }
    try world.task()
    try world.task(["ActivityDate": .day(today), "OwnerId": .id(world.other)])
    #expect(found() == [ids[0], ids[1]])
    try world.org.update(ids[0].text, ["ActivityDate": .null], by: world.rep, at: world.now)
    try world.org.update(ids[3].text, ["ActivityDate": .day(today)], by: world.rep, at: world.now)
    try world.org.delete(ids[1].text, by: world.rep, at: world.now)
    #expect(found() == [ids[3]])
  }
}
