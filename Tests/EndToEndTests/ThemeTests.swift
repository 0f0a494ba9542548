import Foundation
import Testing

@Suite("Themes of the built program", .serialized, .timeLimit(.minutes(2)))
struct ThemeCommandTests {
  private func write(_ text: String, _ name: String, in home: borrowing Home) throws {
    try FileManager.default.createDirectory(atPath: home.path + "/themes", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: home.path + "/themes/\(name).toml"))
  }

  @Test("The list says where each is from, and which one is in use")
  func list() async throws {
    let home = try Home()
    try write("name = 'mine'\ninherits = 'nord'", "mine", in: home)
    try await home.run("settings", "set", "theme", "mine")
    let text = try await home.run("themes").output
    #expect(text.contains(/(?m)^mine +dark +yours +in use$/) && text.contains(/(?m)^nord +dark +bundled$/))
    let json = try await home.run("themes", "list", "--format", "json").output
    let themes = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(themes.count >= 15)
    #expect(themes.filter { $0["inUse"] as? Bool == true }.map { $0["name"] as? String } == ["mine"])
    #expect(themes.allSatisfy { $0["problem"] is NSNull })
  }

  @Test("All bundled themes pass the check; one that is hard to read fails it, and so does a broken one")
  func check() async throws {
    let home = try Home()
    let all = try await home.run("themes", "check")
    #expect(all.status == 0 && all.output.contains(/(?m)^nord .* ok$/), "\(all.output)")
    try write("name = 'faint'\ninherits = 'nord'\n[roles]\nerror = '#3b4252'", "faint", in: home)
    try write("name = 'broken'\n[roles]\noverdu = 'red'", "broken", in: home)
    let failed = try await home.run("themes", "check")
    #expect(failed.status == 1)
    #expect(failed.output.contains("faint: error on text: 1.24:1, 4.5:1 is the least"), "\(failed.output)")
    #expect(failed.output.contains("broken.toml:3:1: There is no role “overdu”: did you mean overdue?"))
    let file = try await home.run("themes", "check", home.path + "/themes/faint.toml", "--format", "json")
    #expect(file.status == 1 && file.output.contains("\"ok\" : false"))
    let missing = try await home.run("themes", "check", "/nowhere.toml")
    #expect(missing.status == 64 && missing.errors.contains("/nowhere.toml"))
  }

  @Test("A preview in a pipe has no control codes; an unknown name is told with the nearest one")
  func preview() async throws {
    let home = try Home()
    let sample = try await home.run("themes", "preview", "dracula")
    #expect(sample.status == 0 && sample.output.contains("Call Ada about renewal") && sample.output.contains("Live"))
    #expect(!sample.output.contains("\u{1B}"))
    let unknown = try await home.run("themes", "preview", "dracul")
    #expect(unknown.status == 64 && unknown.errors.contains("did you mean dracula?"))
  }

  @Test("The settings show the whole screen in each theme, and esc brings the old one back; a broken one is told")
  func settings() async throws {
    let home = try Home()
    try write("name = 'mine'\ninherits = 'nord'\n[roles]\noverdu = 'red'", "mine", in: home)
    try await home.run("add", "Call Ada today")
    try Data("theme = \"mine\"\n".utf8).write(to: URL(filePath: home.path + "/config.toml"))
    let program = Shell.products.appending(path: "command-center").path
    try await TerminalSession.with("exec \(program)", home.environment) { terminal in
      try await terminal.wait(for: "mine.toml:4:1: There is no role “overdu”")
      try await terminal.press(",", "G", "Enter")
      try await terminal.wait(for: "default-dark  (now)")
      try await terminal.press("j", "Enter")
      try await terminal.wait(for: "default-light  space")
    }
    #expect(try await home.run("settings", "get", "theme").output == "default-light\n")
    let log = try String(contentsOfFile: home.path + "/command-center.log", encoding: .utf8)
    #expect(log.contains("mine.toml:4:1: There is no role “overdu”"))
  }
}
