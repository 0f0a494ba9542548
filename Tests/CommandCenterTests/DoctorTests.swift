import Foundation
import ReminderStore
import Reminders
import Testing

@testable import CommandCenter

@Suite("doctor")
struct DoctorTests {
  private func withDoctor(
    _ environment: [String: String] = ["TERM": "xterm-256color"], _ body: (Doctor) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = Places(environment: ["COMMAND_CENTER_HOME": folder.path])
    try await body(Doctor(profile: try Profile(ProfileName.standard, places), environment: environment))
  }

  private func finding(_ check: String, _ doctor: Doctor) async throws -> Finding {
    try #require(await doctor.findings().first { $0.check == check })
  }

  @Test("Each line is the check, how it stands, what was found and what to do")
  func lines() throws {
    let report = DoctorReport(findings: [
      Finding("clock", "Clock", .ok, "as in Salesforce"),
      Finding("login", "Login", .failure, "there is none\u{1B}[2J", remedy: "Log in."),
    ])
    #expect(report.hasFailed)
    #expect(
      report.text == """
        OK       Clock  as in Salesforce
        FAILURE  Login  there is none
                        > Log in.
        """)
    let plain = DoctorReport(findings: [
      report.findings[0], Finding("login", "Login", .failure, "none", remedy: "Log in."),
    ])
    #expect(
      try JSONOutput.text(plain) == """
        [
          {
            "check" : "clock",
            "detail" : "as in Salesforce",
            "remedy" : null,
            "status" : "ok"
          },
          {
            "check" : "login",
            "detail" : "none",
            "remedy" : "Log in.",
            "status" : "failure"
          }
        ]
        """)
  }

  @Test(
    "A terminal is known by its type",
    arguments: [
      ("xterm-256color", Finding.Level.ok, "xterm-256color"), ("no-such-terminal", .failure, "not installed"),
      ("dumb", .failure, "cannot show a screen"), ("", .failure, "TERM is not set"),
    ])
  func terminal(type: String, level: Finding.Level, words: String) async throws {
    try await withDoctor(["TERM": type]) { doctor throws in
      let finding = try await finding("terminal", doctor)
      #expect(finding.level == level)
      #expect(finding.detail.contains(words))
    }
  }

  @Test("Without colours it says why")
  func colors() async throws {
    try await withDoctor(["TERM": "xterm-256color", "NO_COLOR": "1"]) { doctor throws in
      #expect(try await finding("colors", doctor).detail.contains("NO_COLOR"))
    }
  }

  @Test("A terminal that says it has true colour gets it, or is told what to install")
  func trueColor() async throws {
    try await withDoctor(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) { doctor throws in
      let colors = try await finding("colors", doctor)
      #expect(colors.detail == "true colour" || colors.remedy?.contains("ncurses-term") == true)
    }
  }

  @Test("A profile that is not there is a warning, and none is made")
  func noProfile() async throws {
    try await withDoctor { doctor throws in
      #expect(try await finding("store", doctor).level == .warning)
      #expect(!doctor.profile.exists)
    }
  }

  @Test("A file that is whole is said to be; one that is damaged is a failure, and is left as it is")
  func store() async throws {
    try await withDoctor { doctor throws in
      let path = doctor.profile.storePath
      do {
        let store = try doctor.profile.openStore()
        for number in 1...400 {
          let fields = ReminderFields(name: "Task \(number)", details: String(repeating: "x", count: 500))
          _ = try store.perform(.create(ReminderDraft(fields: fields)), at: Date())
        }
      }
      #expect(try await finding("store", doctor).level == .ok)
      #expect(try await finding("lock", doctor).detail.contains("nobody syncs"))
      #expect(try await finding("login", doctor).level == .ok)
      var data = try Data(contentsOf: URL(filePath: path))
      data.replaceSubrange(8_192..<24_576, with: Data(repeating: 0x55, count: 16_384))
      try data.write(to: URL(filePath: path))
      try? FileManager.default.removeItem(atPath: path + "-wal")
      try? FileManager.default.removeItem(atPath: path + "-shm")
      #expect(try await finding("store", doctor).level == .failure)
      #expect(try Data(contentsOf: URL(filePath: path)) == data)
    }
  }

  @Test("Sync that is on without a login is a failure; what the org told before is said to be from then")
  func noLogin() async throws {
    try await withDoctor { doctor throws in
      let store = try doctor.profile.openStore()
      try store.set(.sync, to: "on")
      try store.note(
        ConnectionFacts(
          foundAt: Date(timeIntervalSince1970: 1_795_608_000), apiVersion: "67.0", userName: "Robin", username: "r@a",
          timeZone: nil, organization: .init(name: "Acme", edition: nil, instance: nil, isSandbox: false),
          rights: TaskRights(mayRead: true, mayCreate: false, mayEdit: true, mayDelete: true, fields: [:]),
          statuses: [], priorities: [], isTaskInUserInterfaceAPI: true, externalIDFields: [], createWay: "search",
          usage: nil))
      #expect(try await finding("login", doctor).level == .failure)
      #expect(try await finding("known", doctor).detail.contains("2026-11-25"))
      #expect(try await finding("task.create", doctor).level == .failure)
    }
  }

  @Test("A setting that cannot be read is a failure that says where")
  func settings() async throws {
    try await withDoctor { doctor throws in
      try Data("theme = 7".utf8).write(to: doctor.profile.places.configFile)
      #expect(try await finding("settings", doctor).level == .failure)
    }
  }

  @Test("Files that others may read are a warning that says how to take that away; so is a log that cannot be written")
  func files() async throws {
    try await withDoctor { doctor throws in
      #expect(try await finding("files", doctor).level == .ok)
      _ = try doctor.profile.openStore()
      #expect(try await finding("files", doctor).level == .ok)
      #expect(try await finding("log", doctor).level == .ok)
      chmod(doctor.profile.storePath, 0o644)
      let open = try await finding("files", doctor)
      #expect(open.level == .warning && open.remedy?.contains("chmod go-rwx \(doctor.profile.storePath)") == true)
      chmod(doctor.profile.storePath, 0o600)
      // Only root can give a file away.
      if chown(doctor.profile.storePath, 1, 1) == 0 {
        #expect(try await finding("files", doctor).detail.contains("belongs to another user"))
        chown(doctor.profile.storePath, getuid(), getgid())
      }
      try FileManager.default.removeItem(at: doctor.profile.places.log)
      try FileManager.default.createDirectory(at: doctor.profile.places.log, withIntermediateDirectories: true)
      #expect(try await finding("log", doctor).level == .warning)
    }
  }

  @Test("What is free on the disk is told, also where the folder is not there yet")
  func disk() async throws {
    try await withDoctor { doctor throws in
      #expect(try await finding("disk", doctor).detail.contains("MiB free"))
      #expect((FreeSpace.bytes(at: "/tmp/none-such/none") ?? 0) > 0)
      #expect(FreeSpace.bytes(at: "none-such") == nil)
    }
  }
}
