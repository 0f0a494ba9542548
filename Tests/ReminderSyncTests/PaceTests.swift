import Foundation
@testable import ReminderSync
import Salesforce
import Testing

@Suite("How fast the sync asks (sync-rules.md §3)")
struct PaceTests {
  @Test(
    "After failures the wait doubles from 1 s to 5 min, half of it by chance",
    arguments: [
      (1, 1.0), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 64), (8, 128), (9, 256), (10, 300), (11, 300),
      (1_000, 300),
    ] as [(Int, Double)])
  func backoff(failures: Int, longest: Double) {
    for random in [0, 0.5, 0.999] {
      var backoff = Backoff()
      var wait = Duration.zero
      for _ in 1...failures { wait = backoff.next(random: random) }
      #expect(abs(wait.inSeconds - longest * (0.5 + random / 2)) < 0.001)
      #expect(backoff.isActive)
    }
  }

  @Test(
    "The org's Retry-After is honoured when it is longer",
    arguments: [(Duration.seconds(120), 120.0), (.seconds(600), 600), (.milliseconds(100), 0.5), (.zero, 0.5)]
      as [(Duration, Double)])
  func retryAfter(asked: Duration, waits: Double) {
    var backoff = Backoff()
    #expect(backoff.next(retryAfter: asked, random: 0).inSeconds == waits)
  }

  @Test("After a success the wait begins anew")
  func reset() {
    var backoff = Backoff()
    for _ in 1...5 { _ = backoff.next(random: 0) }
    backoff.reset()
    #expect(!backoff.isActive)
    #expect(backoff.next(random: 0) == .seconds(0.5))
  }

  @Test("It polls every 15 s in use, slower and slower up to 5 min when nothing happens, and at once fast again")
  func polling() {
    var pace = PollingPace()
    var last = pace.interval
    #expect(last == .seconds(15))
    for _ in 1...20 {
      pace.nothingHappened()
      #expect(pace.interval > last || pace.interval == .seconds(300))
      #expect(pace.interval <= .seconds(300))
      last = pace.interval
    }
    #expect(last == .seconds(300))
    pace.somethingHappened()
    #expect(pace.interval == .seconds(15))
    #expect(PollingPace.whileLive == .seconds(1_200))
  }

  @Test(
    "Above 80 % of the org's API calls it asks less often, above 95 % once an hour, and says so",
    arguments: [
      (0, 0.0, 0.0), (8_000, 0, 0), (8_001, 900, 60), (9_500, 900, 60), (9_501, 3_600, 60), (12_000, 3_600, 60),
    ] as [(Int, Double, Double)])
  func budget(used: Int, pullInterval: Double, hintPause: Double) {
    let budget = APIBudget(APIUsage(used: used, limit: 10_000))
    #expect(budget.shortestPullInterval == pullInterval)
    #expect(budget.hintPause == hintPause)
    #expect(budget.isTight == (hintPause > 0))
    #expect((budget.reason != nil) == (hintPause > 0))
    if let reason = budget.reason { #expect(reason.contains("\(used / 100) %")) }
  }

  @Test("Before the org has told its usage nothing is held back")
  func unknownUsage() {
    #expect(!APIBudget(nil).isTight)
    #expect(APIBudget(nil).reason == nil)
  }

  @Test("Where the API calls run short, announced changes are gathered and fetched together")
  func gatheredHints() {
    let now = Date(timeIntervalSince1970: 1_795_608_000)
    let end = now.addingTimeInterval(60)
    var agenda = SyncAgenda()
    agenda.holdHints(until: end)
    agenda.take(.changed([Announcement(id: "b", owner: nil)]))
    #expect(agenda.next(at: now) == nil)
    agenda.take(.changed([Announcement(id: "a", owner: nil), Announcement(id: "b", owner: nil)]))
    #expect(agenda.next(at: end.addingTimeInterval(-1)) == nil)
    #expect(agenda.next(at: end) == .fetch(["a", "b"]))
    #expect(agenda.next(at: end) == nil)
  }

  @Test(
    "What is done here is sent before anything is asked for, whatever is held back; a pull finds what was announced")
  func order() {
    let now = Date(timeIntervalSince1970: 1_795_608_000)
    var agenda = SyncAgenda()
    agenda.holdHints(until: .distantFuture)
    agenda.take(.changed([Announcement(id: "a", owner: nil)]))
    agenda.repeatAll()
    #expect(agenda.next(at: now) == .push)
    #expect(agenda.next(at: now) == .pull(["a"]))
    #expect(agenda.next(at: .distantFuture) == nil)
  }
}
