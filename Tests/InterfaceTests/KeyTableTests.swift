import Terminal
import Testing

@testable import Interface

@Suite("The key table")
struct KeyTableTests {
  private var bindings: [(scope: Scope, binding: KeyBinding)] {
    Scope.allCases.flatMap { scope in
      KeyTable.standard.help(in: [scope]).flatMap(\.bindings).map { (scope, $0) }
    }
  }

  @Test("Every key that is declared is a key")
  func names() {
    for (_, binding) in bindings { #expect(binding.names == binding.keys.map(\.name)) }
  }

  @Test("No key means two things in one scope")
  func unique() {
    for (scope, bindings) in Dictionary(grouping: bindings, by: \.scope) {
      let keys = bindings.flatMap(\.binding.keys)
      #expect(Set(keys).count == keys.count, "\(scope)")
    }
  }

  @Test("No screen is named as a command, since both are keys of one table of config.toml")
  func scopeNames() {
    #expect(Scope.allCases.filter { Command(rawValue: $0.rawValue) != nil } == [])
  }

  @Test("No key of a triage hides one of a task")
  func triage() {
    let keys = KeyTable.standard.help(in: [.task, .triage]).flatMap(\.bindings).flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("Every command has a key and a line in the help")
  func complete() {
    let commands = Set(bindings.map(\.binding.command))
    #expect(Command.allCases.filter { !commands.contains($0) } == [])
    #expect(bindings.filter { KeyTable.standard.text($0.binding.help).isEmpty }.isEmpty)
  }

  @Test(
    "The keys are those of the design",
    arguments: [
      ("j", Command.down), ("k", .up), ("down", .down), ("up", .up), ("g", .first), ("G", .last),
      ("ctrl-d", .halfPageDown), ("ctrl-u", .halfPageUp), ("enter", .open), ("a", .add), ("A", .addWithForm),
      ("e", .edit), ("space", .toggleCompleted), ("d", .delete), ("u", .undo), ("!", .togglePriority),
      ("o", .toggleOverdue), ("r", .syncNow), (",", .settings), ("?", .help), ("q", .quit), ("ctrl-c", .interrupt),
      ("ctrl-z", .suspend), ("s", .snooze), ("tab", .otherPane), ("ctrl-r", .redo),
      ("x", .dismissConflicts), ("X", .takeOtherVersion), ("C", .compareVersions), ("p", .send), ("R", .retry),
      ("U", .giveUp), ("O", .sayOutcome), ("D", .answerVanishing), ("8", .viewChanges), ("L", .logIn),
      ("P", .profiles), (":", .palette), ("ctrl-p", .palette), ("v", .mark), ("V", .markAll), ("t", .triage),
      ("T", .glance),
    ])
  func agenda(name: String, command: Command) throws {
    let press = try #require(KeyPress(named: name))
    #expect(KeyTable.standard.command(for: press, in: ListScreen(selected: "t1").scopes) == command)
  }

  @Test(
    "ctrl-c quits and ctrl-z suspends wherever one is",
    arguments: [
      [], ["a"], ["A"], ["s"], ["?"], [","], [",", "j", "enter"], ["j", "j", "j", "C"], ["L"], ["L", "enter"], ["P"],
      ["t"], ["t", "d", "esc"], ["t", "D"], ["T"],
    ])
  func always(keys: [String]) {
    var state = Fixture.state()
    for key in keys { state.press(key) }
    #expect(state.press("ctrl-z") == [.suspend])
    #expect(state.press("ctrl-c") == [.quit])
  }
}
