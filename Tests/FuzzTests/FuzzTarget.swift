import Foundation
import Interface
import Localization
import Logging
@testable import OrgModel
import Reminders
@testable import Salesforce
@testable import Terminal

/// What reads input of others, each with what must hold whatever comes: that it returns, and what is checked here.
///
/// `make fuzz TARGET=… SECONDS=…` looks for inputs that break one; `ReplayTests` runs what was found before, and examples.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// Answers of the streaming endpoint, one message array a line.
  case bayeux
  /// The first byte chooses the status, the second the request; the rest is the answer, as `FuzzTarget.rest` takes it apart.
  case rest
  /// A query to the simulated org.
  case soql
  case theme
  case config
  case language
  case entry
  /// Bytes of a keyboard; 0xFF is a pause.
  case keys
  case text

  func run(_ bytes: [UInt8]) async {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .bayeux: Self.bayeux(text)
    case .rest: await Self.rest(bytes)
    case .soql: Self.soql(text)
    case .theme: Self.theme(text)
    case .config: _ = try? KeyTable(configuration: text, path: "config.toml")
    case .language: _ = try? LanguageFile.language("xx", text, path: "xx.toml")
    case .entry: Self.entry(text)
    case .keys: Self.keys(bytes)
    case .text: Self.display(text)
    }
  }

  static let now = Date(timeIntervalSince1970: 1_795_608_000)
  private static let org = Org.demo(tasks: 12, now: now, timeZone: .gmt)

  private static func soql(_ text: String) {
    guard let user = DemoUser.rep.id(in: org) else { return }
    _ = try? org.query(text, by: user, at: now)
  }

  private static func bayeux(_ text: String) {
    var session = BayeuxSession()
    _ = session.start()
    for line in text.split(separator: "\n").prefix(20) {
      guard let messages = try? JSONDecoder().decode([BayeuxMessage].self, from: Data(line.utf8)) else { continue }
      let step = session.handle(.answer(messages, after: .seconds(1)), random: 0.5)
      if case .wait(let delay) = step.action { precondition(delay >= .zero && delay <= .seconds(86_400)) }
    }
  }

  private static func theme(_ text: String) {
    let library = ThemeLibrary(names: ["mine"]) { name in
      name == "mine" ? ThemeSource(path: "mine.toml", text: text) : nil
    }
    do {
      _ = try library.theme(named: "mine").contrasts
    } catch {
      precondition(!"\(error)".isEmpty)
    }
  }

  private static func entry(_ text: String) {
    guard let today = Day(iso: "2026-11-26"), let entry = try? QuickEntry(text, today: today) else { return }
    precondition(!entry.name.isEmpty && entry.name.count <= 255)
  }

  private static func keys(_ bytes: [UInt8]) {
    var decoder = InputDecoder()
    var events: [TerminalEvent] = []
    for piece in bytes.split(separator: 0xFF, omittingEmptySubsequences: false) {
      events += decoder.feed(piece)
      events += decoder.flush()
    }
    for case .paste(let text) in events {
      precondition(
        text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control })
    }
  }

  private static func display(_ text: String) {
    let shown = DisplayText(text)
    precondition(shown.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    precondition(shown.width == shown.clusters.reduce(0) { $0 + $1.width })
    // What is safe stays as it is.
    precondition(DisplayText(shown.text).text == shown.text)
    for width in [0, 1, 7] { precondition(shown.truncated(to: width).width <= width) }
  }
}
