import Foundation
import Testing

@testable import OrgModel

struct StampTests {
  @Test(
    "Stamps lie back by the lag, so that a later commit may have an earlier stamp; the same seed makes the same ones")
  func lag() throws {
    func stamps(seed: UInt64) throws -> [Int] {
      var world = try SmallOrg()
      world.org.stampRule = StampRule(lag: 1000...90_000, seed: seed)
      return try (0..<50)
        .map { _ in
          let id = try world.task()
          world.pass(seconds: 1)
          return try world.task(id).systemModstamp.milliseconds - Timestamp(world.now).milliseconds
        }
    }
    let lags = try stamps(seed: 3)
    #expect(lags.allSatisfy { (-91_000 ... -2000).contains($0) })
    let times = lags.enumerated().map { $0 * 1000 + $1 }
    #expect(times != times.sorted())
    #expect(try stamps(seed: 3) == lags)
    #expect(try stamps(seed: 4) != lags)
  }

  @Test("A record's stamp never goes back")
  func order() throws {
    var world = try SmallOrg()
    world.org.stampRule = StampRule(lag: 0...90_000)
    let id = try world.task()
    var last = try world.task(id).systemModstamp
    for number in 0..<20 {
      world.pass(seconds: 1)
      try world.org.update(id.text, ["Subject": .text("\(number)")], by: world.rep, at: world.now)
      let stamp = try world.task(id).systemModstamp
      #expect(stamp >= last)
      last = stamp
    }
  }

  @Test("An event has the time of the commit, not the stamp, and dates stay in order when the clock is set back")
  func events() throws {
    var world = try SmallOrg()
    world.org.stampRule = StampRule(lag: 60_000...60_000)
    let commit = Timestamp(world.now)
    let id = try world.task()
    #expect(try world.task(id).systemModstamp == commit.adding(seconds: -60))
    world.pass(seconds: -3600)
    try world.task()
    world.pass(seconds: 7200)
    try world.task()
    #expect(world.org.events().map(\.date) == [commit, commit, commit.adding(seconds: 3600)])
  }

  @Test("Updated and deleted cover no time that a write can still be stamped with")
  func covered() throws {
    var world = try SmallOrg()
    world.org.stampRule = StampRule(lag: 0...90_000, isWholeSeconds: true)
    world.pass(seconds: 0.5)
    let now = Timestamp(world.now)
    let (start, end) = (now.adding(seconds: -600), now.adding(seconds: 600))
    let earliest = Timestamp(milliseconds: now.milliseconds - 90_500)
    let deleted = try world.org.deleted("Task", from: start, to: end, by: world.rep, at: world.now)
    #expect(deleted.latestDateCovered == earliest)
    let updated = try world.org.updated("Task", from: start, to: end, by: world.rep, at: world.now)
    #expect(updated.latestDateCovered == earliest)
    let past = try world.org.updated(
      "Task", from: start, to: now.adding(seconds: -300), by: world.rep, at: world.now)
    #expect(past.latestDateCovered == Timestamp(milliseconds: now.milliseconds - 300_500))
  }

  @Test("Stamps can be of whole seconds, as the REST API gives them")
  func wholeSeconds() throws {
    var world = try SmallOrg()
    world.org.stampRule = StampRule(isWholeSeconds: true)
    world.pass(seconds: 1.9)
    let id = try world.task()
    #expect(try world.task(id).systemModstamp.description == "2026-11-25T09:30:01.000+0000")
  }
}
