import Dispatch
import Interface
import ReminderStore
import Reminders

/// What works for a profile while it is on the screen: it syncs, tells what is new, and carries out what the screen asks.
final class ProfileWork {
  private let profile: Profile
  private let store: ReminderStore
  private let isNew: Bool
  private let post: @Sendable (Event) -> Void
  private let effects: EffectRunner
  private let logins: LoginDesk
  private let search: OrgSearch
  private let sync: SyncRunner
  private var syncTask: Task<Void, any Error>?
  private let watcher: StoreFileWatcher?
  private var observations: [Task<Void, any Error>] = []
  private lazy var list = watchList()
  private lazy var changes = watchChanges()
  private lazy var reminders = watchReminders()
  private var day: LocalDay

  /// What is read for the list.
  private struct ListWish: Equatable {
    let query: ListQuery
    let day: LocalDay
  }

  /// Begins.
  ///
  /// - Parameters:
  ///   - isNew: the profile is not made yet: there is nothing to sync and no list.
  ///   - post: told what is new, from any thread.
  init(
    _ profile: Profile, _ store: ReminderStore, isNew: Bool, showing query: ListQuery, on day: LocalDay,
    post: @escaping @Sendable (Event) -> Void
  ) {
    self.profile = profile
    self.store = store
    self.isNew = isNew
    self.day = day
    self.post = post
    effects = EffectRunner(profile: profile, store: store, post: post)
    logins = LoginDesk(ProfileLogin(profile, isNew ? nil : store), post: post)
    search = OrgSearch(profile: profile, store: store)
    watcher = isNew ? nil : StoreFileWatcher(store, path: profile.storePath)
    sync = SyncRunner(profile: profile, store: store)
    observations = [observeLogins(), observeConnections()]
    startSync()
    show(query, on: day)
  }

  /// Ends all of it; returns when what was asked for is on the disk.
  ///
  /// - Parameter ending: is left when the sync has given its subscription back to the org.
  func end(_ ending: DispatchGroup) {
    list.cancel()
    changes.cancel()
    reminders.cancel()
    for observation in observations { observation.cancel() }
    endSync(ending)
    logins.cancel()
    effects.finish()
  }

  /// Syncs, or follows the process that does.
  func startSync() {
    guard !isNew else { return }
    syncTask = sync.start { [post] in post(.status($0)) }
  }

  /// Gives up the right to sync before this process is stopped: while it stands still another one shall sync.
  ///
  /// - Parameter patience: how long to wait for it; who is stopped before keeps the right until he runs again.
  func pauseSync(for patience: DispatchTimeInterval) {
    let ending = DispatchGroup()
    endSync(ending)
    _ = ending.wait(timeout: .now() + patience)
  }

  private func endSync(_ ending: DispatchGroup) {
    guard let syncTask else { return }
    self.syncTask = nil
    syncTask.cancel()
    ending.enter()
    Task.detached {
      _ = await syncTask.result
      ending.leave()
    }
  }

  /// Goes on with another list, or to another day, where it is one.
  func show(_ query: ListQuery, on day: LocalDay) {
    if day != self.day { effects.emptyTrash() }
    self.day = day
    list.follow(ListWish(query: query, day: day))
  }

  /// Reads the feed of changes while it is shown, and the moments to come with the task of which the user is reminded.
  func watch(changes isShown: Bool, reminder: ReminderID?) {
    changes.follow(isShown)
    reminders.follow(reminder)
  }

  /// Keeps what is typed in a screen.
  func keep(_ unfinished: Unfinished, of screen: Int) { effects.keep(unfinished, of: screen) }

  /// Carries out an effect, or begins to.
  func carryOut(_ effect: Effect) {
    switch effect {
    case .perform(let action): effects.perform(action)
    case .add(let entry): effects.add(entry)
    case .set(let key, let value): effects.set(key, to: value)
    case .showTheme(let name): effects.show(theme: name)
    case .lookUp(let lookUp): effects.lookUp(lookUp)
    case .searchOrg(let lookUp): search.search(lookUp) { [post] in post(.lookedUp($0)) }
    case .syncNow: sync.syncNow()
    case .logIn(let place): logins.begin(place)
    case .finishLogin(let text): logins.finish(with: text)
    case .cancelLogin: logins.cancel()
    case .logOut: logins.logOut()
    case .listProfiles: effects.listProfiles()
    case .deleteProfile(let name, let count): effects.deleteProfile(name, losing: count)
    case .noteChangesSeen(let id): effects.noteChangesSeen(upTo: id)
    case .claimReminders: effects.claimReminders()
    // The screen's own.
    case .notify, .notifyByTerminal, .copy, .edit, .open, .copyLink, .suspend, .quit, .openDemo, .openProfile,
      .useWithoutSalesforce:
      break
    }
  }

  /// Tells of the login when it is another one or gone, whoever did it.
  private func observeLogins() -> Task<Void, any Error> {
    Task.detached { [profile, store, post] in
      var logins: Int?
      for try await need in store.syncNeeds() where need.loginCount != logins {
        logins = need.loginCount
        post(.profile(ProfileFacts(profile, store)))
      }
    }
  }

  /// Tells what the org told at every connection, whichever process made it.
  private func observeConnections() -> Task<Void, any Error> {
    Task.detached { [store, post] in
      for try await facts in store.connections() { post(.connection(facts)) }
    }
  }

  private func watchList() -> Watch<ListWish> {
    Watch { [store, isNew, post] wish in
      guard !isNew else { return nil }
      return Task.detached {
        do {
          for try await contents in store.lists(wish.query, on: wish.day) { post(.list(contents)) }
        } catch {
          post(.failed(CommandFailure(error).line))
        }
      }
    }
  }

  private func watchChanges() -> Watch<Bool> {
    Watch { [store, post] isShown in
      guard isShown else { return nil }
      return Task.detached {
        do {
          for try await feed in store.changeFeeds() { post(.changes(feed)) }
        } catch {
          post(.notice(CommandFailure(error).line, isWarning: true))
        }
      }
    }
  }

  private func watchReminders() -> Watch<ReminderID?> {
    Watch { [store, isNew, post] shown in
      guard !isNew else { return nil }
      return Task.detached {
        do {
          for try await upcoming in store.upcomingReminderUpdates(showing: shown) { post(.upcomingReminders(upcoming)) }
        } catch {
          post(.notice(CommandFailure(error).line, isWarning: true))
        }
      }
    }
  }
}
