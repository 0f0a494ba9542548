import Foundation

/// A file that could not be written.
struct UnwritableFile: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot write \(path): \(reason)" }

  /// Writes a text at once, so that no reader finds half of it.
  static func write(_ text: String, to file: URL) throws(UnwritableFile) {
    try explaining(file.path) { try Data(text.utf8).write(to: file, options: .atomic) }
  }

  /// Does what writes to `path`, and says which path it was if that fails.
  static func explaining(_ path: String, _ body: () throws -> Void) throws(UnwritableFile) {
    do { try body() } catch { throw UnwritableFile(path: path, reason: error.localizedDescription) }
  }
}
