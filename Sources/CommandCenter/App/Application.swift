import Foundation
import Interface
import ReminderStore
import Reminders
import Terminal

/// The Command Center on the screen: the one place that waits, and wires keys, store and sync to the interface.
struct Application {
  /// What the user wants next when the screen closes.
  enum Outcome {
    case quit
    case openDemo
    case useWithoutSalesforce
  }

  let profile: Profile
  let store: ReminderStore
  /// There is no profile yet: the welcome screen comes first.
  let isNew: Bool

  /// Runs on the main thread until the user quits. The terminal is restored whatever happens.
  func run() throws -> Outcome {
    let signals = try SignalInbox()
    let screen = try Screen(environment: ProcessInfo.processInfo.environment)
    defer { screen.close() }
    let mailbox = try Mailbox<Event>()
    let loop = EventLoop(input: STDIN_FILENO, mailbox: mailbox, signals: signals)
    let effects = try EffectRunner(profile: profile, store: store) { mailbox.post($0) }
    defer { effects.finish() }

    var state = try firstState(of: screen)
    screen.draw(Interface.render(state))

    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let sync = SyncRunner(profile: profile, store: store)
    let syncTask = sync.start { mailbox.post(.status($0)) }
    var timeZone = MachineTimeZone()
    var observed = today()
    var observation = observe(observed, mailbox)
    let connections = observeConnections(mailbox)
    defer {
      observation.cancel()
      connections.cancel()
      syncTask.cancel()
      withExtendedLifetime(watcher) {}
    }

    while true {
      let wakeups = loop.next(deadline: deadline(of: state))
      if timeZone.refresh() { _ = Interface.update(&state, .timeZone(.current)) }
      let now = today()
      if now.day != observed.day || now.start != observed.start {
        observation.cancel()
        observation = observe(now, mailbox)
        observed = now
        effects.emptyTrash()
      }
      var asked = Interface.update(&state, .time(Date(), now))
      for wakeup in wakeups {
        switch wakeup {
        case .terminal(let event): asked += Interface.update(&state, .terminal(event))
        case .posted(let event): asked += Interface.update(&state, event)
        case .signal(.suspend): asked.append(.suspend)
        case .signal(.resume): screen.invalidate()
        case .signal(.terminate), .signal(.hangUp), .signal(.interrupt), .inputClosed: return .quit
        case .deadline: continue
        }
      }
      for effect in asked {
        switch effect {
        case .perform(let action): effects.perform(action)
        case .add(let entry): effects.add(entry)
        case .set(let key, let value): effects.set(key, to: value)
        case .syncNow: sync.syncNow()
        case .suspend: screen.suspend()
        case .quit: return .quit
        case .openDemo: return .openDemo
        case .useWithoutSalesforce: return .useWithoutSalesforce
        }
      }
      screen.draw(Interface.render(state))
    }
  }

  private func firstState(of screen: Screen) throws -> State {
    let themes = ThemeFiles(profile.places)
    let name = try SettingsAccess(profile).value(of: .theme)
    let today = today()
    let isLoggedIn = Credentials(profile).exist
    var state = State(
      size: screen.size, now: Date(), today: today, timeZone: .current,
      order: DayMonthOrder(locale: Locale.current.identifier), glyphs: screen.isUTF8 ? .unicode : .ascii,
      themes: themes.names, isNew: isNew, asksForSync: try isLoggedIn && !store.isDecided(.sync))
    var problem: String?
    do {
      _ = Interface.update(&state, .theme(try themes.load(name)))
    } catch {
      problem = CommandFailure(error).line
    }
    if !isNew { _ = Interface.update(&state, .agenda(try store.agenda(on: today))) }
    _ = Interface.update(&state, .connection(try store.connectionFacts()))
    if let problem { _ = Interface.update(&state, .failed(problem)) }
    return state
  }

  private func today() -> LocalDay { LocalDay(at: Date(), in: .current) }

  private func observe(_ day: LocalDay, _ mailbox: Mailbox<Event>) -> Task<Void, Never> {
    guard !isNew else { return Task {} }
    return Task.detached { [store] in
      do {
        for try await agenda in store.agendas(on: day) { mailbox.post(.agenda(agenda)) }
      } catch {
        mailbox.post(.failed(CommandFailure(error).line))
      }
    }
  }

  private func observeConnections(_ mailbox: Mailbox<Event>) -> Task<Void, any Error> {
    Task.detached { [store] in
      for try await facts in store.connections() { mailbox.post(.connection(facts)) }
    }
  }

  private func deadline(of state: State) -> ContinuousClock.Instant? {
    Interface.nextDeadline(state).map { .now + .seconds(max(0, $0.timeIntervalSince(Date()))) }
  }
}
