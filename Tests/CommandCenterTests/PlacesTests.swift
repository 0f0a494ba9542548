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
    try body(ConfigFile(url: url))
  }

  @Test("A change writes one line and leaves the user's own text as it is")
  func change() throws {
    try withFile("# mine\ntheme = \"old\" # why\n\nnotifications = \"off\"\n") { file in
      try file.set(.theme, to: "a \"b\"")
      #expect(
        try String(contentsOf: file.url, encoding: .utf8)
          == "# mine\ntheme = \"a \\\"b\\\"\"\n\nnotifications = \"off\"\n")
      #expect(try file.load() == [.theme: "a \"b\"", .notifications: "off"])
    }
    try withFile(nil) { file in
      #expect(try file.load().isEmpty)
      try file.set(.theme, to: "x")
      #expect(try file.load() == [.theme: "x"])
    }
  }

  @Test("The keys in it are no settings, and stay when one is written")
  func keys() throws {
    try withFile("[keys]\nundo = \"z\"\n[keys.form]\nsave = \"f2\"\n") { file in
      #expect(try file.load().isEmpty)
      try file.set(.theme, to: "x")
      _ = try file.keys()
      #expect(
        try String(contentsOf: file.url, encoding: .utf8)
          == "theme = \"x\"\n[keys]\nundo = \"z\"\n[keys.form]\nsave = \"f2\"\n")
    }
    try withFile("theme = \"x\"\n[keys]\nundo = \"d\"\n") { file throws in
      #expect(try file.load() == [.theme: "x"])
      let error = #expect(throws: (any Error).self) { _ = try file.keys() }
      #expect(error.map { CommandFailure($0).line.hasPrefix("\(file.url.path):3: “d” is a key of delete") } == true)
    }
  }

  @Test("A broken file is never written over")
  func broken() throws {
    try withFile("theme = ") { file throws in
      #expect(throws: CommandFailure.self) { try file.set(.theme, to: "x") }
      #expect(try String(contentsOf: file.url, encoding: .utf8) == "theme = ")
    }
  }
}
