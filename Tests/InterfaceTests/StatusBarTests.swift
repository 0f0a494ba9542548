import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The status bar")
struct StatusBarTests {
  static let states: [SyncStatus.State] = [
    .off, .offline, .connecting, .importing(done: 0, total: nil), .importing(done: 3_120, total: nil),
    .importing(done: 3_120, total: 10_000), .importing(done: 10_000, total: 10_000), .live,
    .polling(every: .seconds(15)), .polling(every: .seconds(300)), .syncing,
    .waiting(until: Fixture.now.addingTimeInterval(31.4)), .waiting(until: Fixture.now.addingTimeInterval(900)),
    .loginNeeded, .choiceNeeded,
  ]

  private func bar(_ state: SyncStatus.State, _ columns: Int, glyphs: Glyphs = .unicode) -> String {
    var status = Fixture.status
    status.state = state
    return Fixture.state(columns, 24, status: status, glyphs: glyphs).picture.text(ofRow: 23)
  }

  @Test("Every state has its words, at every width")
  func everyState() throws {
    let text = [120, 80, 60, 40]
      .map { columns in
        "\(columns) columns\n" + StatusBarTests.states.map { bar($0, columns) }.joined(separator: "\n")
      }
    let ascii =
      "80 columns, ASCII\n" + StatusBarTests.states.map { bar($0, 80, glyphs: .ascii) }.joined(separator: "\n")
    try Snapshot.expect(
      (text + [ascii]).joined(separator: "\n\n"), named: "status-bar",
      shows: "The status bar in every state of the sync.")
  }

  @Test("ASCII glyphs are ASCII", arguments: states)
  func ascii(state: SyncStatus.State) {
    let strange = bar(state, 120, glyphs: .ascii).filter { !$0.isASCII }
    #expect(strange == "")
  }

  @Test("What waits, conflicts and refusals are never left out", arguments: states)
  func counts(state: SyncStatus.State) {
    let text = bar(state, 40)
    for part in ["↑2", "!1", "✗1"] { #expect(text.contains(part)) }
  }

  @Test("A last sync of another day has its date")
  func lastSync() {
    var status = Fixture.status
    status.lastSync = Fixture.now.addingTimeInterval(-86_400)
    #expect(Fixture.state(status: status).picture.text(ofRow: 23).contains("synced 23 Nov 13:05"))
  }

  @Test("By which way it is live stands where there is room, also while it syncs, and pushes nothing else out")
  func liveWay() {
    var status = Fixture.status
    status.liveWay = "change events"
    func bar(_ columns: Int) -> String { Fixture.state(columns, 24, status: status).picture.text(ofRow: 23) }
    #expect(bar(140).contains("● Live     by change events"))
    for columns in [140, 80, 40] {
      let without = Fixture.state(columns, 24, status: Fixture.status).picture.text(ofRow: 23)
      for part in without.components(separatedBy: "  ") where !part.isEmpty { #expect(bar(columns).contains(part)) }
    }
    #expect(!bar(40).contains("change events"))
    status.state = .syncing
    #expect(bar(140).contains("by change events"))
    status.state = .polling(every: .seconds(15))
    #expect(!bar(140).contains("by change events"))
  }

  @Test("That API calls run short stands beside the pace that follows from it, and pushes no count out")
  func callsUsed() {
    var status = Fixture.status
    (status.state, status.callsUsed) = (.polling(every: .seconds(900)), 83)
    func bar(_ columns: Int) -> String { Fixture.state(columns, 24, status: status).picture.text(ofRow: 23) }
    #expect(bar(120).contains("Polling every 15 min  API calls 83 %"))
    #expect(bar(80).contains("API calls 83 %"))
    for part in ["↑2", "!1", "✗1"] { #expect(bar(40).contains(part)) }
    status.state = .live
    #expect(bar(120).contains("● Live     API calls 83 %"))
    status.state = .off
    #expect(!bar(120).contains("API calls"))
  }

  @Test("It is there on every screen", arguments: [["?"], [","], ["a"], ["A"], ["e"], ["s"], ["enter"]])
  func always(keys: [String]) {
    var state = Fixture.state()
    for key in keys { state.press(key) }
    #expect(state.picture.text(ofRow: 23).contains("● Live"))
  }
}
