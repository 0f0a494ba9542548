import Foundation
import Interface
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
    var state = State(
      size: screen.size, now: Date(), today: today, timeZone: .current,
      order: DayMonthOrder(locale: Locale.current.identifier), glyphs: screen.isUTF8 ? .unicode : .ascii,
      themes: themes.names, profile: facts, isNew: isNew,
      asksForSync: try facts.isLoggedIn && !store.isDecided(.sync), unfinished: work.found,
      edited: work.edited)
    var problem: String?
    do {
      _ = Interface.update(&state, .theme(try themes.load(name)))
    } catch {
      problem = CommandFailure(error).line
    }
    if !isNew { _ = Interface.update(&state, .list(try store.list(state.listQuery, on: today))) }
    _ = Interface.update(&state, .connection(try store.connectionFacts()))
    if let problem { _ = Interface.update(&state, .failed(problem)) }
    return state
  }
}
