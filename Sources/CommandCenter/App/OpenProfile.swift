import Dispatch
import Foundation
import Interface
import ReminderStore
import Reminders
import Terminal

/// A profile on the screen: the one place that waits, and wires keys, store, sync and logins to the interface.
///
/// Everything of it is made when it opens and ends when it closes, its mailbox too: what something of it still tells
/// later reaches nobody, so nothing of it comes into the profile that is shown next.
struct OpenProfile {
  let profile: Profile
  let screen: Screen
  private let signals: SignalInbox
  /// What still ends when it was left: its sync gives the subscription back to the org.
  private let ending: DispatchGroup
  /// It is not made yet: the welcome screen comes first.
  let isNew: Bool

  /// How it was left.
  struct Departure {
    /// `nil` when the user quits.
    let destination: Application.Destination?
    /// What was typed for a new task and neither added nor deleted.
    let unfinishedEntry: String
  }

  init(_ profile: Profile, screen: Screen, signals: SignalInbox, ending: DispatchGroup) {
    self.profile = profile
    self.screen = screen
    self.signals = signals
    self.ending = ending
    isNew = !profile.exists
  }

  /// Shows it until the user leaves it.
  ///
  /// - Parameter problem: why what the user wanted to see instead cannot be shown.
  func run(saying problem: String?, unfinishedEntry: String) throws -> Departure {
    // Nothing is made before the user has chosen.
    let store = try isNew ? profile.openStoreToRead() : profile.openStore()
    let mailbox = try Mailbox<Event>()
    let loop = EventLoop(input: STDIN_FILENO, mailbox: mailbox, signals: signals)
    var state = try firstState(store, unfinishedEntry)
    if let problem { _ = Interface.update(&state, .notice(problem, isWarning: true)) }
    screen.draw(Interface.render(state))

    var timeZone = MachineTimeZone()
    let work = try ProfileWork(profile, store, isNew: isNew, on: today()) { mailbox.post($0) }
    defer { work.end(ending) }

    while true {
      let wakeups = loop.next(deadline: deadline(of: state))
      if timeZone.refresh() { _ = Interface.update(&state, .timeZone(.current)) }
      let now = today()
      work.follow(now)
      var asked = Interface.update(&state, .time(Date(), now))
      for wakeup in wakeups {
        switch wakeup {
        case .terminal(let event): asked += Interface.update(&state, .terminal(event))
        case .posted(let event): asked += Interface.update(&state, event)
        case .signal(.suspend): asked.append(.suspend)
        case .signal(.resume): screen.invalidate()
        case .signal(.terminate), .signal(.hangUp), .signal(.interrupt), .inputClosed: asked.append(.quit)
        case .deadline: continue
        }
      }
      func departure(to destination: Application.Destination?) -> Departure {
        Departure(destination: destination, unfinishedEntry: state.unfinishedEntry)
      }
      for effect in asked {
        switch effect {
        case .copy(let text): screen.copy(text)
        case .suspend: screen.suspend()
        case .quit: return departure(to: nil)
        case .openDemo: return departure(to: .demo(DemoOrg()))
        case .openProfile(let name): return departure(to: .profile(try Profile(name, profile.places)))
        case .useWithoutSalesforce:
          _ = try profile.openStore()
          return departure(to: .profile(profile))
        default: work.carryOut(effect)
        }
      }
      screen.draw(Interface.render(state))
    }
  }

  func today() -> LocalDay { LocalDay(at: Date(), in: .current) }

  private func deadline(of state: State) -> ContinuousClock.Instant? {
    Interface.nextDeadline(state).map { .now + .seconds(max(0, $0.timeIntervalSince(Date()))) }
  }
}
