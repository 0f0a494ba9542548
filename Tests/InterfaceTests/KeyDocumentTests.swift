import Foundation
import Testing

@testable import Interface

@Suite("docs/keys.md")
struct KeyDocumentTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/keys.md")
  private static let heading = "## Commands\n"

  /// The commands of the table, screen by screen.
  private var commands: String {
    Scope.allCases
      .map { scope in
        let rows = KeyTable.standard[scope]
          .map { binding in
            let keys = binding.names.map { "`\($0)`" }.joined(separator: " ")
            return "| `\(binding.command.rawValue)` | \(keys) | \(KeyTable.standard.text(binding.help)) |"
          }
        return "\n### `\(scope.rawValue)`: \(scope.heading)\n\n| command | keys | does |\n|---|---|---|\n"
          + rows.joined(separator: "\n") + "\n"
      }
      .joined()
  }

  @Test("It names every command with its keys; make snapshots writes them anew")
  func commandsAreListed() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(text.range(of: Self.heading))
    if Snapshot.isRecording {
      try Data((text[..<start.upperBound] + commands).utf8).write(to: Self.file)
    } else {
      #expect(text[start.upperBound...] == commands)
    }
  }
}
