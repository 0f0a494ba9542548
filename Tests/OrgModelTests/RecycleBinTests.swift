import Foundation
import Testing

@testable import OrgModel

struct RecycleBinTests {
  private static let day = 86_400.0

  @Test("After 15 days the recycle bin forgets a record, and a replication from before must start over")
  func retention() throws {
    var world = try SmallOrg()
    let kept = try world.task(["Subject": .text("kept")])
    let gone = try world.task(["Subject": .text("gone")])
    try world.org.delete(gone.text, by: world.rep, at: world.now)
    world.pass(seconds: 14 * Self.day)
    let early = world.org.keepHouse(at: world.now)
    #expect(early.purged == 0)
    try world.org.delete(kept.text, by: world.rep, at: world.now)
    world.pass(seconds: 2 * Self.day)
    let late = world.org.keepHouse(at: world.now)
    #expect(late.purged == 1)
    #expect(try world.subjects("Id != null", all: true) == ["kept"])
    #expect(error(.notFound) { try world.org.undelete(gone.text, by: world.rep, at: world.now) } != nil)
    try world.org.undelete(kept.text, by: world.rep, at: world.now)
    #expect(try world.subjects("Id != null") == ["kept"])
  }

  @Test("What an emptied bin held can no longer be asked for, and the log says from when on it is complete")
  func emptied() throws {
    var world = try SmallOrg()
    let id = try world.task()
    try world.org.delete(id.text, by: world.rep, at: world.now)
    let deletion = Timestamp(world.now)
    world.pass(seconds: 3 * 3600)
    let purged = world.org.emptyRecycleBin(before: Timestamp(world.now).adding(seconds: -2 * 3600))
    #expect(purged == 1)
    let end = Timestamp(world.now)
    #expect(
      error(.invalidReplicationDate) {
        _ = try world.org.deleted(
          "Task", from: deletion.adding(seconds: -60), to: end, by: world.rep, at: world.now)
      } != nil)
    let later = try world.org.deleted(
      "task", from: deletion.adding(seconds: 60), to: end, by: world.rep, at: world.now)
    #expect(later.items.isEmpty)
    #expect(later.earliestDateAvailable == deletion)
  }

  @Test("Only what is in the bin comes back")
  func notInBin() throws {
    var world = try SmallOrg()
    let id = try world.task()
    let refused = error(.undeleteFailed) { try world.org.undelete(id.text, by: world.rep, at: world.now) }
    #expect(refused?.message == "Entity is not in the recycle bin")
  }

  @Test("A task that was closed and due a year ago is archived: only queryAll finds it, but it can be read and changed")
  func archive() throws {
    var world = try SmallOrg()
    let closed: Fields = ["Status": .text("Completed")]
    func due(_ day: String, _ fields: Fields = closed) -> Fields {
      fields.merging(["ActivityDate": .text(day), "Subject": .text(day)]) { $1 }
    }
    let old = try world.task(due("2025-11-25"))
    try world.task(due("2025-11-26"))
    try world.task(due("2025-11-01", [:]))
    try world.task(["Subject": .text("undated"), "Status": .text("Completed")])
    let archived = [world.org.keepHouse(at: world.now).archived, world.org.keepHouse(at: world.now).archived]
    #expect(archived == [1, 0])
    #expect(try Set(world.subjects("Id != null")) == ["2025-11-26", "2025-11-01", "undated"])
    #expect(try world.subjects("IsArchived = true", all: true) == ["2025-11-25"])
    try world.org.update(old.text, ["Subject": .text("x")], by: world.rep, at: world.now)
    #expect(try world.org.record(old.text, by: world.rep)["IsArchived"] == .flag(true))
    world.pass(seconds: 365 * Self.day)
    // The open one stays for ever, the other two follow.
    let more = world.org.keepHouse(at: world.now)
    #expect(more.archived == 2)
  }

  @Test("An archived task that is opened again is no longer archived")
  func reopened() throws {
    var world = try SmallOrg()
    let id = try world.task(["Status": .text("Completed"), "ActivityDate": .text("2025-11-01")])
    world.org.keepHouse(at: world.now)
    #expect(try world.task(id)["IsArchived"] == .flag(true))
    try world.org.update(id.text, ["Status": .text("In Progress")], by: world.rep, at: world.now)
    #expect(try world.task(id)["IsArchived"] == .flag(false))
  }
}
