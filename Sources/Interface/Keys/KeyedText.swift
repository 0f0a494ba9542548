import Localization

/// A sentence that names keys by what they do: `"\(.undo) undoes it"`.
///
/// Which keys those are says the table (`KeyTable.text`), since the user may have bound others. It is said in the
/// language of the user, whose table has it as `{} undoes it`.
struct KeyedText: ExpressibleByStringInterpolation, Hashable, Sendable {
  fileprivate enum Argument: Hashable, Sendable {
    case text(String)
    case key(Command)
  }

  private let form: String
  private let arguments: [Argument]

  private init(form: String, arguments: [Argument]) {
    self.form = form
    self.arguments = arguments
  }

  /// Says that a literal is one, where nothing else does.
  init(_ text: KeyedText) { self = text }

  init(stringLiteral text: String) { self.init(form: text, arguments: []) }
  init(stringInterpolation parts: StringInterpolation) { self.init(form: parts.form, arguments: parts.arguments) }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var form = ""
    fileprivate var arguments: [Argument] = []

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { form += text }
    mutating func appendInterpolation(_ text: String) { append(.text(text)) }
    mutating func appendInterpolation(_ command: Command) { append(.key(command)) }

    private mutating func append(_ argument: Argument) {
      form += "{}"
      arguments.append(argument)
    }
  }

  /// Its keys, one after the other, where there is no room for a sentence.
  var keys: KeyedText {
    let keys = arguments.filter { if case .key = $0 { true } else { false } }
    return KeyedText(form: String(repeating: "{}", count: keys.count), arguments: keys)
  }

  /// The sentence, with these names of keys in it.
  func text(naming name: (Command) -> String) -> String {
    let arguments = arguments.map { argument in
      switch argument {
      case .text(let text): text
      case .key(let command): name(command)
      }
    }
    return localized(LocalizedText(form, arguments))
  }
}
