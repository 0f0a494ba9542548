package import Localization

/// A TOML text, read; whatever comes, it is read or refused (TOML 1.0).
///
/// It is our own, since files of others come here, and the reader that there is for Swift ends the process at some.
package struct TOMLDocument {
  package let table: TOMLTable
  private let text: TOMLText

  package init(_ text: String) throws(TOMLError) {
    self.text = TOMLText(text)
    var parser = TOMLParser(self.text)
    table = try parser.document()
  }

  package func place(_ position: Int) -> SourcePlace { text.place(position) }
}

/// Why a text is not TOML.
package struct TOMLError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// A key or a table is there twice.
    case duplicate(key: String, firstLine: Int)
    case syntax(LocalizedText)
  }

  package let place: SourcePlace
  package let problem: Problem

  /// A part of a sentence.
  package var reason: LocalizedText {
    switch problem {
    case .duplicate(let key, let line): LocalizedText("“\(key)” is there twice, first in line \(String(line))")
    case .syntax(let reason): reason
    }
  }
}

/// The bytes of a text, with the places that people know them by.
struct TOMLText {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let bytes: [UInt8]
  /// Where lines begin; the first one behind a byte order mark.
  private let lines: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    lines =
      [bytes.starts(with: Self.mark) ? Self.mark.count : 0]
      + bytes.indices.lazy.filter { [bytes] in bytes[$0] == "\n" }.map { $0 + 1 }
  }

  var start: Int { lines[0] }

  func place(_ position: Int) -> SourcePlace {
    var (line, end) = (0, lines.count)
    while end - line > 1 {
      let middle = (line + end) / 2
      if lines[middle] <= position { line = middle } else { end = middle }
    }
    let before = bytes[lines[line]..<max(position, lines[line])]
    return SourcePlace(line: line + 1, column: String(decoding: before, as: UTF8.self).count + 1)
  }
}
