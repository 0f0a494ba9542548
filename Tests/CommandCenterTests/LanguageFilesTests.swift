import Foundation
import Localization
import Reminders
import Testing

@testable import CommandCenter

@Suite("The language that is spoken")
struct LanguageFilesTests {
  private static let own = """
    name = "Probe"
    [calendar]
    weekdays = ["1", "2", "3", "4", "5", "6", "7"]
    weekdays_short = ["1", "2", "3", "4", "5", "6", "7"]
    months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
    months_short = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]

    """

  /// A folder of settings with these files in it.
  private func withPlaces(_ files: [String: String], _ body: (Places) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let languages = folder.appending(path: "languages")
    try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try await body(Places(environment: ["COMMAND_CENTER_HOME": folder.path]))
  }

  @Test(
    "auto is the first wanted language that is here, English at the least; a name is that language",
    arguments: [
      ("auto", [:], "en"), ("auto", ["LANG": "nl_NL.UTF-8"], "nl"), ("auto", ["LANG": "fr_FR.UTF-8"], "en"),
      ("auto", ["LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:xx:nl"], "xx"), ("auto", ["LANG": "en_GB"], "en"),
      ("nl", ["LANG": "en_GB"], "nl"), ("en", ["LANG": "nl_NL"], "en"), ("xx", [:], "xx"),
    ] as [(String, [String: String], String)])
  func choice(name: String, environment: [String: String], code: String) async throws {
    try await withPlaces(["languages/xx.toml": Self.own]) { places throws in
      #expect(try LanguageFiles(places).load(name, environment).code == code)
      #expect(LanguageFiles(places).names == ["auto", "en", "nl", "xx"])
    }
  }

  @Test("A file of the user hides the one that comes with the program, English too")
  func own() async throws {
    try await withPlaces(["languages/nl.toml": Self.own, "languages/en.toml": Self.own]) { places throws in
      for code in ["nl", "en"] { #expect(try LanguageFiles(places).load(code, [:]).name == "Probe") }
    }
  }

  @Test("A name that leads out of the folders is none", arguments: ["../x", "", "/etc/x", "x/../../x"])
  func escape(name: String) async throws {
    try await withPlaces(["x.toml": Self.own]) { places in
      #expect(!LanguageFiles(places).has(name))
      #expect(throws: CommandFailure.self) { try LanguageFiles(places).load(name, [:]) }
    }
  }

  @Test(
    "Whatever is wrong with config.toml, there is a language: the standard",
    arguments: [
      ("language = \"nl\"", "nl"), ("language = \"none-such\"", "auto"), ("language = 3", "auto"),
      ("language = ", "auto"), ("theme = \"none-such\"\nlanguage = \"en\"", "en"),
      ("[keys]\nlanguage = \"nl\"", "auto"),
    ])
  func setting(config: String, name: String) async throws {
    try await withPlaces(["config.toml": config]) { places in #expect(ConfigFile(places).language == name) }
    try await withPlaces([:]) { places in #expect(ConfigFile(places).language == "auto") }
  }

  @Test(
    "doctor says which it is and from where, or what is wrong",
    arguments: [
      ("", [:], Finding.Level.ok, "English (en), in the program itself"),
      ("", ["LANG": "fr_FR.UTF-8"], .ok, "English (en), since there is no file for fr_FR"),
      ("", ["LANG": "nl_NL.UTF-8"], .ok, "Nederlands (nl), from /"),
      ("language = \"xx\"", [:], .ok, "Probe (xx), from /"),
      ("language = \"bad\"", [:], .warning, "bad.toml:1: This is not TOML"),
    ] as [(String, [String: String], Finding.Level, String)])
  func doctor(config: String, environment: [String: String], level: Finding.Level, words: String) async throws {
    let files = ["config.toml": config, "languages/xx.toml": Self.own, "languages/bad.toml": "name = "]
    try await withPlaces(files) { places in
      let doctor = Doctor(profile: try Profile("default", places), environment: environment)
      let finding = try #require(doctor.terminalFindings().first { $0.check == "language" })
      #expect(finding.level == level)
      #expect(finding.detail.contains(words), "\(finding.detail)")
      #expect((finding.remedy == nil) == (level == .ok))
    }
  }

  @Test("A failure is said in the language of whoever asks for it, and JSON is English")
  func failures() async throws {
    let dutch = try LanguageFiles(Places(environment: ["HOME": "/nowhere"])).load("nl", [:])
    let failure = Localization.with(dutch) { CommandFailure("A demo runs already: quit it first.") }
    #expect(failure.line == "A demo runs already: quit it first.")
    try Localization.with(dutch) { () throws in
      #expect(failure.line == "Er loopt al een demo: sluit die eerst af.")
      #expect(try JSONOutput.text([failure.line]).contains("A demo runs already"))
      #expect(try waiting { failure.line } == "Er loopt al een demo: sluit die eerst af.")
    }
  }
}
