import Foundation
import Localization
import Logging
import Testing

@testable import Log

@Suite("Lines of the log")
struct LogLineTests {
  private func line(
    _ metadata: Logger.Metadata, message: Logger.Message = "done", showsContent: Bool = false
  ) -> String {
    let event = LogEvent(
      level: .info, message: message, metadata: metadata, source: nil, file: "", function: "", line: 0)
    return LogLine.text(
      of: event, [:], at: Date(timeIntervalSince1970: 1_795_608_000.25), process: 7, showsContent: showsContent)
  }

  private let head = "2026-11-25T12:00:00.250Z info [7] done"

  @Test("Time, level, process, what happened, and what about, in the order of the names")
  func form() {
    #expect(line(["b": .shown(2), "a": .shown("x y"), "c": .shown("")]) == "\(head) a=\"x y\" b=2 c=\"\"")
  }

  @Test("Content is not told, nor what nobody has marked; a text tells what it says, and not about what")
  func redaction() {
    let text = LocalizedText("cannot reach \("Acme"), \(3) times: \(LocalizedText("timed out"))")
    let metadata: Logger.Metadata = [
      "a": .content("Call Ada"), "b": "Ada \(1)", "c": .text(text), "d": .text(LocalizedText(verbatim: "Call Ada")),
      "e": ["x": "Ada"], "f": [.shown("Ada")],
    ]
    #expect(
      line(metadata)
        == "\(head) a=<private> b=<private> c=\"cannot reach …, 3 times: timed out\" d=… e=<private> f=<private>")
    let told = line(metadata, showsContent: true)
    #expect(told.contains("a=⟦Call Ada⟧ b=⟦Ada 1⟧"))
    #expect(told.contains("c=\"cannot reach …, 3 times: timed out\"⟦cannot reach Acme, 3 times: timed out⟧"))
  }

  @Test("Content can be taken out again, whatever is in it; what is no line is not taken for one")
  func takingOut() {
    let hostile = "Ada⟧ more⟦\n2026-11-25T12:00:00.250Z info [7] x \u{1B}[2J\u{202E}\u{2028}"
    let told = line(["a": .content(hostile), "b": .shown(1)], showsContent: true)
    #expect(told.split(whereSeparator: \.isNewline).count == 1)
    #expect(!told.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(LogLine.withoutContent(told) == "\(head) a=<private> b=1")
    #expect(LogLine.withoutContent("\(head) a=⟦Call A") == "\(head) a=<private>")
    #expect(LogLine.withoutContent("Call Ada") == nil)
    #expect(LogLine.withoutContent("2026-11-25T12:00:00Z info Call Ada") == nil)
    #expect(LogLine.withoutContent("") == nil)
  }

  @Test("What is of this machine is always told, and is taken out like content")
  func local() {
    let told = line(["a": .local("/home/ada/config.toml:3: mistake"), "b": .shown(1)])
    #expect(told == "\(head) a=⟦/home/ada/config.toml:3: mistake⟧ b=1")
    #expect(LogLine.withoutContent(told) == "\(head) a=<private> b=1")
  }

  @Test("An error that is logged is content")
  func errors() {
    struct Failure: Error, CustomStringConvertible { let description = "Ada" }
    let event = LogEvent(
      level: .error, message: "failed", error: Failure(), metadata: nil, source: nil, file: "", function: "", line: 0)
    let text = LogLine.text(of: event, [:], at: Date(), process: 7, showsContent: false)
    #expect(text.hasSuffix("failed error=<private>"))
  }

  @Test("A long value is cut")
  func long() {
    #expect(line(["a": .shown(String(repeating: "x", count: 100_000))]).count < 5_000)
  }

  @Test(
    "No token is ever told, whatever is asked for",
    arguments: [
      "00D5e000001abcd!AQ4AQFxyz.AbC_123456789012345678901234567890", "Bearer abc123def456ghi789jkl",
      "5Aep861KIwKdekr90IdidO4EhfJiYo3fzEvTvsEgM9sfDpGX0qwFeQzHG2mZeUH_.XNSBE0Iz38fnWsyYYkUgTz",
      "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl", "https://x/?a=1&access_token=abc123def456&b=2",
      #"{"refresh_token" : "abc123def456"}"#,
    ])
  func secrets(text: String) {
    for showsContent in [true, false] {
      let told = line(["a": .content("x \(text)"), "b": .shown("x \(text)")], showsContent: showsContent)
      #expect(told.contains("(secret)"))
      for part in ["abc123def456", "AQ4AQF", "IdidO4", "c2lnbmF0dXJl"] { #expect(!told.contains(part)) }
    }
  }
}
