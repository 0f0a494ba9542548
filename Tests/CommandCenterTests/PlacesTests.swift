import Foundation
import ReminderStore
import Reminders
import Testing

@testable import CommandCenter

@Suite("Where files are kept")
struct PlacesTests {
  @Test("COMMAND_CENTER_HOME holds everything; else the XDG folders do, relative ones ignored")
  func folders() {
    let portable = Places(environment: ["COMMAND_CENTER_HOME": "/tmp/x", "XDG_DATA_HOME": "/elsewhere"])
    #expect([portable.config, portable.data, portable.state].map(\.path) == ["/tmp/x", "/tmp/x", "/tmp/x"])
    let xdg = Places(environment: ["HOME": "/home/ada", "XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "relative"])
    #expect(xdg.data.path == "/data/command-center")
    #expect(xdg.state.path == "/home/ada/.local/state/command-center")
    #expect(xdg.configFile.path == "/home/ada/.config/command-center/config.toml")
  }

  @Test("A profile's name is a file name", arguments: ["", "../x", ".hidden", "a/b", "a b"])
  func wrongName(name: String) {
    #expect(throws: ProfileNameError.self) { try Profile(name, Places(environment: [:])) }
  }
}

@Suite("The store of a profile")
struct ProfileTests {
  @Test("Opening it forgets what was in the trash for 30 days, also where sync was never on")
  func trash() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let profile = try Profile("default", Places(environment: ["COMMAND_CENTER_HOME": folder]))
    for (name, daysAgo) in [("Old", 31.0), ("Young", 29.0)] {
      let then = Date().addingTimeInterval(-daysAgo * 86_400)
      let store = try profile.openStore()
      let ids = try store.perform(.create(ReminderDraft(fields: ReminderFields(name: name))), at: then)?.reminders ?? []
      _ = try store.perform(.delete(ids), at: then)
    }
    let trash = try profile.openStore().rows(.trash, on: LocalDay(at: Date(), in: .gmt))
    #expect(trash.map(\.reminder.fields.name) == ["Young"])
  }
}

@Suite("config.toml")
struct ConfigFileTests {
  private func withFile(_ text: String?, _ body: (ConfigFile) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "config.toml")
    try text?.write(to: url, atomically: true, encoding: .utf8)
    try body(ConfigFile(Places(environment: ["COMMAND_CENTER_HOME": folder.path])))
  }

  @Test("A change writes one line and leaves the user's own text as it is")
  func change() throws {
    try withFile("# mine\nclient_id = \"old\" # why\n\nnotifications = \"off\"\n") { file in
      try file.set(.clientID, to: "a \"b\"")
      #expect(
        try String(contentsOf: file.url, encoding: .utf8)
          == "# mine\nclient_id = \"a \\\"b\\\"\"\n\nnotifications = \"off\"\n")
      #expect(file.read().settings == [.clientID: "a \"b\"", .notifications: "off"])
    }
    try withFile(nil) { file in
      #expect(file.read().settings.isEmpty && file.read().problems.isEmpty)
      try file.set(.clientID, to: "x")
      #expect(file.read().settings == [.clientID: "x"])
    }
  }

  @Test("The keys in it are no settings, and stay when one is written")
  func keys() throws {
    try withFile("[keys]\nundo = \"z\"\n[keys.form]\nsave = \"f2\"\n") { file in
      #expect(file.read().settings.isEmpty)
      try file.set(.clientID, to: "x")
      #expect(file.read().problems.isEmpty)
      #expect(
        try String(contentsOf: file.url, encoding: .utf8)
          == "client_id = \"x\"\n[keys]\nundo = \"z\"\n[keys.form]\nsave = \"f2\"\n")
    }
  }

  @Test(
    "A mistake is told with its line and what to write, and the rest of the file counts",
    arguments: [
      ("notifications = \"loud\"", "“loud” is not a value of notifications: use on or bell or desktop or off."),
      ("log_level = \"all\"", "“all” is not a value of log_level: use error or warning or info or debug or trace."),
      ("keyring = \"yes\"", "“yes” is not a value of keyring: use on or off."),
      ("theme = \"none-such\"", "There is no theme “none-such”: "),
      ("callback_url = \"nowhere\"", ""), ("notifications = 3", "“notifications” must be a text: "),
      (
        "colour = \"red\"",
        "There is no setting “colour” in this file: use theme, language, screen_reader, notifications, client_id,"
      ),
      ("[keys]\nundo = \"d\"", "“d” is a key of delete"),
    ])
  func mistakes(text: String, words: String) throws {
    try withFile("client_id = \"mine\"\n\(text)\n") { file in
      let found = file.read()
      let line = text.hasPrefix("[") ? 3 : 2
      #expect(found.problems.map { $0.description.hasPrefix("\(file.url.path):\(line): \(words)") } == [true])
      #expect(found.settings == [.clientID: "mine"])
    }
  }

  @Test("A wrong value hinders no other setting, and setting it anew mends it")
  func mending() throws {
    try withFile("notifications = \"loud\"\nkeyring = \"off\"\n") { file throws in
      #expect(try file.read().value(of: .keyring) == "off")
      #expect(throws: Configuration.Problem.self) { _ = try file.read().value(of: .notifications) }
      try file.set(.notifications, to: "bell")
      #expect(try file.read().value(of: .notifications) == "bell")
    }
  }

  @Test("A broken file is never written over, and said once")
  func broken() throws {
    try withFile("theme = ") { file throws in
      #expect(file.read().problems.count == 1)
      #expect(throws: Configuration.Problem.self) { try file.set(.clientID, to: "x") }
      #expect(try String(contentsOf: file.url, encoding: .utf8) == "theme = ")
    }
  }
}
