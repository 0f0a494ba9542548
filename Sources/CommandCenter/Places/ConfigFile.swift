import Foundation
import Interface
import Reminders
import TOMLKit

/// `config.toml`: the settings of the user, whatever the profile. It is the user's own file: a change writes one line
/// and leaves the rest, comments too, as it is.
struct ConfigFile: Sendable {
  let url: URL

  /// The settings in it, by key; empty where there is no file.
  ///
  /// - Throws: a failure of one line with the place of the mistake.
  func load() throws -> [SettingKey: String] {
    guard let data = FileManager.default.contents(atPath: url.path) else { return [:] }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: String(decoding: data, as: UTF8.self))
    } catch let error as TOMLParseError {
      throw CommandFailure(
        "\(url.path), line \(error.source.begin.line): \(error.description): correct it, or delete the file.")
    }
    var settings: [SettingKey: String] = [:]
    // The keys of the interface are its own affair.
    for name in table.keys where name != "keys" {
      let keys = SettingKey.allCases.filter { $0.scope == .user }
      guard let key = keys.first(where: { $0.rawValue == name }) else {
        throw CommandFailure(
          "\(url.path): there is no setting “\(name)” in this file: use \(keys.map(\.rawValue).joined(separator: ", ")), or the table keys."
        )
      }
      guard let value = table[name]?.string else {
        throw CommandFailure("\(url.path): \(name) must be a text: write \(name) = \"…\".")
      }
      settings[key] = value
    }
    return settings
  }

  /// The keys of the interface, as this file changes them.
  ///
  /// - Throws: the first mistake in them, with its line and what to do.
  func keys() throws -> KeyTable {
    guard let data = FileManager.default.contents(atPath: url.path) else { return .standard }
    return try KeyTable(configuration: String(decoding: data, as: UTF8.self), path: url.path)
  }

  /// Writes one setting.
  func set(_ key: SettingKey, to value: String) throws {
    _ = try load()
    let text = FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = "\(key.rawValue) = \"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    let firstTable = lines.firstIndex { $0.trimmed.hasPrefix("[") } ?? lines.endIndex
    let existing = lines[..<firstTable]
      .firstIndex {
        $0.split(separator: "=", maxSplits: 1).first.map { String($0).trimmed } == key.rawValue
      }
    if let existing { lines[existing] = line } else { lines.insert(line, at: firstTable) }
    do {
      try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
    } catch {
      throw CommandFailure("Cannot write \(url.path): \(error.localizedDescription)")
    }
  }
}
