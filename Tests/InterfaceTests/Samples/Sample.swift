import Reminders
import Terminal
import Testing

@testable import Interface

/// A screen, and how a user comes to it.
struct Sample: Sendable, CustomTestStringConvertible {
  /// Also the name of the file of its pictures.
  let name: String
  /// What is to be seen, in a sentence.
  let shows: String
  private let begin: @Sendable (Size, Glyphs) -> State
  private let reach: @Sendable (inout State) -> Void

  /// - Parameter reach: from the home screen with a full day, synced live, where nothing else is said.
  init(
    _ name: String, _ shows: String, agenda: ListContents = Fixture.agenda, status: SyncStatus? = nil,
    profile: ProfileFacts = ProfileFacts(name: "default"), isNew: Bool = false,
    _ reach: @escaping @Sendable (inout State) -> Void = { _ in }
  ) {
    self.name = name
    self.shows = shows
    self.reach = reach
    begin = { size, glyphs in
      Fixture.state(
        size.columns, size.rows, agenda: agenda, status: status, glyphs: glyphs, profile: profile, isNew: isNew)
    }
  }

  var testDescription: String { name }

  func state(_ size: Size, _ glyphs: Glyphs) -> State {
    var state = begin(size, glyphs)
    reach(&state)
    return state
  }

  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 10)]

  /// Every screen and what can be laid over it.
  static let all = lists + changes + filters + tasks + forms + triages + commands + settings + logins
}
