import Foundation
import Localization

/// The texts of the interface as they stand in the source code: the keys that a language needs.
struct SourceTexts {
  /// Each key with the file that it stands in.
  private(set) var texts: [String: String] = [:]
  private(set) var plurals: [String: String] = [:]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let targets = [
    "Localization", "TOML", "Reminders", "ReminderStore", "ReminderSync", "Salesforce", "Terminal", "Interface",
    "CommandCenter",
  ]

  init() throws {
    for target in Self.targets {
      let folder = Self.root.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        collect(from: try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
      }
    }
  }

  /// What takes a text of the interface: `localized` and the types that it is passed in.
  private static let takers = [
    "localized", "LocalizedText", "CommandFailure", "KeyedText", "KeyBinding", "keys.text", "hinted",
    // Reasons in errors and events of an org.
    "unusable", "loginNeeded", "unreachable", "unknownOutcome", "invalidAnswer", "unavailable", "withoutChangeEvents",
    "explained", "RecordError",
    // What is wrong in a TOML text.
    "mistake",
  ]

  private mutating func collect(from source: String, _ file: String) {
    var code = SwiftCode(source)
    while let taker = code.nextCall(of: Self.takers) {
      let arguments = code.arguments()
      func literals(_ label: String) -> [String] { arguments.first { $0.label == label }?.literals ?? [] }
      let unlabelled = arguments.filter { $0.label == nil }
      switch taker {
      case "KeyBinding":
        for key in unlabelled.dropFirst(2).first?.literals ?? [] { texts[key] = file }
        for key in literals("hint") { texts["\(key)|hint"] = file }
      case "hinted":
        for key in unlabelled.first?.literals ?? [] { texts["\(key)|hint"] = file }
      default:
        for key in literals("other") { plurals[key] = file }
        for key in literals("reason") where key.contains(where: \.isLetter) { texts[key] = file }
        guard literals("other").isEmpty else { continue }
        let sense = unlabelled.count > 1 ? unlabelled[1].literals.first.map { "|\($0)" } ?? "" : ""
        // Places alone, as of a key that is named by itself, have nothing to translate.
        for key in unlabelled.first?.literals ?? [] where !sense.isEmpty || key.contains(where: \.isLetter) {
          texts[key + sense] = file
        }
      }
    }
    // A screen's own words for hints.
    code = SwiftCode(source)
    while code.nextCall(of: ["func hint"]) != nil {
      for key in code.literalsOfBody() { texts["\(key)|hint"] = file }
    }
  }
}

/// Source code, read from call to call.
private struct SwiftCode {
  struct Argument {
    var label: String?
    var literals: [String] = []
  }

  private let letters: [Character]
  private var position = 0

  init(_ source: String) { letters = Array(source) }

  private func has(_ text: String, at place: Int) -> Bool {
    place + text.count <= letters.count && zip(letters[place...], text).allSatisfy { $0 == $1 }
  }

  /// Goes behind the parenthesis of the next call of one of these; `nil` at the end.
  mutating func nextCall(of names: [String]) -> String? {
    while position < letters.count {
      if has("//", at: position) {
        while position < letters.count, letters[position] != "\n" { position += 1 }
        continue
      }
      let before = position == 0 ? " " : letters[position - 1]
      if !before.isLetter, let name = names.first(where: { has($0 + "(", at: position) }) {
        let isDeclaration = position >= 5 && has("func ", at: position - 5) || name.hasPrefix("init")
        position += name.count + 1
        if isDeclaration { continue }
        return name
      }
      position += 1
    }
    return nil
  }

  /// The arguments up to the closing parenthesis, with the literals that are values of theirs. What is inside stays to be
  /// looked through.
  func arguments() -> [Argument] {
    var arguments = [Argument()]
    var place = position
    var depth = 0
    var word = ""
    while place < letters.count {
      let letter = letters[place]
      switch letter {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        if depth == 0 { return arguments }
        depth -= 1
      case ",":
        if depth == 0 { arguments.append(Argument()) }
      case ":" where depth == 0 && arguments[arguments.count - 1].label == nil && !word.isEmpty:
        if arguments[arguments.count - 1].literals.isEmpty { arguments[arguments.count - 1].label = word }
      case "\"":
        let (text, end) = literal(at: place)
        if depth == 0 { arguments[arguments.count - 1].literals.append(text) }
        place = end
        continue
      default: break
      }
      word = letter.isLetter || letter.isNumber ? word + String(letter) : ""
      place += 1
    }
    return arguments
  }

  /// The literals in the body of the function whose parenthesis was just gone behind.
  func literalsOfBody() -> [String] {
    var place = position
    while place < letters.count, letters[place] != "{" { place += 1 }
    var depth = 0
    var found: [String] = []
    while place < letters.count {
      switch letters[place] {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0 { return found }
      case "\"":
        let (text, end) = literal(at: place)
        found.append(text)
        place = end
        continue
      default: break
      }
      place += 1
    }
    return found
  }

  /// The literal whose opening quote is here, as a key, and what comes after it.
  private func literal(at start: Int) -> (key: String, end: Int) {
    let isMultiline = has("\"\"\"", at: start)
    let quotes = isMultiline ? "\"\"\"" : "\""
    var place = start + quotes.count
    var key = ""
    while place < letters.count, !has(quotes, at: place) {
      guard letters[place] == "\\", place + 1 < letters.count else {
        key.append(letters[place])
        place += 1
        continue
      }
      switch letters[place + 1] {
      case "(":
        key += "{}"
        place = endOfParenthesis(place + 1)
        continue
      case "n": key += "\n"
      case "\n":
        place += 2
        while place < letters.count, letters[place] == " " { place += 1 }
        continue
      case "u":
        let digits = letters[(place + 3)...].prefix { $0 != "}" }
        if let number = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(number) {
          key.unicodeScalars.append(scalar)
        }
        place += 4 + digits.count
        continue
      case let other: key.append(other)
      }
      place += 2
    }
    if isMultiline {
      let lines = key.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let indent = lines.last?.prefix { $0 == " " }.count ?? 0
      key = lines.dropLast().map { $0.dropFirst(indent) }.joined(separator: "\n")
    }
    return (key, place + quotes.count)
  }

  private func endOfParenthesis(_ open: Int) -> Int {
    var place = open
    var depth = 0
    while place < letters.count {
      switch letters[place] {
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth == 0 { return place + 1 }
      case "\"":
        place = literal(at: place).end
        continue
      default: break
      }
      place += 1
    }
    return place
  }
}
