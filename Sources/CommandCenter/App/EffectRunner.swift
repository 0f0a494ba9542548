import Dispatch
import Foundation
import Interface
import Localization
import Log
import Logging
import ReminderStore
import Reminders

/// Carries out, in order and off the main thread, what the interface asks for: a key never waits for the disk.
final class EffectRunner: Sendable {
  private let profile: Profile
  private let store: ReminderStore
  private let settings: SettingsAccess
  private let themes: ThemeFiles
  private let languages: LanguageFiles
  private let post: @Sendable (Event) -> Void
  private let queue = DispatchQueue(label: "effects", qos: .userInitiated)

  init(profile: Profile, store: ReminderStore, post: @escaping @Sendable (Event) -> Void) {
    self.profile = profile
    self.store = store
    settings = SettingsAccess(profile)
    themes = ThemeFiles(profile.places)
    languages = LanguageFiles(profile.places)
    self.post = post
  }

  func perform(_ action: UserAction) {
    answer { .performed(try $0.store.perform(action, at: Date())) }
  }

  func add(_ entry: QuickEntry) {
    answer { runner in
      let draft = try entry.draft { try runner.store.records($0) }
      return .performed(try runner.store.perform(.create(draft), at: Date()))
    }
  }

  /// Tells what is known here of what is typed.
  func lookUp(_ lookUp: LookUp) {
    queue.async { [self] in
      post(.lookedUp(LookUpAnswer(lookUp, (try? store.records(lookUp)) ?? [], .here)))
    }
  }

  func set(_ key: SettingKey, to value: String) {
    answer { runner in
      if key == .theme { try runner.use(value) }
      let language = key == .language ? try runner.languages.load(value) : nil
      try runner.settings.set(key, to: value)
      if let language {
        Localization.use(Localization(language: language, region: Localization.current.region))
        runner.post(.language(value))
      }
      if key == .screenReader { runner.post(.screenReader(value == "on")) }
      if key == .logLevel {
        let level = try LogLevel(value)
        level.use()
        runner.post(.logLevel(level))
      }
      if key == .notifications { runner.post(.notifications(try Notifications(value))) }
      return .settingSaved(key)
    }
  }

  /// Shows a theme, and saves nothing.
  func show(theme name: String) {
    queue.async { [self] in
      do {
        post(.theme(try themes.load(name)))
      } catch {
        post(.notice(CommandFailure(error).line, isWarning: true))
      }
    }
  }

  /// Shows a theme; the one in use where that fails, since another one was tried on before.
  private func use(_ name: String) throws {
    do {
      post(.theme(try themes.load(name)))
    } catch {
      let present = try? themes.load(settings.value(of: .theme))
      post(.theme(present ?? .standard))
      throw error
    }
  }

  func listProfiles() {
    queue.async { [self] in post(.profiles(ProfileList(open: profile).summaries)) }
  }

  func deleteProfile(_ name: String, losing count: Int) {
    answer { runner in
      let list = ProfileList(open: runner.profile)
      let login = try waiting { try await list.delete(name, losing: count) }
      // Nothing has to wait for Salesforce.
      Task { try? await login?.revoke() }
      runner.post(.notice(localized("Deleted the profile “\(name)”"), isWarning: false))
      return .performed(nil)
    }
    listProfiles()
  }

  /// Keeps what is typed in a screen.
  func keep(_ unfinished: Unfinished, of screen: Int) {
    queue.async { [self] in
      do {
        try store.keep(unfinished, of: screen)
      } catch {
        let reason = CommandFailure(error).line
        post(.notice(localized("What you type is not kept: \(reason)"), isWarning: true))
      }
    }
  }

  /// Takes the tasks of which the user is to be reminded now.
  func claimReminders() {
    queue.async { [self] in
      do {
        post(.reminded(try store.claimReminders(at: Date())))
      } catch {
        post(.notice(CommandFailure(error).line, isWarning: true))
      }
    }
  }

  /// The user has looked at the changes up to one; where that cannot be written they just stand out once more.
  func noteChangesSeen(upTo id: Int64) {
    queue.async { [self] in try? store.noteChangesSeen(upTo: id) }
  }

  /// Forgets what was in the trash for too long: for a screen that stays open for days.
  func emptyTrash() {
    queue.async { [self] in try? store.emptyTrashWhileOff(at: Date()) }
  }

  /// Returns when all that was asked for is on the disk.
  func finish() { queue.sync {} }

  private func answer(_ work: @escaping @Sendable (EffectRunner) throws -> Event) {
    queue.async { [self] in
      do {
        post(try work(self))
      } catch {
        if let error = error as? StoreError, error.isFault {
          LogFile.logger(profile).error("action failed", metadata: ["reason": .shown(error.outline)])
        }
        post(.failed(CommandFailure(error).line))
      }
    }
  }
}
