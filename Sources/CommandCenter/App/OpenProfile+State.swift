import Foundation
import Interface
import Localization
import Log
import Logging
import ReminderStore
import Reminders
import Terminal

extension OpenProfile {
  /// What is on the screen at first.
  func firstState(_ store: ReminderStore, _ work: UnfinishedWork) throws -> State {
    let themes = ThemeFiles(profile.places)
    let today = today()
    let facts = ProfileFacts(profile, store)
    let configuration = ConfigFile(profile.places).read()
    func value(_ key: SettingKey) -> String {
      configuration.settings[key] ?? key.standardValue(in: profile.places)
    }
    let languages = LanguageFiles(profile.places)
    func mistakes(_ configuration: Configuration) -> [String] {
      var mistakes = configuration.problems.map(\.description)
      do { try languages.speak(value(.language)) } catch { mistakes.append(CommandFailure(error).line) }
      return mistakes
    }
    var problems = mistakes(configuration)
    if !problems.isEmpty {
      let logged = Localization.with(.english) { mistakes(ConfigFile(profile.places).read()) }
      for mistake in logged {
        LogFile.logger(profile).warning("mistake in the settings", metadata: ["message": .local(mistake)])
      }
      problems.append(localized("Until then the standard stands."))
    }
    var state = State(
      size: screen.size, now: Date(), today: today, timeZone: .current,
      glyphs: screen.isUTF8 ? screen.isLinuxConsole ? .console : .unicode : .ascii,
      themes: themes.names, language: value(.language), languages: languages.names, keys: configuration.keys,
      configurationPath: profile.places.configFile.path, profile: facts, isNew: isNew,
      asksForSync: try facts.isLoggedIn && !store.isDecided(.sync), unfinished: work.found, edited: work.edited)
    do {
      _ = Interface.update(&state, .theme(try themes.load(value(.theme))))
    } catch {
      problems += [CommandFailure(error).line, localized("Until then \(Theme.standard.name) is shown.")]
    }
    _ = Interface.update(&state, .screenReader(value(.screenReader) == "on"))
    _ = Interface.update(&state, .notifications(try Notifications(value(.notifications))))
    _ = Interface.update(&state, .logLevel(try LogLevel(value(.logLevel))))
    if !isNew { _ = Interface.update(&state, .list(try store.list(state.listQuery, on: today))) }
    _ = Interface.update(&state, .reminded(try work.reminded()))
    _ = Interface.update(&state, .connection(try store.connectionFacts()))
    if !problems.isEmpty { _ = Interface.update(&state, .failed(problems.joined(separator: " "))) }
    return state
  }
}
