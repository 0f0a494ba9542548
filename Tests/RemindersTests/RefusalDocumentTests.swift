import Foundation
import Testing

@testable import Reminders

@Suite("The codes in docs/troubleshooting.md")
struct RefusalDocumentTests {
  private let text: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: root.appending(path: "docs/troubleshooting.md"), encoding: .utf8)
  }

  @Test(
    "Each code that the program has advice for stands there, with what the program says", arguments: RefusalAdvice.table
  )
  func advice(code: String, advice: RefusalAdvice) {
    let row = "\n| `\(code)` | \(advice.explanation) | \(advice.remedy) | "
    #expect(text.contains(row), "A row has to begin with \(row)")
  }

  @Test("No other code stands there")
  func others() {
    let section = text.components(separatedBy: "\n## Refused by Salesforce").last?.components(separatedBy: "\n## ")
      .first
    let codes = (section ?? "").matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.1) }
    #expect(codes.sorted() == RefusalAdvice.table.keys.sorted())
  }
}
