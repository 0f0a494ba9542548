import Foundation
import OrgModel
import Testing

@testable import Terminal

@Suite("What is sent to the terminal", .timeLimit(.minutes(2)))
struct SentBytesTests {
  @Test("A key in a list of 80x24 sends at most 400 bytes, whatever its tasks are like")
  func key() async throws {
    let home = try Home()
    for index in 0..<12 {
      try await home.run(
        "add", "Call customer number \(index) about the renewal of the yearly contract and send a quote", "today",
        "!high", "#call")
    }
    let program = Shell.products.appending(path: "command-center").path
    let record = FileManager.default.temporaryDirectory.appending(path: "cc-sent-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: record) }
    try await TerminalSession.with("exec \(program)", home.environment, columns: 80, rows: 24) { terminal in
      try await terminal.wait(for: "Call customer number 0")
      try await terminal.press("j")
      try await terminal.wait(for: "the second task") { Self.selected($0)?.contains("number 1 ") == true }
      try await terminal.record(to: record.path)
      for index in 2..<10 {
        try await terminal.press("j")
        try await terminal.wait(for: "task \(index)") { Self.selected($0)?.contains("number \(index) ") == true }
      }
      let sent = try Data(contentsOf: record).count
      // The last one may not be recorded yet.
      #expect(sent > 7 * 100 && sent <= 8 * 400)
    }
  }

  private static func selected(_ screen: String) -> Substring? {
    screen.split(separator: "\n").first { $0.hasPrefix("▌") }
  }

  @Test("A terminal shows the same for what is sent and for what ncurses asked for", arguments: [1, 2, 3])
  func samePicture(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let styles = [
      "0", "", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "29", "31", "94", "39", "42", "103", "49",
      "38;5;200", "48;5;17", "38;2;10;20;30", "48;2;200;100;0", "1;4;38;5;3", "0;7", "0;1;31;42",
    ]
    var sent = ""
    for row in 1...20 {
      sent += "\u{1B}[\(row);1H"
      for _ in 0..<40 {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          sent += "\u{1B}[\(styles.randomElement(using: &random) ?? "0")m"
        }
        if Int.random(in: 0..<6, using: &random) == 0 { sent += "\u{1B}(B" }
        sent += String(UnicodeScalar(UInt8.random(in: 0x61...0x7A, using: &random)))
      }
      sent += "\u{1B}[K"
    }
    sent += "\u{1B}[0m\u{1B}[22;1H"
    var filter = RenditionFilter()
    let reduced = filter.reduce(Array(sent.utf8))
    #expect(reduced.count < sent.utf8.count * 3 / 4)
    var pictures: [String] = []
    for bytes in [Array(sent.utf8), reduced] {
      let file = FileManager.default.temporaryDirectory.appending(path: "cc-\(UUID().uuidString)")
      try Data(bytes).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      try await TerminalSession.with("cat \(file.path)", [:], columns: 80, rows: 24) { terminal in
        try await terminal.wait(for: "[exit 0]")
        pictures.append(try await terminal.styledScreen())
      }
    }
    #expect(pictures[0] == pictures[1])
  }
}
