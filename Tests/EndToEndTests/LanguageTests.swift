import Foundation
import Testing

@Suite("Languages of the built program", .serialized, .timeLimit(.minutes(2)))
struct LanguageTests {
  private static let english = "There is nothing to do again.\n"
  private static let dutch = "Er is niets om opnieuw te doen.\n"

  private static let own = """
    name = "Eigen"
    [calendar]
    weekdays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    weekdays_short = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
    months_short = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
    [texts]
    "There is nothing to do again." = "Niks meer."

    """

  private func environment(_ home: borrowing Home, _ locale: String) -> [String: String] {
    home.environment.merging(["LC_ALL": locale, "LANGUAGE": "", "TERM": "xterm-256color"]) { $1 }
  }

  private func run(_ home: borrowing Home, _ locale: String, _ arguments: String...) async throws -> Shell.Answer {
    try await Shell.run(
      Shell.products.appending(path: "command-center").path, arguments, environment: environment(home, locale))
  }

  private func write(_ text: String, _ file: String, in home: borrowing Home) throws {
    try FileManager.default.createDirectory(atPath: home.path + "/languages", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: home.path + "/" + file))
  }

  @Test("A task is typed in Dutch, and the answer is Dutch")
  func typing() async throws {
    let home = try Home()
    try await home.run("add", "Call Bob tomorrow")
    let tomorrow = try #require(try await home.list().first?["due"] as? String)
    let answer = try await run(home, "nl_NL.UTF-8", "add", "Bel Ada morgen !hoog")
    #expect(answer.output.contains("vervalt \(tomorrow)"), "\(answer.output)")
    let task = try #require(try await home.list().first { $0["name"] as? String == "Bel Ada" })
    #expect(task["due"] as? String == tomorrow)
    #expect(task["priority"] as? String == "high")
    let wrong = try await run(home, "nl_NL.UTF-8", "send", "nobody")
    #expect(wrong.status == 1 && wrong.errors.contains("nobody"))
  }

  @Test(
    "The setting comes before the locale; a language that is not here is English",
    arguments: [
      (nil, "C.UTF-8", english), (nil, "en_US.UTF-8", english), (nil, "nl_NL.UTF-8", dutch), (nil, "nl_BE", dutch),
      (nil, "fr_FR.UTF-8", english), ("en", "nl_NL.UTF-8", english), ("nl", "en_US.UTF-8", dutch),
      ("auto", "nl_NL.UTF-8", dutch),
    ] as [(String?, String, String)])
  func setting(value: String?, locale: String, text: String) async throws {
    let home = try Home()
    if let value { #expect(try await home.run("settings", "set", "language", value).status == 0) }
    #expect(try await run(home, locale, "redo").output == text)
  }

  @Test(
    "2/12 is the day that it is where the user is", arguments: [("en_US.UTF-8", "-02-12"), ("en_GB.UTF-8", "-12-02")])
  func region(locale: String, day: String) async throws {
    let home = try Home()
    #expect(try await run(home, locale, "add", "Call Ada 2/12").status == 0)
    #expect((try await home.list().first?["due"] as? String)?.hasSuffix(day) == true)
  }

  @Test("An unknown language is refused with those that there are, and stops no command where it stands in the file")
  func unknown() async throws {
    let home = try Home()
    let answer = try await home.run("settings", "set", "language", "tlh")
    #expect(answer.status == 64)
    #expect(answer.errors == "command-center: There is no language “tlh”: use auto, en, nl.\n")
    try write("language = \"tlh\"\n", "config.toml", in: home)
    let redo = try await home.run("redo")
    #expect(redo.status == 0 && redo.output == Self.english && redo.errors.isEmpty)
    #expect(try await home.run("doctor").output.contains("config.toml:1: There is no language “tlh”"))
  }

  @Test("What scripts read is the same in every language")
  func scripts() async throws {
    let home = try Home()
    try await home.run("add", "Call Ada 2026-12-02 !high #call")
    for arguments in [
      ["list", "--view", "all", "--format", "json"], ["list", "--view", "all", "--format", "csv"],
      ["profiles", "--format", "json"],
      ["themes", "--format", "json"], ["status", "--format", "json"], ["status", "--format", "tmux"],
    ] {
      var answers: Set<String> = []
      for locale in ["C.UTF-8", "en_US.UTF-8", "nl_NL.UTF-8", "de_CH.UTF-8"] {
        let program = Shell.products.appending(path: "command-center").path
        let answer = try await Shell.run(program, arguments, environment: environment(home, locale))
        #expect(answer.status == 0)
        answers.insert(answer.output)
      }
      #expect(answers.count == 1, "\(arguments)")
    }
    let doctor = try await run(home, "nl_NL.UTF-8", "doctor", "--format", "json").output
    #expect(doctor.contains("there is none; tasks are only here"))
    #expect(try await run(home, "nl_NL.UTF-8", "doctor").output.contains("er is er geen; taken zijn alleen hier"))
    #expect(try await run(home, "nl_NL.UTF-8", "list", "--view", "all").output.hasPrefix("ID"))
    #expect(try await run(home, "nl_NL.UTF-8", "list", "--view", "all").output.contains("NAAM"))
  }

  @Test("A file of the user is a language, and hides the one of the program")
  func own() async throws {
    let home = try Home()
    try write(Self.own, "languages/nl.toml", in: home)
    try write(Self.own, "languages/fy.toml", in: home)
    for locale in ["nl_NL.UTF-8", "fy_NL.UTF-8"] {
      #expect(try await run(home, locale, "redo").output == "Niks meer.\n")
    }
    #expect(try await run(home, "nl_NL.UTF-8", "undo").output == "There is nothing to undo.\n")
    #expect(try await home.run("settings", "set", "language", "fy").status == 0)
    #expect(try await home.run("redo").output == "Niks meer.\n")
    #expect(try await home.run("doctor").output.contains("Eigen (fy), from \(home.path)/languages/fy.toml"))
  }

  @Test("A broken file leaves English, stops no command, and is told")
  func broken() async throws {
    let home = try Home()
    try write("name = ", "languages/nl.toml", in: home)
    let redo = try await run(home, "nl_NL.UTF-8", "redo")
    #expect(redo.status == 0 && redo.output == Self.english && redo.errors.isEmpty)
    let words = "\(home.path)/languages/nl.toml:1: This is not TOML"
    #expect(try await run(home, "nl_NL.UTF-8", "doctor").output.contains(words))
    let set = try await home.run("settings", "set", "language", "nl")
    #expect(set.status != 0 && set.errors.contains(words))
    try await home.run("add", "Call Ada today")
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", environment(home, "nl_NL.UTF-8")) { terminal in
      try await terminal.wait(for: "nl.toml:1: This is not TOML")
    }
    let log = try String(contentsOfFile: home.path + "/command-center.log", encoding: .utf8)
    #expect(log.contains(words))
  }

  @Test("A config.toml that is no TOML stops no command")
  func brokenConfig() async throws {
    let home = try Home()
    try write("language = ", "config.toml", in: home)
    let redo = try await home.run("redo")
    #expect(redo.status == 0 && redo.output == Self.english)
  }
}
