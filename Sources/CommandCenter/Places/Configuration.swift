import Foundation
import Interface
import Localization
import Reminders
import Salesforce
import TOML

/// What `config.toml` says, as far as it can be used; what cannot is told, and the standard stands for it.
struct Configuration {
  /// A mistake in the file as one line: where, what is wrong, and what to do.
  struct Problem: Error, CustomStringConvertible {
    /// What cannot be known because of it.
    enum Reach: Hashable {
      /// The file is not TOML.
      case all
      /// The name of a setting is none: which one was meant is not known.
      case settings
      case setting(SettingKey)
      case keys
    }

    let reach: Reach
    let description: String
  }

  private(set) var settings: [SettingKey: String] = [:]
  /// The keys of the interface, as the file changes them.
  private(set) var keys = KeyTable.standard
  private(set) var problems: [Problem] = []
  private let path: String

  init(_ text: String, _ places: Places) {
    path = places.configFile.path
    do {
      let document = try TOMLDocument(text)
      // The keys of the interface are its own affair.
      for entry in document.table.entries where entry.key != "keys" {
        read(entry.key, entry.value.string, line: document.place(entry.position).line, places)
      }
    } catch {
      let place = "\(path):\(error.place.line)"
      let words = localized("\(place): This is not TOML: \(error.reason).")
      problems = [Problem(reach: .all, description: words)]
      return
    }
    do throws(KeyError) {
      keys = try KeyTable(configuration: text, path: path)
    } catch {
      problems.append(Problem(reach: .keys, description: "\(error)"))
    }
  }

  private mutating func read(_ name: String, _ value: String?, line: Int, _ places: Places) {
    let known = SettingKey.allCases.filter { $0.scope == .user }
    guard let key = known.first(where: { $0.rawValue == name }) else {
      let names = known.map(\.rawValue).joined(separator: ", ")
      note(
        .settings, line,
        localized("There is no setting “\(name)” in this file: use \(names), or the table keys."))
      return
    }
    guard let value else {
      note(.setting(key), line, localized("“\(name)” must be a text: write \(name) = \"…\"."))
      return
    }
    do {
      try key.check(value, in: places)
      settings[key] = value
    } catch {
      note(.setting(key), line, CommandFailure(error).line)
    }
  }

  private mutating func note(_ reach: Problem.Reach, _ line: Int, _ words: String) {
    problems.append(Problem(reach: reach, description: "\(path):\(line): \(words)"))
  }

  /// The value of a setting that the file has.
  ///
  /// - Throws: the mistake because of which it is not known.
  func value(of key: SettingKey) throws(Problem) -> String? {
    let reaches: Set<Problem.Reach> = [.all, .settings, .setting(key)]
    if let problem = problems.first(where: { reaches.contains($0.reach) }) { throw problem }
    return settings[key]
  }
}

extension SettingKey {
  /// Whether a setting of the user can have a value.
  ///
  /// - Throws: one line with what it takes.
  func check(_ value: String, in places: Places) throws {
    switch self {
    case .notifications: _ = try Notifications(value)
    case .logLevel: _ = try LogLevel(value)
    case .keyring, .screenReader: _ = try SettingError.onOrOff(value, for: self)
    case .theme: _ = try ThemeFiles(places).load(value)
    case .language: try LanguageFiles(places).check(value)
    case .clientID: guard !value.trimmed.isEmpty else { throw SettingError.empty(self) }
    case .callbackURL:
      do throws(LoginError) { _ = try CallbackAddress(value) } catch {
        throw CommandFailure(line: "\(error)", code: Exit.usage)
      }
    default: break
    }
  }
}
