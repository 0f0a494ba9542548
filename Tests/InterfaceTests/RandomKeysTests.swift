import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Whatever is typed")
struct RandomKeysTests {
  /// SplitMix64, so that a seed decides everything.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let keys: [KeyPress] =
    Scope.allCases.flatMap { KeyTable.standard.help(in: [$0]).flatMap(\.bindings).flatMap(\.keys) }
    + "abcxyz09 !#@é契👩‍👩‍👧‍👦\u{301}".map { KeyPress(.character($0)) }
    + [.left, .right, .home, .end, .backspace, .delete, .up, .down].map { KeyPress($0) }

  private static let progress: [LoginProgress] = [
    .waiting(Fixture.invitation), .answerRefused("It is of no use."), .checking, .failed(LoginFailure("It failed.")),
    .unusableAddress("It is no address."),
    .connected(LoginConnection(user: "Ada", org: "https://acme.my.salesforce.com", asksForSync: true)),
  ]

  private static let answers: [Event] = [
    .performed(ActionReport(summary: "Done", reminders: [], entry: 7)), .performed(nil), .failed("It failed."),
  ]

  private static let pastes = ["one\ntwo", "\u{1B}[2J", String(repeating: "契", count: 300), ""]

  @Test("Random keys at random sizes never crash it, and the picture always fits", arguments: 1...24)
  func survives(seed: UInt64) {
    var random = Random(state: seed)
    var state = Fixture.state(isNew: seed.isMultiple(of: 6))
    var rows = Fixture.agenda
    for _ in 0..<400 {
      var effects = state.send(event(&random, &rows))
      while !effects.isEmpty {
        let effect = effects.removeFirst()
        if let answer = answer(to: effect, &random) { effects += state.send(answer) }
      }
      if state.context.list.query.view != state.listQuery.view, Bool.random(using: &random) {
        var contents = rows
        contents.query = state.listQuery
        if contents.query.view != .agenda { contents.groups = [ListGroup(.whole, rows: Array(rows.rows))] }
        // Keys that waited for it.
        for effect in state.send(.list(contents)) {
          if let answer = answer(to: effect, &random) { state.send(answer) }
        }
      }
      let frame = Interface.render(state)
      #expect(frame.size == state.size)
      if let cursor = frame.cursor { #expect(frame.bounds.contains(cursor)) }
      #expect(!state.screens.isEmpty)
      let scopes = state.screens.last?.scopes ?? []
      #expect(scopes.allSatisfy { one in scopes.allSatisfy { one.isInForce(with: $0) } }, "\(scopes)")
      #expect(state.awaited.isEmpty)
    }
  }

  /// How the program answers an effect, if it does.
  private func answer(to effect: Effect, _ random: inout Random) -> Event? {
    switch effect {
    case .perform, .add, .deleteProfile: RandomKeysTests.answers.randomElement(using: &random) ?? .performed(nil)
    case .set(let key, _): Bool.random(using: &random) ? .settingSaved(key) : .failed("It failed.")
    case .lookUp(let lookUp):
      .lookedUp(LookUpAnswer(lookUp, RecordPickerTests.adas.shuffled(using: &random), .here))
    case .searchOrg(let lookUp): .lookedUp(LookUpAnswer(lookUp, [], .failed("It failed.")))
    case .logIn: .login(RandomKeysTests.progress.randomElement(using: &random) ?? .checking)
    case .listProfiles: .profiles(Fixture.profiles)
    case .claimReminders: .reminded([RemindingTests.row(secondsAgo: 90), RemindingTests.row("Ring", "t2")])
    case .showTheme: .theme(.standard)
    case .noteChangesSeen, .notify, .notifyByTerminal: nil
    case .edit(let text): .edited(text + "\n\u{1B}[31m")
    case .finishLogin, .cancelLogin, .logOut, .open, .copyLink, .copy, .openProfile: nil
    case .syncNow, .suspend, .quit, .openDemo, .useWithoutSalesforce: nil
    }
  }

  private func event(_ random: inout Random, _ rows: inout ListContents) -> Event {
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      let columns = [0, 1, 12, 40, 41, 80, 99, 100, 140].randomElement(using: &random) ?? 80
      return .terminal(
        .resize(Size(columns: columns, rows: [0, 1, 9, 10, 15, 16, 24, 50].randomElement(using: &random) ?? 24)))
    case 1:
      if !rows[.today].isEmpty { rows[.today].shuffle(using: &random) }
      if Bool.random(using: &random), let row = rows[.today].popLast() { rows[.tomorrow].append(row) }
      if rows[.today].isEmpty { rows = Fixture.agenda }
      return .list(Int.random(in: 0..<5, using: &random) == 0 ? ListContents() : rows)
    case 5: return .changes(Bool.random(using: &random) ? ChangesTests.feed : ChangeFeed())
    case 6:
      let asked = Bool.random(using: &random) ? ReminderID(rawValue: "t1") : nil
      return .upcomingReminders(UpcomingReminders(next: Bool.random(using: &random) ? Fixture.now : nil, asked: asked))
    case 2: return .terminal(.paste(RandomKeysTests.pastes.randomElement(using: &random) ?? ""))
    case 3, 4:
      let action =
        [Mouse.Action.press(.left), .wheelDown, .wheelUp, .release].randomElement(using: &random) ?? .release
      let position = Position(
        column: Int.random(in: 0..<150, using: &random), row: Int.random(in: 0..<60, using: &random))
      return .terminal(.mouse(Mouse(action, at: position)))
    default: return .terminal(.key(RandomKeysTests.keys.randomElement(using: &random) ?? KeyPress(.escape)))
    }
  }
}
