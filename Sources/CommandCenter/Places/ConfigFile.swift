import Foundation
import Localization
import Reminders
import TOML

/// `config.toml`: the settings of the user, whatever the profile. It is the user's own file: a change writes one line
/// and leaves the rest, comments too, as it is.
struct ConfigFile: Sendable {
  let places: Places

  init(_ places: Places) {
    self.places = places
  }

  var url: URL { places.configFile }

  /// What it says; nothing where there is no file.
  func read() -> Configuration { Configuration(text ?? "", places) }

  /// The language to speak, for every command: of the file nothing else is looked at, and whatever is wrong with it the
  /// standard stands.
  var language: String {
    guard let chosen = only(.language), LanguageFiles(places).has(chosen) else {
      return SettingKey.language.standardValue(in: places)
    }
    return chosen
  }

  /// How much to log, for every command, likewise.
  var logLevel: LogLevel { only(.logLevel).flatMap { try? LogLevel($0) } ?? .standard }

  /// A value as it stands in the file, whatever else does.
  private func only(_ key: SettingKey) -> String? {
    text.flatMap { try? TOMLDocument($0) }?.table[key.rawValue]?.string
  }

  private var text: String? {
    FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes one setting; another one that is wrong stays as it is.
  ///
  /// - Throws: a failure of one line; a file that is not TOML is left alone.
  func set(_ key: SettingKey, to value: String) throws {
    if let problem = read().problems.first(where: { $0.reach == .all }) { throw problem }
    var lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = "\(key.rawValue) = \"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    let firstTable = lines.firstIndex { $0.trimmed.hasPrefix("[") } ?? lines.endIndex
    let existing = lines[..<firstTable]
      .firstIndex {
        $0.split(separator: "=", maxSplits: 1).first.map { String($0).trimmed } == key.rawValue
      }
    if let existing { lines[existing] = line } else { lines.insert(line, at: firstTable) }
    do {
      // Where it is a link to a file that the user keeps elsewhere, that one is written.
      try PrivateFile(path: url.resolvingSymlinksInPath().path).write(Data((lines.joined(separator: "\n") + "\n").utf8))
    } catch {
      throw CommandFailure("Cannot write \(url.path): \(error.localizedDescription)")
    }
  }
}
