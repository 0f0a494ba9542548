import ArgumentParser
import Foundation
import Testing

@testable import CommandCenter

@Suite("The manual page")
struct ManualTests {
  private static let page = try? ManualPage(
    ProgramInfo(json: Data(CommandCenter._dumpHelp().utf8)),
    date: Date(timeIntervalSince1970: 1_795_651_200), text: .commandCenter
  )
  .mdoc

  /// The names of all commands and long options that are not hidden, as ArgumentParser tells them; `help` comes by itself.
  private static func names(in value: Any) -> (commands: Set<String>, options: Set<String>) {
    var (commands, options): (Set<String>, Set<String>) = ([], [])
    if let values = value as? [Any] {
      for names in values.map(names) { (commands, options) = (commands.union(names.0), options.union(names.1)) }
    }
    guard let object = value as? [String: Any], object["shouldDisplay"] as? Bool != false else {
      return (commands, options)
    }
    if let name = object["commandName"] as? String { commands.insert(name) }
    if object["kind"] as? String == "long", let name = object["name"] as? String { options.insert(name) }
    for part in object.values {
      let names = names(in: part)
      (commands, options) = (commands.union(names.commands), options.union(names.options))
    }
    return (commands, options)
  }

  @Test("It mentions every command and every long option")
  func isComplete() throws {
    let page = try #require(Self.page)
    let dump = try JSONSerialization.jsonObject(with: Data(CommandCenter._dumpHelp().utf8))
    let names = Self.names(in: dump)
    #expect(names.commands.count > 25 && names.options.count > 25)
    for command in names.commands.subtracting(["command-center"]) {
      #expect(page.contains(try Regex("\n\\.(It )?Cm ([a-z-]+ )?\(command)[ \n]")), "\(command)")
    }
    for option in names.options {
      #expect(page.contains(try Regex("Fl Fl \(option)[ \n]")), "\(option)")
    }
    #expect(!page.contains("Cm manual"))
  }

  @Test("Its lines are ASCII and short, and no text is taken for a macro")
  func isMdoc() throws {
    let lines = try #require(Self.page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.prefix(3) == [".Dd November 26, 2026", ".Dt COMMAND-CENTER 1", ".Os"])
    for line in lines.dropLast() {
      #expect(!line.isEmpty && line.allSatisfy(\.isASCII), "\(line)")
      #expect(line.hasPrefix(".") || line.count <= 80, "\(line)")
      #expect(!line.hasPrefix(".") || line.contains(/^\.[A-Z][a-z]( |$)/), "\(line)")
    }
  }

  @Test(
    "What a text has means nothing to mdoc",
    arguments: [
      (".Sh NAME", "\\&.Sh NAME"), ("'quoted'", "\\&'quoted'"), ("a\\b", "a\\eb"), ("“x”", "\\[u201C]x\\[u201D]"),
      ("say `--no-x`", "say \\fB\\-\\-no\\-x\\fR"), ("One. Two e.g. three", "One.\nTwo e.g. three"),
    ])
  func escaping(text: String, line: String) {
    var page = Mdoc()
    page.prose(text)
    #expect(page.text == line + "\n")
  }

  @Test("A program without commands has its options below its description")
  func plainProgram() throws {
    let dump = """
      {"serializationVersion": 0, "command": {"commandName": "tool", "shouldDisplay": true, "abstract": "A tool.",
      "arguments": [{"kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false,
      "names": [{"kind": "long", "name": "port"}], "preferredName": {"kind": "long", "name": "port"},
      "valueName": "port", "defaultValue": "8420", "abstract": "The port."}]}}
      """
    let page = try ManualPage(ProgramInfo(json: Data(dump.utf8)), date: Date(), text: nil).mdoc
    #expect(page.contains(".Nd a tool\n") && page.contains(".Xr command-center 1\n"))
    #expect(page.contains(".It Fl Fl port Ar \"\\&port\"\nThe port.\nThe default is \\fB8420\\fR.\n"))
  }
}
