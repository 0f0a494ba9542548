/// A text of the interface as it stands in the code, in English, with the places of what it says.
///
/// `"Deleted “\(name)”"` is the key `Deleted “{}”` of the table of a language, and one argument. A number is written
/// as the user's locale groups its digits; pass a `String` to have it as it is. A text in a text is said in the language
/// of the whole.
package struct LocalizedText: ExpressibleByStringInterpolation, Sendable {
  enum Argument: Sendable {
    case string(String)
    /// As the user's locale groups its digits.
    case number(String)
    indirect case text(LocalizedText)
  }

  let key: String
  let arguments: [Argument]

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 2 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { key += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) { append(.string(String(text))) }

    package mutating func appendInterpolation(_ number: Int) { append(.number(number.grouped)) }

    package mutating func appendInterpolation(_ text: LocalizedText) { append(.text(text)) }

    private mutating func append(_ argument: Argument) {
      key += "{}"
      arguments.append(argument)
    }
  }

  /// - Parameters:
  ///   - key: With `{}` for each argument.
  package init(_ key: String, _ arguments: [String] = []) {
    self.key = key
    self.arguments = arguments.map(Argument.string)
  }

  /// A text that is the same in every language, since somebody else wrote it.
  package init(verbatim text: String) { self.init("{}", [text]) }

  package init(stringLiteral text: String) {
    key = text
    arguments = []
  }

  package init(stringInterpolation parts: StringInterpolation) {
    key = parts.key
    arguments = parts.arguments
  }

  /// A form of this text with its arguments: `{}` takes the next one, `{2}` the second.
  func filling(_ form: String, saying words: (Argument) -> String = words) -> String {
    guard !arguments.isEmpty else { return form }
    var filled = ""
    var rest = form[...]
    var next = 0
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let inside = rest[rest.index(after: open)..<close]
      let index = inside.isEmpty ? next : Int(inside).map { $0 - 1 }
      if let index, arguments.indices.contains(index) {
        filled += words(arguments[index])
        if inside.isEmpty { next += 1 }
        rest = rest[rest.index(after: close)...]
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }

  private static func words(of argument: Argument) -> String {
    switch argument {
    case .string(let string), .number(let string): string
    case .text(let text): localized(text)
    }
  }

  /// For the log, and for scripts.
  package var english: String { Localization.with(.english) { localized(self) } }

  /// What anybody may read of it: English, with numbers, and without what else it is about.
  package var outline: String {
    filling(key) { argument in
      switch argument {
      case .string: "…"
      case .number(let digits): digits
      case .text(let text): text.outline
      }
    }
  }
}

/// In the language of the user.
extension LocalizedText: CustomStringConvertible {
  package var description: String { localized(self) }
}

/// Two are the same that say the same, however they are made up.
extension LocalizedText: Hashable {
  package static func == (left: LocalizedText, right: LocalizedText) -> Bool { left.english == right.english }
  package func hash(into hasher: inout Hasher) { hasher.combine(english) }
}

/// A text of the interface in the language of the user.
///
/// - Parameter sense: Tells two uses of an English text apart that other languages have two words for (`Open` is what a
///   key does and what a task is). It is a part of the key: `Open|verb`.
package func localized(_ text: LocalizedText, _ sense: StaticString? = nil) -> String {
  let language = Localization.current.language
  return text.filling(language.form(of: text.key, sense) ?? text.key)
}

/// A text about a number of things, in the form that the language of the user has for that number.
///
/// - Parameters:
///   - one: English for exactly one; it has no place of its own in a table.
///   - other: English for any other number; it is the key.
package func localized(_ count: Int, one: LocalizedText, other: LocalizedText) -> String {
  let language = Localization.current.language
  if let form = language.form(of: other.key, for: count) { return other.filling(form) }
  let text = count == 1 ? one : other
  return text.filling(text.key)
}
