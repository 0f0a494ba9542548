import Foundation
import Terminal
import Testing
import TOML

@testable import Interface

@Suite("Themes")
struct ThemeTests {
  static let bundled = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }.sorted()
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "themes")

  private static let library = ThemeLibrary(names: bundled) { name in
    (try? Data(contentsOf: folder.appending(path: "\(name).toml")))
      .map { ThemeSource(path: "themes/\(name).toml", text: String(decoding: $0, as: UTF8.self)) }
  }

  /// A library of texts by name.
  private func library(_ texts: [String: String]) -> ThemeLibrary {
    ThemeLibrary(names: texts.keys.sorted()) { name in texts[name].map { ThemeSource(path: "\(name).toml", text: $0) } }
  }

  private func mistake(in text: String, _ others: [String: String] = [:]) -> ThemeError? {
    do {
      _ = try library(others.merging(["mine": text]) { $1 }).theme(named: "mine")
      return nil
    } catch {
      return error
    }
  }

  @Test("Every bundled theme can be read with normal sight, on everything that it stands on", arguments: bundled)
  func contrast(name: String) throws {
    #expect(try ThemeTests.library.theme(named: name).weaknesses.map(\.description) == [])
  }

  @Test("At least fourteen themes are bundled, and the expected ones among them")
  func expected() {
    let expected = [
      "default-dark", "default-light", "high-contrast-dark", "high-contrast-light", "color-blind-dark",
      "color-blind-light", "monochrome", "solarized-dark", "solarized-light", "gruvbox-dark", "gruvbox-light", "nord",
      "dracula", "catppuccin-latte", "catppuccin-mocha", "tokyo-night",
    ]
    #expect(Set(expected).subtracting(ThemeTests.bundled) == [])
  }

  @Test("A theme is called as its file", arguments: bundled)
  func name(name: String) throws {
    #expect(try ThemeTests.library.theme(named: name).name == name)
  }

  @Test("Those for high contrast are held to 7:1", arguments: ["high-contrast-dark", "high-contrast-light"])
  func highContrast(name: String) throws {
    let theme = try ThemeTests.library.theme(named: name)
    #expect(theme.isHighContrast)
    #expect(theme.contrasts.allSatisfy { $0.ratio >= 7 })
  }

  @Test("The monochrome theme has no colour at all, and tells the states apart by attributes")
  func monochrome() throws {
    let theme = try ThemeTests.library.theme(named: "monochrome")
    for role in Role.allCases {
      #expect([nil, .terminalDefault].contains(theme[role].foreground))
      #expect([nil, .terminalDefault].contains(theme[role].background))
    }
    #expect(theme[.selection].attributes != [] && theme[.bar].attributes != [])
  }

  @Test(
    "A role that is hard to read on something that it stands on is found",
    arguments: [
      ("muted = '#555555'", "muted on text: 2.81:1, 3.0:1 is the least"),
      ("error = '#777777'", "error on text: 4.68:1"), ("selection = 'on #8fb8f0'", "error on selection"),
      ("bar = '#777777 on #333333'", "bar on bar"), ("sandbox = '#f2c265 on #f2a265'", "sandbox on sandbox"),
    ])
  func weak(role: String, expected: String) throws {
    let theme = try library([
      "mine": "name = 'mine'\ninherits = 'default-dark'\n[roles]\ntext = '#ffffff on #000000'\n\(role)"
    ])
    .theme(named: "mine")
    let all = theme.contrasts.map(\.description)
    #expect(all.contains { $0.hasPrefix(expected) })
    #expect(!theme.weaknesses.isEmpty || expected.contains("4.68"))
  }

  @Test("Every bundled theme says something of every role", arguments: bundled)
  func roles(name: String) throws {
    #expect(try ThemeTests.library.theme(named: name).roles == Role.allCases)
  }

  @Test("The theme in the binary is the one in its file")
  func standard() throws {
    #expect(try ThemeTests.library.theme(named: "default-dark") == .standard)
    let builtIn = try library([:]).theme(named: "default-dark")
    #expect(builtIn == .standard)
  }

  @Test("Contrast is as WCAG computes it")
  func ratio() throws {
    let black = Color(red: 0, green: 0, blue: 0)
    let white = Color(red: 255, green: 255, blue: 255)
    let grey = Color(red: 0x77, green: 0x77, blue: 0x77)
    #expect(Contrast.ratio(black, white) == 21)
    #expect(abs(try #require(Contrast.ratio(grey, white)) - 4.478) < 0.001)
    #expect(Contrast.ratio(.terminalDefault, white) == nil)
  }

  @Test("A theme that inherits takes what it does not say, and colours by name")
  func inherits() throws {
    let theme = try library([
      "mine": "name = 'mine'\ninherits = 'base'\n[palette]\nred = '#ff0000'\n[roles]\nhigh = 'red underline'",
      "base":
        "name = 'base'\nappearance = 'light'\n[palette]\nred = '#aa0000'\n[roles]\nerror = 'red bold'\nhigh = 'red'\ntext = '#000000 on default'",
    ])
    .theme(named: "mine")
    #expect(theme.name == "mine")
    #expect(theme.appearance == .light)
    #expect(theme[.error].description == "#ff0000 bold")
    #expect(theme[.high].description == "#ff0000 underline")
    #expect(theme[.text].description == "#000000 on default")
  }

  @Test("A theme may inherit the default, even where its file is not there")
  func inheritsStandard() throws {
    let theme = try library(["mine": "name = 'mine'\ninherits = 'default-dark'\n[roles]\nhigh = '#ff0000'"])
      .theme(named: "mine")
    #expect(theme[.high].description == "#ff0000")
    #expect(theme[.muted] == Theme.standard[.muted])
  }

  @Test(
    "A mistake is told with its file, its line and the nearest right name",
    arguments: [
      ("name = 'mine'\n[roles]\noverdu = '#ff0000'", "mine.toml:3:1: There is no role “overdu”: did you mean overdue?"),
      (
        "name = 'mine'\n[palette]\namber = '#ffbf00'\n\n[roles]\nhigh = 'ambr bold'",
        "mine.toml:6:9: “ambr” is no colour of the palette and no modifier: did you mean amber?"
      ),
      (
        "name = 'mine'\n[roles]\nhigh = '#00ff00 bald'",
        "mine.toml:3:17: “bald” is no colour of the palette and no modifier: did you mean bold?"
      ),
      ("name = 'mine'\n[palette]\nred = '#ff00'", "mine.toml:3:8: “#ff00” is not a colour: write #rrggbb, or default."),
      ("name = 'mine'\n[roles]\nhigh = '#ff00'", "mine.toml:3:9: “#ff00” is not a colour: write #rrggbb, or default."),
      ("name = 'mine'\n[roles]\nhigh = 7", "mine.toml:3:8: “high” must be a text in quotes."),
      ("name = 'mine'\nroles = 7", "mine.toml:2:1: “roles” must be a table: write [roles] and its values below."),
      (
        "name = 'mine'\nappearence = 'dark'",
        "mine.toml:2:1: There is no key “appearence” in a theme: did you mean appearance?"
      ),
      ("name = 'mine'\nappearance = 'dim'", "mine.toml:2:15: “dim” is not an appearance: write \"light\" or \"dark\"."),
      (
        "name = 'mine'\n[roles]\nhigh = '#00ff00 on'",
        "mine.toml:3:9: “#00ff00 on” is not a style: write a colour, or \"colour on colour bold\"."
      ),
      (
        "name = 'mine'\n[roles]\nhigh = '#00ff00 #ff0000'",
        "mine.toml:3:17: “#00ff00 #ff0000” is not a style: write a colour, or \"colour on colour bold\"."
      ),
      (
        "name = 'mine'\ncontrast = 'low'", "mine.toml:2:13: “low” is not a contrast: write \"high\", or leave it out."
      ),
      (
        "name = 'mine'\n[roles]\n# high = 'x'\nhigh = '#00ff00'\n  high = '#ff0000'",
        "mine.toml:5:3: “roles.high” is there twice, first in line 4: delete one of the two."
      ),
      (
        "name = 'mine'\n[roles]\n[palette]\n[roles]",
        "mine.toml:4:1: “roles” is there twice, first in line 2: delete one of the two."
      ),
      ("appearance = 'dark'", "mine.toml: A theme needs “name”: add it at the top."),
      (
        "name = 'mine'\ninherits = 'default-drak'",
        "mine.toml:2:13: There is no theme “default-drak”: did you mean default-dark?"
      ),
      (
        "name = 'mine'\ninherits = 'mine'",
        "mine.toml:2:13: These themes inherit each other: mine → mine: cut the circle."
      ),
    ])
  func mistakes(text: String, expected: String) {
    #expect(mistake(in: text)?.description == expected)
  }

  @Test("Themes that inherit each other are an error, not a loop")
  func cycle() {
    let other = "name = 'other'\ninherits = 'mine'"
    #expect(
      mistake(in: "name = 'mine'\ninherits = 'other'", ["other": other])
        == ThemeError("other.toml", SourcePlace(line: 2, column: 13), .cycle(["mine", "other", "mine"])))
  }

  @Test(
    "What is no TOML is told with its line",
    arguments: ["name = 'mine'\n[roles\n", "name = "])
  func syntax(text: String) throws {
    let error = try #require(mistake(in: text))
    #expect(error.place?.line == text.split(separator: "\n").count)
    guard case .syntax = error.problem else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("A theme that is not there is named with the nearest one")
  func missing() {
    var found: ThemeError?
    do { _ = try library([:]).theme(named: "defualt-dark") } catch { found = error }
    #expect(found == ThemeError(nil, nil, .noSuchTheme("defualt-dark", nearest: "default-dark")))
  }
}
