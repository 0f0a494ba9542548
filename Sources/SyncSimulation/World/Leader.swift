import Foundation
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// The process that syncs: it wakes its `SyncLoop` as `SyncEngine` does, by the store, the announcements and the time.
final class Leader {
  private let world: World
  let life: ProcessLife
  private let loop: SyncLoop
  private var need: SyncNeed?
  /// How many rows had been written when it looked at the store last.
  private var lookedAt: Int?
  private var subscription: SyncLoop.Subscription?
  private var announcements = Announcements()
  private var events: [LiveEvent] = []
  /// When the timer fires, by the true time; a jump of the clock here does not move it.
  private var timer: Date?

  init(in world: World) {
    self.world = world
    let life = ProcessLife()
    self.life = life
    world.with { $0.processes = [life] }
    let variant = world.variant
    let environment = SyncEnvironment(
      now: { world.localNow }, timeZone: { world.timeZone }, clock: ContinuousClock(), random: { 0.5 },
      logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
    loop = SyncLoop(
      store: variant.store(FaultyStore(store: world.store, world: world, life: life)),
      org: variant.org(FaultyConnection(world.org, in: world, life)), environment: variant.environment(environment)
    ) { status in world.trace("  \(status.state.name)\(status.reason.map { ": \($0)" } ?? "")") }
    loop.livePlace = world.with { $0.livePlace }
    world.trace("a process begins to sync")
  }

  var isListening: Bool { announcements.isOpen }

  /// When it wakes by itself.
  var nextDue: Date? { [timer, announcements.nextDue].compactMap { $0 }.min() }

  func userAsked() { loop.userAsked() }

  /// Takes up what happened, if something did.
  func takeUp() -> Bool {
    var isWoken = false
    if let written = try? world.store.writtenCount(), written != lookedAt {
      lookedAt = written
      if let new = try? world.store.syncNeed(), new != need {
        need = new
        loop.take(new)
        isWoken = true
      }
    }
    events += announcements.next(in: world)
    for event in events {
      loop.take(event)
      isWoken = true
    }
    events = []
    if let timer, timer <= world.now {
      self.timer = nil
      loop.timePassed()
      isWoken = true
    }
    return isWoken
  }

  func step() async {
    await loop.step()
    if life.isAlive { world.with { [place = loop.livePlace] in $0.livePlace = place } }
    if loop.subscription != subscription {
      subscription = loop.subscription
      announcements = Announcements()
      events = subscription == nil ? [] : announcements.open(in: world, after: loop.livePlace)
    }
    timer = loop.nextDue.map { world.now.addingTimeInterval(max(0, $0.timeIntervalSince(world.localNow))) }
  }
}
