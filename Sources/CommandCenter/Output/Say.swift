import Foundation
import Terminal

/// Prints what is said to a person. Names in it come from strangers: control characters and what turns the direction of
/// text never reach a terminal.
func say(_ text: String) { print(text.safeForTerminals) }

/// Says on the error output, in one line, what went wrong or is to be known. Where that is closed or full nobody is told.
func complain(_ text: String) {
  // Not by `write(_:)`, which ends the process where it fails.
  try? FileHandle.standardError.write(contentsOf: Data("command-center: \(text.oneLine)\n".utf8))
}

extension String {
  /// As a terminal can show it, line by line.
  var safeForTerminals: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { DisplayText($0).text }.joined(separator: "\n")
  }

  /// The same on one line.
  var oneLine: String { DisplayText(split(whereSeparator: \.isNewline).joined(separator: " ")).text }
}
