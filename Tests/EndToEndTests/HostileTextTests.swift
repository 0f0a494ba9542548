import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("Texts written for the terminal", .serialized, .timeLimit(.minutes(3)))
struct HostileTextTests {
  private static let program = Shell.products.appending(path: "command-center").path
  private static let today = Date().formatted(.iso8601.year().month().day())

  /// An org in which everything that has a name has a hostile one; one task reminds in a moment.
  private func fill(_ org: HostedOrg) async throws {
    let evil = HostileText.all[0] + HostileText.all[2] + HostileText.all[7] + HostileText.all[10]
    try await org.server.change { org in
      let now = Date()
      func change(_ object: String, _ field: String) throws {
        for record in org.all(object).prefix(4) {
          try org.update(record.id.text, [field: .text("\(evil) \(object)")], by: Org.automatedProcess, at: now)
        }
      }
      for (object, field) in [
        ("User", "LastName"), ("Account", "Name"), ("Contact", "LastName"), ("Opportunity", "Name"),
      ] { try change(object, field) }
      guard let rep = DemoUser.rep.id(in: org), let colleague = DemoUser.colleague.id(in: org),
        let contact = org.all("Contact").first?.id, let account = org.all("Account").first?.id
      else { throw CancellationError() }
      for text in HostileText.all {
        let fields: Fields = [
          "Subject": .text(text), "Description": .text(HostileText.all.joined(separator: "\r\n")), "OwnerId": .id(rep),
          "ActivityDate": .text(Self.today), "WhoId": .id(contact), "WhatId": .id(account),
        ]
        let id = try org.create("Task", fields, by: colleague, at: now)
        try org.update(id.text, ["Priority": .text("High")], by: colleague, at: now)
      }
      _ = try org.addValidationRule(on: "Task", refusing: "Subject = 'Refused'", message: evil)
    }
  }

  @Test(
    "What is looked for in what is sent to a terminal would be found",
    arguments: HostileText.all.filter { !$0.contains("\r") && !$0.hasSuffix("[") })
  func isFound(text: String) {
    #expect(!SentSequences.strays(in: Data(text.utf8)).isEmpty)
  }

  @Test("Not one byte of theirs is obeyed by the terminal, on any screen")
  func screen() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    try await fill(org)
    let rep = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await home.run("settings", "set", "notifications", "desktop")
    let record = FileManager.default.temporaryDirectory.appending(path: "cc-hostile-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: record) }
    try await TerminalSession.with("exec sh", home.environment) { terminal in
      try await terminal.record(to: record.path)
      try await terminal.type("exec \(Self.program)")
      try await terminal.press("Enter")
      try await terminal.wait(for: "● Live")
      try await terminal.wait(for: "CSI")
      try await terminal.press("a")
      try await terminal.type("Refused today")
      try await terminal.press("Enter")
      try await terminal.wait(for: "✗")
      let moment = Date(timeIntervalSinceNow: 1).formatted(.iso8601)
      _ = try await rep.create([
        "Subject": HostileText.all.joined(), "ActivityDate": Self.today, "IsReminderSet": true,
        "ReminderDateTime": moment,
      ])
      try await terminal.wait(for: "Remind:")
      // Each picture is another one than the one before it.
      let keys = [
        "M", "Escape", "j", "Enter", "Escape", "8", "Enter", "9", "7", "1", "T", "Escape", "t", "Escape", "e", "Escape",
        "f",
        "Escape", "i", "Escape", ",", "Escape", "P", "Escape", "L", "Escape", ":", "Escape",
      ]
      for key in keys {
        let before = try await terminal.screen()
        try await terminal.press(key)
        try await terminal.wait(for: "what \(key) shows") { $0 != before }
      }
      try await terminal.press("q")
      try await terminal.wait(for: "[exit 0]")
    }
    let sent = try Data(contentsOf: record)
    #expect(sent.count > 10_000)
    let strays = SentSequences.strays(in: sent)
    #expect(strays.isEmpty, "\(strays.prefix(10))")
    await org.server.stop()
  }

  @Test("Nor by what a command prints, whatever the format, and by the log")
  func commands() async throws {
    let home = try Home()
    let org = try await HostedOrg()
    try await fill(org)
    _ = try await org.logIn(home)
    try await home.run("settings", "set", "sync", "on")
    try await home.run("settings", "set", "log_level", "trace")
    try await home.run("add", "Refused today")
    var answers = [try await home.run("sync", "--log-content")]
    #expect(answers[0].status == 1)
    for format in ["table", "json", "csv", "ics"] {
      answers.append(try await home.run("list", "--view", "all", "--format", format))
    }
    for row in try await home.list().prefix(20) {
      answers.append(try await home.run("show", row["id"] as? String ?? ""))
    }
    answers.append(try await home.run("status"))
    answers.append(try await home.run("status", "--format", "json"))
    answers.append(try await home.run("doctor"))
    answers.append(try await home.run("doctor", "--format", "json"))
    answers.append(try await home.run("profiles"))
    answers.append(try await home.run("profiles", "--format", "json"))
    for answer in answers {
      let text = (answer.output + answer.errors).replacing("\r\n", with: "\n")
      #expect(text.contains("CSI") || text.contains("User") || !text.isEmpty)
      let strays = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
      }
      #expect(strays.isEmpty, "\(text.prefix(200).debugDescription)")
    }
    let log = try String(contentsOfFile: home.path + "/command-center.log", encoding: .utf8)
    #expect(log.contains("OSC 52") && log.unicodeScalars.allSatisfy { $0 == "\n" || !SentSequences.isObeyed($0) })
    await org.server.stop()
  }
}
