import Foundation

/// A text in mdoc, the language of manual pages (`man 7 mdoc`), made line by line.
struct Mdoc {
  private static let columns = 78
  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A line that mdoc carries out, such as `.Sh NAME`; its words are escaped already.
  mutating func macro(_ words: String...) {
    lines.append("." + words.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Sentences; what stands between backticks is shown as it is to be typed.
  ///
  /// Each begins on a new line, as mdoc wants it to know where they end.
  mutating func prose(_ text: String) {
    var line = ""
    func isEnd(_ word: Substring) -> Bool { word.last.map { ".?!".contains($0) } ?? false }
    var hasEnded = false
    for word in Mdoc.spans(text).split(whereSeparator: \.isWhitespace) {
      let beginsSentence = hasEnded && word.first.map { $0.isUppercase || "\\(".contains($0) } ?? false
      if beginsSentence || line.count + 1 + word.count > Mdoc.columns, !line.isEmpty {
        lines.append(Mdoc.protected(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      hasEnded = isEnd(word)
    }
    if !line.isEmpty { lines.append(Mdoc.protected(line)) }
  }

  /// Lines that are shown as they are.
  mutating func literal(_ text: [String]) {
    macro("Bd", "-literal", "-offset", "indent")
    lines += text.map { Mdoc.protected(Mdoc.typed($0)) }
    macro("Ed")
  }

  /// A list of what each of some names means.
  mutating func list(_ items: [(tag: String, text: String)], as name: String, width: String) {
    macro("Bl", "-tag", "-width", Mdoc.argument(width))
    for item in items {
      macro("It", name, Mdoc.argument(item.tag))
      prose(item.text)
    }
    macro("El")
  }

  /// A text as one argument of a macro, whatever it looks like.
  static func argument(_ text: String) -> String {
    "\"\\&" + typed(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A text as it is to be typed: no character of it means anything, and a hyphen stays one.
  static func typed(_ text: String) -> String { plain(text).replacing("-", with: "\\-") }

  /// A text in which no character means anything.
  private static func plain(_ text: String) -> String {
    text.unicodeScalars
      .map { scalar in
        if scalar == "\\" { return "\\e" }
        return scalar.isASCII ? String(scalar) : "\\[u" + hexadecimal(scalar.value) + "]"
      }
      .joined()
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  /// A text with what stands between backticks in bold.
  private static func spans(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? plain(String($1)) : "\\fB" + typed(String($1)) + "\\fR" }
      .joined()
  }

  /// A line that is no macro, whatever it begins with.
  private static func protected(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
