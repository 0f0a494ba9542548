package import Localization
import Terminal

/// Why the keys of `config.toml` cannot be used: where, what is wrong, and what to do.
package struct KeyError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    case syntax(LocalizedText)
    case notATable
    case unknownCommand(String, nearest: String?)
    case unknownScope(String, nearest: String?)
    /// The command is none of the scope.
    case notThere(command: String, scope: String, nearest: String?)
    /// The value is no text and no array of texts.
    case notKeys(command: String)
    case unknownKey(String, nearest: String?)
    /// To a terminal it is another key.
    case arrivesAs(key: String, arrival: String)
    /// A plain letter where letters are typed.
    case letter(key: String)
    /// Another command has the key where this one is in force.
    case taken(key: String, by: String, scope: String)
    /// A command without which one would be lost has no key.
    case needed(command: String)
  }

  /// The path of the file.
  package let file: String
  /// From 1; `nil` of what is not in the file.
  package let line: Int?
  package let problem: Problem

  /// E.g. `/home/ada/.config/command-center/config.toml:4: There is no command “dwn”: did you mean down?`
  package var description: String {
    "\(file):\(line.map { "\($0):" } ?? "") \(problem)"
  }
}

extension KeyError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .syntax(let message): localized("This is not TOML: \(message).")
    case .notATable: localized("“keys” must be a table: write [keys] and below it command = \"key\".")
    case .unknownCommand(let name, let nearest):
      suggesting(nearest, localized("There is no command “\(name)”"))
    case .unknownScope(let name, let nearest):
      suggesting(nearest, localized("There is no screen “\(name)” with keys"))
    case .notThere(let command, let scope, let nearest):
      suggesting(nearest, localized("“\(command)” is no command of [keys.\(scope)]"))
    case .notKeys(let command):
      localized("“\(command)” needs its keys as a text: write \(command) = \"j down\", or \"\" for none.")
    case .unknownKey(let name, let nearest): suggesting(nearest, localized("There is no key “\(name)”"))
    case .arrivesAs(let key, let arrival):
      localized("“\(key)” reaches a program as \(arrival): bind \(arrival), or another key.")
    case .letter(let key): localized("“\(key)” types a letter there: take a key with ctrl or alt, or one like f5.")
    case .taken(let key, let command, let scope):
      localized("“\(key)” is a key of \(command) in [keys.\(scope)]: give one of the two another key.")
    case .needed(let command):
      localized("“\(command)” must keep a key: without it one cannot get away. Give it another one.")
    }
  }

  private func suggesting(_ nearest: String?, _ problem: String) -> String {
    nearest.map { localized("\(problem): did you mean \($0)?") } ?? localized("\(problem): docs/keys.md has the names.")
  }
}
