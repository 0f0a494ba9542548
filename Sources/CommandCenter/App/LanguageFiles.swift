import Foundation
import Interface
import Reminders

/// The language files on this machine: those of the user hide installed ones of the same name.
struct LanguageFiles: Sendable {
  /// The value of the setting for the language of the system.
  static let automatic = "auto"

  private let folders: [URL]

  init(_ places: Places) {
    folders = places.languageFolders
  }

  /// The values that the setting can have.
  var names: [String] {
    let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
    let codes = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
    return [Self.automatic] + Set(codes + [Language.english.code]).sorted()
  }

  /// The language that a value of the setting means.
  ///
  /// - Throws: one line with what is wrong with the name or the file.
  func load(_ name: String, _ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Language {
    guard name == Self.automatic else {
      guard let language = try read(name) else {
        throw CommandFailure("There is no language “\(name)”: use \(names.joined(separator: ", ")).", code: Exit.usage)
      }
      return language
    }
    for code in LocaleName.languages(in: environment) {
      if let language = try read(code) { return language }
    }
    return .english
  }

  /// The whole process speaks the language of the setting from now on, in the region of its environment.
  ///
  /// - Throws: as `load`; then it speaks English.
  func speak(_ name: String, _ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let region = Region(environment)
    Localization.use(Localization(region: region))
    Localization.use(Localization(language: try load(name, environment), region: region))
  }

  /// `nil` where there is no such language.
  private func read(_ code: String) throws -> Language? {
    // The name is the user's: it must not lead out of the folders.
    guard !code.contains("/"), !code.isEmpty else { return nil }
    let files = folders.map { $0.appending(path: "\(code).toml") }
    if let file = files.first(where: { FileManager.default.isReadableFile(atPath: $0.path) }),
      let data = FileManager.default.contents(atPath: file.path)
    {
      return try LanguageFile.language(code, String(decoding: data, as: UTF8.self), path: file.path)
    }
    return code == Language.english.code ? .english : nil
  }
}
