import Foundation
import Testing

@Suite("Keys in a terminal", .serialized, .timeLimit(.minutes(2)))
struct KeyTests {
  private static let program = Shell.products.appending(path: "command-center").path

  @Test("A mistake in config.toml is said with its line, and the standard keys stand; mended, those of the user do")
  func configuration() async throws {
    let home = try Home()
    let file = URL(filePath: home.path).appending(path: "config.toml")
    try await home.run("add", "Water the plants today")
    try Data("[keys]\nquit = \"d\"\n".utf8).write(to: file)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      let screen = try await terminal.wait(for: "config.toml:2: “d” is a key of delete")
      #expect(screen.contains("Until then"))
      #expect(screen.contains("Water the plants"))
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    let editing = try await Shell.run(
      Self.program, ["settings", "edit"], environment: home.environment.merging(["VISUAL": "true"]) { $1 })
    #expect(editing.status == 1)
    #expect(editing.errors.contains("config.toml:2: “d” is a key of delete"))
    try Data("[keys]\nquit = \"f10\"\ndelete = \"f8\"\n".utf8).write(to: file)
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "f8 delete")
      try await terminal.press("F8")
      try await terminal.wait(for: "Deleted")
      try await terminal.press("F10")
      try await terminal.wait(for: "[exit 0]")
    }
  }

  @Test("A count that is typed in one go moves in the list that was there, and the palette does what a key does")
  func count() async throws {
    let home = try Home()
    for number in 1...6 { try await home.run("add", "Task \(number) tomorrow") }
    try await TerminalSession.with("exec \(Self.program)", home.environment) { terminal in
      try await terminal.wait(for: "Task 6")
      try await terminal.type("3jd")
      try await terminal.wait(for: "Deleted “Task")
      try await terminal.type(":undo last")
      try await terminal.wait(for: "undo the last action")
      try await terminal.press("Enter")
      try await terminal.wait(for: "6 open")
    }
  }
}
