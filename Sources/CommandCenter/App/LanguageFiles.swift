import Foundation
import Interface
import Localization

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

  /// Whether the setting can have a value; no file is read for it.
  func has(_ name: String) -> Bool {
    name == Self.automatic || name == Language.english.code || place(of: name) != nil
  }

  /// - Throws: one line where the setting cannot have a value.
  func check(_ name: String) throws {
    if has(name) { return }
    let names = names.joined(separator: ", ")
    throw CommandFailure("There is no language “\(name)”: use \(names).", code: Exit.usage)
  }

  /// The file of a language; `nil` for the one in the program, and where there is none.
  func place(of code: String) -> URL? {
    // The name is the user's: it must not lead out of the folders.
    guard !code.contains("/"), !code.isEmpty else { return nil }
    return folders.map { $0.appending(path: "\(code).toml") }
      .first { FileManager.default.isReadableFile(atPath: $0.path) }
  }

  /// The language that a value of the setting means.
  ///
  /// - Throws: one line with what is wrong with the name or the file.
  func load(_ name: String, _ environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Language {
    try check(name)
    let code = code(name, environment)
    guard let file = place(of: code), let data = FileManager.default.contents(atPath: file.path) else {
      return .english
    }
    return try LanguageFile.language(code, String(decoding: data, as: UTF8.self), path: file.path)
  }

  /// The whole process speaks the language of the setting from now on, in the region of its environment. A file that it
  /// speaks by already is not read again.
  ///
  /// - Throws: as `load`; then it speaks English.
  func speak(_ name: String, _ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    let (code, present) = (code(name, environment), Localization.current.language)
    if present !== Language.english, present.code == code { return }
    let region = Region(environment)
    Localization.use(Localization(region: region))
    Localization.use(Localization(language: try load(name, environment), region: region))
  }

  /// The language that a value of the setting means: for that of the system, the first that is here.
  private func code(_ name: String, _ environment: [String: String]) -> String {
    guard name == Self.automatic else { return name }
    return LocaleName.languages(in: environment).first { $0 != Self.automatic && has($0) } ?? Language.english.code
  }
}
