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
  /// It is not made yet: the welcome screen comes first.
  let isNew: Bool

  /// How it was left.
  struct Departure {
    /// `nil` when the user quits.
    let destination: Application.Destination?
    /// What was typed for a new task and neither added nor deleted.
    let unfinishedEntry: String
  }

  init(_ profile: Profile, screen: Screen, signals: SignalInbox) {
    self.profile = profile
    self.screen = screen
    self.signals = signals
    isNew = !profile.exists
  }

  /// Shows it until the user leaves it.
  ///
  /// - Parameter problem: why what the user wanted to see instead cannot be shown.
  func run(saying problem: String?, unfinishedEntry: String) throws -> Departure {
    // Nothing is made before the user has chosen.
    let store = try isNew ? profile.openStoreToRead() : profile.openStore()
    let mailbox = try Mailbox<Event>()
    let post: @Sendable (Event) -> Void = { mailbox.post($0) }
    let loop = EventLoop(input: STDIN_FILENO, mailbox: mailbox, signals: signals)
    let effects = try EffectRunner(profile: profile, store: store, post: post)
    defer { effects.finish() }
    let logins = LoginDesk(ProfileLogin(profile, isNew ? nil : store), post: post)
    defer { logins.cancel() }

    var state = try firstState(store, unfinishedEntry)
    if let problem { _ = Interface.update(&state, .notice(problem, isWarning: true)) }
    screen.draw(Interface.render(state))

    let watcher = isNew ? nil : StoreFileWatcher(store, path: profile.storePath)
    let sync = SyncRunner(profile: profile, store: store)
    let syncTask = isNew ? nil : sync.start { post(.status($0)) }
    let search = OrgSearch(profile: profile, store: store)
    let factsTask = observeFacts(store, post)
    let connections = observeConnections(store, post)
    var timeZone = MachineTimeZone()
    var observed = (query: state.listQuery, day: today())
    var observation = observe(store, observed.query, observed.day, post)
    var changes = watchChanges(store, post)
    var reminders = watchReminders(store, post)
    defer {
      observation.cancel()
      changes.cancel()
      reminders.cancel()
      factsTask.cancel()
      connections.cancel()
      syncTask?.cancel()
      withExtendedLifetime(watcher) {}
    }

    while true {
      changes.follow(state.showsChanges)
      reminders.follow(state.reminderShown)
      let wakeups = loop.next(deadline: deadline(of: state))
      if timeZone.refresh() { _ = Interface.update(&state, .timeZone(.current)) }
      let now = today()
      if now != observed.day { effects.emptyTrash() }
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
        case .perform(let action): effects.perform(action)
        case .add(let entry): effects.add(entry)
        case .set(let key, let value): effects.set(key, to: value)
        case .lookUp(let lookUp): effects.lookUp(lookUp)
        case .searchOrg(let lookUp): search.search(lookUp) { post(.lookedUp($0)) }
        case .syncNow: sync.syncNow()
        case .noteChangesSeen(let id): effects.noteChangesSeen(upTo: id)
        case .claimReminders: effects.claimReminders()
        case .notify(let text): notify(text)
        case .logIn(let place): logins.begin(place)
        case .finishLogin(let text): logins.finish(with: text)
        case .cancelLogin: logins.cancel()
        case .logOut: logins.logOut()
        case .copy(let text): screen.copy(text)
        case .listProfiles: effects.listProfiles()
        case .deleteProfile(let name, let count): effects.deleteProfile(name, losing: count)
        case .suspend: screen.suspend()
        case .quit: return departure(to: nil)
        case .openDemo: return departure(to: .demo(DemoOrg()))
        case .openProfile(let name): return departure(to: .profile(try Profile(name, profile.places)))
        case .useWithoutSalesforce:
          _ = try profile.openStore()
          return departure(to: .profile(profile))
        }
      }
      if (state.listQuery, now) != observed {
        observation.cancel()
        observed = (state.listQuery, now)
        observation = observe(store, observed.query, observed.day, post)
      }
      screen.draw(Interface.render(state))
    }
  }

  private func notify(_ text: String) {
    // What cannot be read is told elsewhere; a reminder is not lost by it.
    let ways = (try? Notifications(SettingsAccess(profile).value(of: .notifications))) ?? .on
    Notifier(environment: ProcessInfo.processInfo.environment).notify(text, by: ways, screen)
  }

  func today() -> LocalDay { LocalDay(at: Date(), in: .current) }

  private func observe(
    _ store: ReminderStore, _ query: ListQuery, _ day: LocalDay, _ post: @escaping @Sendable (Event) -> Void
  ) -> Task<Void, Never> {
    guard !isNew else { return Task {} }
    return Task.detached {
      do {
        for try await contents in store.lists(query, on: day) { post(.list(contents)) }
      } catch {
        post(.failed(CommandFailure(error).line))
      }
    }
  }

  /// Tells of the login when it is another one or gone, whoever did it.
  private func observeFacts(
    _ store: ReminderStore, _ post: @escaping @Sendable (Event) -> Void
  ) -> Task<Void, any Error> {
    Task.detached { [profile] in
      var logins: Int?
      for try await need in store.syncNeeds() where need.loginCount != logins {
        logins = need.loginCount
        post(.profile(ProfileFacts(profile, store)))
      }
    }
  }

  /// Tells what the org told at every connection, whichever process made it.
  private func observeConnections(
    _ store: ReminderStore, _ post: @escaping @Sendable (Event) -> Void
  ) -> Task<Void, any Error> {
    Task.detached {
      for try await facts in store.connections() { post(.connection(facts)) }
    }
  }

  private func deadline(of state: State) -> ContinuousClock.Instant? {
    Interface.nextDeadline(state).map { .now + .seconds(max(0, $0.timeIntervalSince(Date()))) }
  }
}
