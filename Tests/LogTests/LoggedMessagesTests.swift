import Foundation
import Testing

@Suite("What is logged, in the code")
struct LoggedMessagesTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test("A message is a constant: what it is about stands beside it, marked as what may be read or as content")
  func constants() throws {
    let call = /ogger(?:\([^)]*\))?\.(?:trace|debug|info|notice|warning|error|critical)\(\s*"([^"]*)"/
    var count = 0
    let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/OrgServer/") else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: call) {
        count += 1
        #expect(!match.1.contains("\\("), "\(file.lastPathComponent): \(match.1)")
      }
    }
    #expect(count > 10)
  }
}
