import ReminderStore
import Reminders
import Terminal
import Testing

@Suite("docs/troubleshooting.md")
struct TroubleDocumentTests {
  /// As far as they say what is wrong; what they are about is `…` here and there.
  private static let messages: [String] = {
    let store: [StoreError] = [
      .cannotOpen(path: "…", reason: "…"), .newerVersion(path: "…"), .damaged(path: "…"), .diskFull, .busy,
      .failed(reason: "…"), .unknownReminder("…"), .ambiguousReminder(prefix: "…", matches: 3, examples: []),
      .foreignOrg(expected: "…", found: "…"),
    ]
    let terminal: [TerminalError] = [
      .notATerminal, .noTerminalType, .unknownTerminalType("…"), .cannotDraw("…"), .noDescriptors(24),
    ]
    return (store.map(\.description) + terminal.map(\.description))
      .map { String($0.prefix { !";:,(".contains($0) }).trimmed }
  }()

  @Test("It tells what to do about every error of the store and of the terminal", arguments: messages)
  func errors(message: String) throws {
    let isTold = try Document("docs/troubleshooting.md").text.contains("`\(message)")
    #expect(isTold)
  }
}
