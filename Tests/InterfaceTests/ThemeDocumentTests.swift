import Foundation
import Testing

@testable import Interface

@Suite("The page on themes")
struct ThemeDocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private let text: String

  init() throws {
    text = try String(contentsOf: Self.root.appending(path: "docs/themes.md"), encoding: .utf8)
  }

  @Test("It tells of every role, and of no other")
  func roles() {
    let section = text.components(separatedBy: "## The roles").last?.components(separatedBy: "\n## ").first ?? ""
    let rows = section.matches(of: /(?m)^\| `([a-z_]+)` \| .+ \|$/).map { String($0.1) }
    #expect(rows.sorted() == Role.allCases.map(\.rawValue).sorted())
  }

  @Test("It names every bundled theme", arguments: ThemeTests.bundled)
  func themes(name: String) {
    #expect(text.contains("`\(name)`"))
  }
}
