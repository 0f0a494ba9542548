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
  func run(saying problem: String?) throws -> Application.Leaving {
    // Nothing is made before the user has chosen.
    let store = try isNew ? profile.emptyStore() : profile.openStore()
    let mailbox = try Mailbox<Event>()
    let loop = EventLoop(input: STDIN_FILENO, mailbox: mailbox, signals: signals)
    let typed = try UnfinishedWork(profile, store)
    var state = try firstState(store, typed)
    if let problem { _ = Interface.update(&state, .notice(problem, isWarning: true)) }
    screen.draw(Interface.render(state))

    var timeZone = MachineTimeZone()
    let work = ProfileWork(profile, store, isNew: isNew, showing: state.listQuery, on: today()) { mailbox.post($0) }
    defer {
      typed.close(state.unfinished, work.keep)
      work.end(ending)
    }

    while true {
      work.watch(changes: state.showsChanges, reminder: state.reminderShown)
      let wakeups = loop.next(deadline: deadline(of: state, typed))
      if timeZone.refresh() { _ = Interface.update(&state, .timeZone(.current)) }
      let now = today()
      var asked = Interface.update(&state, .time(Date(), now))
      var told: ProcessSignal?
      for wakeup in wakeups {
        switch wakeup {
        case .terminal(let event): asked += Interface.update(&state, .terminal(event))
        case .posted(let event): asked += Interface.update(&state, event)
        case .signal(.suspend): asked.append(.suspend)
        case .signal(.resume): screen.invalidate()
        case .signal(let signal): told = signal
        case .inputClosed: told = .hangUp
        case .deadline: continue
        }
      }
      for effect in asked {
        switch effect {
        case .notify(let text): mailbox.post(notify(text) { mailbox.post(.notShownOnDesktop(text)) })
        case .notifyByTerminal(let text): notifier.notifyByTerminal(text, screen)
        case .copy(let text): screen.copy(text)
        case .edit(let text) where told == nil: mailbox.post(edit(text))
        case .open(let link): mailbox.post(open(link, store))
        case .copyLink(let link): mailbox.post(copy(link, store))
        case .suspend where told == nil:
          work.pauseSync(for: Application.patience)
          screen.suspend()
          work.startSync()
        case .quit: return .quit
        case .openDemo: return .going(to: .demo(DemoOrg()))
        case .openProfile(let name): return .going(to: .profile(try Profile(name, profile.places)))
        case .useWithoutSalesforce:
          _ = try profile.openStore()
          return .going(to: .profile(profile))
        default: work.carryOut(effect)
        }
      }
      // What was asked for before is done.
      if let told { return .told(told) }
      work.show(state.listQuery, on: now)
      typed.note(state.unfinished, at: Date(), work.keep)
      screen.draw(Interface.render(state))
    }
  }

  /// Tells by what the setting is now, whoever has changed it; one that cannot be read is told, and no reminder is lost.
  private func notify(_ text: String, onFailure: @escaping @Sendable () -> Void) -> Event {
    var (ways, answer) = (Notifications.on, Event.notifications(.on))
    do {
      ways = try Notifications(SettingsAccess(profile).value(of: .notifications))
      answer = .notifications(ways)
    } catch {
      answer = .notice(CommandFailure(error).line, isWarning: true)
    }
    notifier.notify(text, by: ways, screen, onFailure: onFailure)
    return answer
  }

  private var notifier: Notifier { Notifier(environment: ProcessInfo.processInfo.environment) }

  func today() -> LocalDay { LocalDay(at: Date(), in: .current) }

  private func deadline(of state: State, _ typed: UnfinishedWork) -> ContinuousClock.Instant? {
    [Interface.nextDeadline(state), typed.deadline].compactMap(\.self).min()
      .map { .now + .seconds(max(0, $0.timeIntervalSince(Date()))) }
  }
}
