import Foundation
import Logging

/// A line of the log: time, level, process, what happened, and what about.
///
///     2026-11-26T09:30:00.000Z warning [4711] refused code=STRING_TOO_LONG message=⟦Ada Lovelace is no contact⟧
///
/// Content stands between ⟦ and ⟧, which stand nowhere else, so that it can be taken out of a log again.
package enum LogLine {
  /// Stands for content that is left out.
  package static let nothing = "<private>"

  private static let opening: Character = "⟦"
  private static let closing: Character = "⟧"
  /// Characters of a value; what is longer is cut.
  private static let longest = 4_000

  static func text(
    of event: LogEvent, _ metadata: Logger.Metadata, at instant: Date, process: Int32, showsContent: Bool
  ) -> String {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \(escaped($0.key))=\(text(of: LogValue($0.value), showsContent))" }
    let error = event.error.map { " error=\(text(of: LogValue(content: "\($0)", outline: nil), showsContent))" } ?? ""
    let time = instant.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    return "\(time) \(event.level) [\(process)] \(escaped(event.message.description))\(values.joined())\(error)"
  }

  private static func text(of value: LogValue, _ showsContent: Bool) -> String {
    guard showsContent || value.isLocal, value.content != value.outline else { return quoted(value.description) }
    // The outline stays when the content is taken out.
    return "\(value.outline.map(quoted) ?? "")\(opening)\(escaped(SecretPattern.masked(value.content)))\(closing)"
  }

  private static func quoted(_ text: String) -> String {
    let plain = escaped(SecretPattern.masked(text))
    let needsQuotes = plain.isEmpty || plain.contains { $0 == " " || $0 == "=" || $0 == "\"" }
    return needsQuotes ? "\"\(plain.replacing("\"", with: "\\\""))\"" : plain
  }

  /// On one line, without anything that a terminal would obey, or that could pass for the end of content.
  private static func escaped(_ text: String) -> String {
    var line = ""
    for character in text.prefix(longest) {
      for scalar in character.unicodeScalars {
        switch scalar {
        case "⟦": line += "["
        case "⟧": line += "]"
        case "\n": line += "\\n"
        case "\r": line += "\\r"
        case "\t": line += "\\t"
        case "\\": line += "\\\\"
        default:
          if isInvisible(scalar) {
            line += "\\u{\(String(scalar.value, radix: 16))}"
          } else {
            line.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text.count > longest ? line + "…" : line
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    default: false
    }
  }

  /// A line without its content.
  ///
  /// - Returns: `nil` for what is no line of this form, of which it is not known where content begins.
  package static func withoutContent(_ text: some StringProtocol) -> String? {
    let line = Substring(text)
    guard line.prefixMatch(of: head) != nil else { return nil }
    var rest = line
    var plain = ""
    while let start = rest.firstIndex(of: opening) {
      plain += "\(rest[..<start])\(nothing)"
      // A line that was cut off has its content to the end.
      guard let end = rest[start...].firstIndex(of: closing) else { return plain }
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }

  private nonisolated(unsafe) static let head =
    /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (?:trace|debug|info|notice|warning|error|critical) \[\d+\][ ]/
}
