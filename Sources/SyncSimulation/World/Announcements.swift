import Foundation
import Localization
import OrgModel
import Salesforce

/// What the org announces to one subscription, with the faults of the way.
struct Announcements {
  private enum Stand {
    case closed
    case open
    /// The connection broke and is made again at that moment.
    case broken(until: Date)
  }

  private var stand = Stand.closed
  /// How much of the org's log was looked at.
  private var position = 0
  private var lostNext = 0

  /// When something happens by itself.
  var nextDue: Date? {
    if case .broken(let until) = stand { until } else { nil }
  }

  var isOpen: Bool {
    if case .open = stand { true } else { false }
  }

  /// Begins to listen, from a place on if there is one.
  mutating func open(in world: World, after place: LivePlace? = nil) -> [LiveEvent] {
    guard world.configuration.streaming != .refused else { return [.unavailable(reason: "not permitted")] }
    stand = .open
    position = place?.replayID ?? world.org.log.count
    return [.subscribed(LiveSubscription(world.liveWay))]
  }

  /// What there is to hear now.
  mutating func next(in world: World) -> [LiveEvent] {
    var events: [LiveEvent] = []
    if case .broken(let until) = stand, until <= world.now { events += open(in: world) }
    guard isOpen else { return events }
    let log = world.org.log
    events += log[min(position, log.count)...]
      .filter { $0.kind != .purged }
      .map { .changed([Announcement($0, by: world.liveWay)]) }
    position = log.count
    for seed in world.takeStreamFaults() { events = strike(seed, events, in: world) }
    events = events.filter { !isLost($0) }
    return events.isEmpty ? [] : events + [.reached(LivePlace(channel: world.liveWay.channel, replayID: position))]
  }

  /// What the client itself says of the connection cannot be lost.
  private mutating func isLost(_ event: LiveEvent) -> Bool {
    guard lostNext > 0, case .changed = event else { return false }
    lostNext -= 1
    return true
  }

  private mutating func strike(_ seed: UInt64, _ events: [LiveEvent], in world: World) -> [LiveEvent] {
    guard world.configuration.streaming == .flaky else { return events }
    var random = SplitMix64(seed: seed)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      world.trace("some announcements are lost")
      lostNext += Int.random(in: 1...3, using: &random)
    case 1: return events + events
    case 2: return events.reversed()
    case 3:
      world.trace("the stream has a gap")
      return [.missed] + events
    case 4:
      world.trace("the stream is interrupted")
      stand = .broken(until: world.now.addingTimeInterval(Double(Int.random(in: 1...300, using: &random))))
      return [.interrupted]
    default:
      world.trace("the stream ends")
      stand = .closed
      return [.unavailable(reason: "limit reached")]
    }
    return events
  }
}

extension Announcement {
  /// A topic of all tasks tells the owner, but of a deleted one the Id alone; a change event tells him where there was none
  /// before, or another one.
  init(_ change: OrgChange, by way: LiveWay) {
    let isOwnerTold =
      switch change.kind {
      case .deleted, .purged: false
      case .created, .undeleted: true
      case .updated: way != .changeEvents || change.changed.contains("OwnerId")
      }
    self.init(id: change.id, owner: isOwnerTold ? change.record["OwnerId"].id?.text : nil)
  }
}

extension World {
  /// Change events come whatever the sharing; with a topic everybody's tasks are seen only where all is public.
  var liveWay: LiveWay { configuration.isSharingPrivate ? .changeEvents : .topic("CommandCenterTasks") }

  func takeStreamFaults() -> [UInt64] {
    with { state in
      defer { state.streamFaults = [] }
      return state.streamFaults
    }
  }
}
