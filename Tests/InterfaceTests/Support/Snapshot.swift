import Foundation
import Testing

/// Texts in `Snapshots`, to be read in a review. `SNAPSHOTS=record swift test` writes them anew.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Snapshots")
  static let isRecording = ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record"

  /// - Parameter shows: The first line of the file: what is to be seen.
  static func expect(
    _ text: String, named name: String, shows: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = "# \(shows)\n\n\(text)\n"
    let file = folder.appending(path: name + ".txt")
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(found.utf8).write(to: file)
      return
    }
    let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    guard let expected else {
      Issue.record("There is no snapshot \(name).txt: record it.", sourceLocation: sourceLocation)
      return
    }
    if expected != found {
      Issue.record(
        "\(name).txt has changed.\n--- expected\n\(expected)\n--- found\n\(found)", sourceLocation: sourceLocation)
    }
  }
}
