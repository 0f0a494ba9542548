import Foundation
import Testing

@Suite("Installed programs", .serialized, .timeLimit(.minutes(2)))
struct InstallationTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The programs of this build, installed below `usr` in a folder of their own.
  private struct Installation {
    let prefix: String
    private let environment: [String: String]

    init(in home: borrowing Home) async throws {
      prefix = home.path + "/usr"
      environment = home.environment
      let answer = try await install()
      try #require(answer.status == 0, "\(answer.errors)")
    }

    @discardableResult
    func install() async throws -> Shell.Answer {
      try await Shell.run(InstallationTests.top + "/scripts/install-files", [Shell.products.path, prefix])
    }

    func uninstall() async throws -> Shell.Answer {
      try await Shell.run(InstallationTests.top + "/scripts/uninstall-files", [prefix])
    }

    func run(_ arguments: String...) async throws -> Shell.Answer {
      try await Shell.run(prefix + "/bin/command-center", arguments, environment: environment)
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(prefix)/\(path)", encoding: .utf8) }

    func write(_ path: String, adding: String) throws {
      let old = (try? text(path)) ?? ""
      try (old + adding).write(toFile: "\(prefix)/\(path)", atomically: true, encoding: .utf8)
    }

    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(prefix)/\(path)") }
  }

  @Test("They find their themes and languages with no checkout above them, and nothing is left when they are removed")
  func whole() async throws {
    let home = try Home()
    let installed = try await Installation(in: home)
    let themes = try FileManager.default.contentsOfDirectory(atPath: Self.top + "/themes")
    let list = try await installed.run("themes").output
    #expect(list.matches(of: /(?m) bundled( |$)/).count == themes.count && themes.count >= 16, "\(list)")
    #expect(try await installed.run("settings", "set", "language", "nl").status == 0)
    #expect(try await installed.run("redo").output == "Er is niets om opnieuw te doen.\n")

    for name in ["command-center", "org-simulator"] {
      #expect(try installed.text("share/man/man1/\(name).1").contains(".Nm \(name)\n"))
      #expect(try installed.text("share/bash-completion/completions/\(name)").contains("complete -"))
      #expect(try installed.text("share/zsh/site-functions/_\(name)").hasPrefix("#compdef \(name)"))
      #expect(try installed.text("share/fish/vendor_completions.d/\(name).fish").contains("complete -c"))
    }
    let service = try installed.text("lib/systemd/user/command-center@.service")
    #expect(service.contains("\nExecStart=\(installed.prefix)/bin/command-center sync --watch --profile %i\n"))
    let licences = try installed.text("share/doc/command-center/copyright")
    for work in ["Command Center", "GRDB.swift", "swift-nio", "Swift runtime", "ICU"] {
      #expect(licences.contains(work), "\(work)")
    }

    #expect(try await installed.uninstall().status == 0)
    #expect(!FileManager.default.fileExists(atPath: installed.prefix))
  }

  @Test("A newer version takes the place of one that runs, and what is no longer part of it goes; files of others stay")
  func upgrade() async throws {
    let home = try Home()
    let installed = try await Installation(in: home)
    try installed.write("share/command-center/themes/old.toml", adding: "name = 'old'")
    try installed.write("share/command-center/installed-files", adding: "share/command-center/themes/old.toml\n")
    try installed.write("share/command-center/installed-files", adding: "../outside\n")
    try Data().write(to: URL(filePath: home.path + "/outside"))
    try installed.write("share/man/man1/other.1", adding: "of another program")
    let program = installed.prefix + "/bin/command-center"
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: "demo")
      #expect(try await installed.install().status == 0)
      #expect(try await installed.run("--version").status == 0)
      try await terminal.press("?")
      try await terminal.wait(for: "Everywhere")
    }
    #expect(!installed.has("share/command-center/themes/old.toml"))
    #expect(installed.has("share/command-center/themes/nord.toml"))
    #expect(try await installed.uninstall().status == 0)
    #expect(installed.has("share/man/man1/other.1"))
    #expect(!installed.has("bin") && !installed.has("share/command-center") && !installed.has("share/doc"))
    #expect(FileManager.default.fileExists(atPath: home.path + "/outside"))
    let again = try await installed.uninstall()
    #expect(again.status == 1 && again.errors.contains("Nothing was installed below"))
  }

  @Test(
    "A folder that cannot be is refused in one line",
    arguments: [("usr", "begin with /"), ("/a b", "without spaces")])
  func refused(prefix: String, words: String) async throws {
    let answer = try await Shell.run(Self.top + "/scripts/install-files", [Shell.products.path, prefix])
    #expect(answer.status == 1 && answer.errors.contains(words))
    #expect(answer.errors.split(separator: "\n").count == 1)
  }

  @Test("The manual page has no mistakes that mandoc knows of, where it is here")
  func lint() async throws {
    let home = try Home()
    let page = try await home.run("manual").output
    try page.write(toFile: home.path + "/command-center.1", atomically: true, encoding: .utf8)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") else { return }
    let answer = try await Shell.run("mandoc", ["-T", "lint", "-W", "warning", home.path + "/command-center.1"])
    #expect(answer.status == 0 && answer.output.isEmpty, "\(answer.output)")
  }
}
