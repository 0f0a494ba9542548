import Foundation
import Testing

@Suite("Input of others")
struct ReplayTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  /// The project, whose own files are good examples of some kinds.
  private static let project = folder.deletingLastPathComponent().deletingLastPathComponent()

  private static func files(_ path: String, in base: URL) -> [URL] {
    let folder = base.appending(path: path)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
      .map { folder.appending(path: $0) }
  }

  private static func examples(of target: FuzzTarget) -> [URL] {
    let own =
      switch target {
      case .theme: files("themes", in: project)
      case .language: files("languages", in: project)
      default: [URL]()
      }
    return files("Corpus/\(target.rawValue)", in: folder) + own
  }

  @Test("What was found by fuzzing, and examples, are got through", arguments: FuzzTarget.allCases)
  func replay(target: FuzzTarget) async throws {
    let examples = Self.examples(of: target)
    #expect(!examples.isEmpty)
    for file in examples { await target.run(Array(try Data(contentsOf: file))) }
  }

  @Test("So are examples that are cut short anywhere", arguments: FuzzTarget.allCases)
  func cutShort(target: FuzzTarget) async throws {
    for file in Self.examples(of: target) {
      let bytes = Array(try Data(contentsOf: file).prefix(2_000))
      for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
        await target.run(Array(bytes[..<length]))
      }
    }
  }
}
