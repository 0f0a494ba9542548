import ArgumentParser
import Foundation
import Interface
import Localization
import Reminders
import Terminal

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List, check and look at the themes: the colours of the Command Center.",
    discussion: """
      A theme is a file; your own are in the folder themes beside config.toml. To use one: command-center settings set \
      theme NAME
      """,
    subcommands: [List.self, Check.self, Preview.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Print every theme, and which one is in use.")
    @OptionGroup var options: ProfileOptions
    @Option(help: "How it is printed.") var format = TextFormat.text

    func run() throws {
      try reportingFailures {
        let profile = try options.resolve()
        let files = ThemeFiles(profile.places)
        let inUse = try SettingsAccess(profile).value(of: .theme)
        let themes = files.names.map { ListedTheme($0, of: files, inUse: inUse) }
        switch format {
        case .text: print(ListedTheme.table(themes))
        case .json: print(try JSONOutput.text(themes))
        }
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Check a theme, or all: mistakes and contrast.",
      discussion: "Exit code 1 means that a theme cannot be used, or is hard to read.")
    @OptionGroup var options: ProfileOptions
    @Option(help: "How it is printed.") var format = TextFormat.text
    @Argument(
      help: "A theme file, or the name of a theme; without it all are checked.", completion: .file(extensions: ["toml"])
    )
    var file: String?

    func run() throws {
      try reportingFailures {
        let places = try options.resolve().places
        let checks = try file.map { [try check($0, places)] } ?? all(ThemeFiles(places))
        switch format {
        case .text: print(file == nil ? ThemeCheck.table(checks) : checks.map(\.table).joined(separator: "\n"))
        case .json: print(try JSONOutput.text(checks))
        }
        if !checks.allSatisfy(\.isGood) { throw ExitCode(Exit.failed) }
      }
    }

    private func all(_ files: ThemeFiles) -> [ThemeCheck] { files.names.map { ThemeCheck($0, of: files) } }

    private func check(_ file: String, _ places: Places) throws -> ThemeCheck {
      let files = ThemeFiles(places)
      if files.names.contains(file) { return ThemeCheck(file, of: files) }
      let url = URL(filePath: file)
      guard FileManager.default.isReadableFile(atPath: file), url.pathExtension == "toml" else {
        throw CommandFailure(
          "“\(file)” is no theme file that can be read (NAME.toml), and no theme: see command-center themes list.",
          code: Exit.usage)
      }
      return ThemeCheck(url.deletingPathExtension().lastPathComponent, of: ThemeFiles(places, and: url.absoluteURL))
    }
  }

  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview", abstract: "Show a sample of the screen in a theme.")
    @OptionGroup var options: ProfileOptions
    @Argument(help: "The name of the theme.", completion: .custom(Completions.themes)) var name: String

    func run() throws {
      try reportingFailures {
        let theme = try ThemeFiles(try options.resolve().places).load(name)
        let report = TerminalReport(environment: ProcessInfo.processInfo.environment)
        let columns = min(max(report.size?.columns ?? 80, Interface.smallestSize.columns), 100)
        let sample = theme.sample(Size(columns: columns, rows: 19), glyphs: report.isUTF8 ? .unicode : .ascii)
        // A pipe gets no control codes, nor does a terminal that knows none.
        let isPlain = isatty(STDOUT_FILENO) == 0 || report.problem != nil
        print(isPlain ? sample.text : sample.lines(in: report.colors).joined(separator: "\n"))
      }
    }
  }
}
