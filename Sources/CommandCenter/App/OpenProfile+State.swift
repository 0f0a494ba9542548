import Foundation
import Interface
import Logging
import ReminderStore
import Reminders
import Terminal

extension OpenProfile {
  /// What is on the screen at first.
  func firstState(_ store: ReminderStore, _ work: UnfinishedWork) throws -> State {
    let themes = ThemeFiles(profile.places)
    let name = try SettingsAccess(profile).value(of: .theme)
    let today = today()
    let facts = ProfileFacts(profile, store)
    var problems: [String] = []
    var keys = KeyTable.standard
    do { keys = try ConfigFile(url: profile.places.configFile).keys() } catch {
      problems.append("\(CommandFailure(error).line) Until then the standard keys stand.")
    }
    var state = State(
      size: screen.size, now: Date(), today: today, timeZone: .current,
      order: DayMonthOrder(locale: Locale.current.identifier), glyphs: screen.isUTF8 ? .unicode : .ascii,
      themes: themes.names, keys: keys, profile: facts, isNew: isNew,
      asksForSync: try facts.isLoggedIn && !store.isDecided(.sync), unfinished: work.found, edited: work.edited)
    do {
      _ = Interface.update(&state, .theme(try themes.load(name)))
    } catch {
      let line = CommandFailure(error).line
      problems.append("\(line) Until then \(Theme.standard.name) is shown.")
      LogFile.logger(profile).warning("The theme “\(name)” cannot be used: \(line)")
    }
    if !isNew { _ = Interface.update(&state, .list(try store.list(state.listQuery, on: today))) }
    _ = Interface.update(&state, .connection(try store.connectionFacts()))
    if !problems.isEmpty { _ = Interface.update(&state, .failed(problems.joined(separator: " "))) }
    return state
  }
}
