import Foundation
import Testing

@Suite("People in a real terminal", .serialized, .timeLimit(.minutes(2)))
struct PeopleTests {
  private static let program = Shell.products.appending(path: "command-center").path

  @Test("A person who is picked in the form is the WhoId in the org, also one whom only the org knows")
  func pickedInForm() async throws {
    let home = try Home()
    try await TerminalSession.with("exec \(Self.program) demo --calm --port 0", home.environment) { terminal in
      let screen = try await terminal.wait(for: "● Live")
      let address = try #require(screen.firstMatch(of: /127\.0\.0\.1:[0-9]+/).map { "http://\($0.output)" })
      let rep = try await OrgClient(address)
      try await terminal.press("A")
      try await terminal.type("Ring the countess")
      try await terminal.press("Tab", "Tab", "Tab", "Tab")
      try await terminal.type("lovel")
      try await terminal.wait(for: "Ada Lovelace  contact")
      try await terminal.press("Enter", "Tab")
      // Of this very name there is only one.
      try await terminal.type("Lumen Optics")
      try await terminal.wait(for: "Lumen Optics  account")
      try await terminal.press("C-s")
      try await rep.wait(for: "Ring the countess") { $0.count == 1 }
      let task = try #require(try await rep.tasks("Ring the countess").first)
      #expect(task["WhoId"] as? String == (try await rep.id(of: "Contact", named: "Ada Lovelace")))
      #expect(task["WhatId"] as? String == (try await rep.id(of: "Account", named: "Lumen Optics")))

      // Somebody who is nobody's yet: a colleague made her a moment ago.
      let colleague = try await OrgClient(address, username: "colleague@demo.example")
      let id = try await colleague.create(["LastName": "Quimby", "FirstName": "Harriet"], as: "Contact")
      try await terminal.press("a")
      try await terminal.type("Write to her @quim")
      try await terminal.wait(for: "@Harriet Quimby (contact)")
      try await terminal.press("Enter")
      try await rep.wait(for: "Write to her") { $0.first?["WhoId"] as? String == id }
    }
  }

  @Test("Commands take names and Ids, and say who there are where a name can be several")
  func commands() async throws {
    let home = try Home()
    try await TerminalSession.with("exec \(Self.program) demo --calm --port 0", home.environment) { terminal in
      let screen = try await terminal.wait(for: "● Live")
      let address = try #require(screen.firstMatch(of: /127\.0\.0\.1:[0-9]+/).map { "http://\($0.output)" })
      let rep = try await OrgClient(address)
      let added = try await home.run("add", "Plan the visit @Małgorzata", "--profile", "demo")
      #expect(added.status == 0, "\(added.errors)")
      try await rep.wait(for: "Plan the visit") { $0.count == 1 }
      let id = String(added.output.prefix(8))
      func edit(_ options: String...) async throws -> Shell.Answer {
        try await Shell.run(
          Self.program, ["edit", id, "--profile", "demo"] + options, environment: home.environment)
      }
      let opportunity = try await rep.id(of: "Opportunity", named: "Northwind Cargo – renewal") ?? ""
      #expect(try await edit("--person", "ada lov", "--related", opportunity).status == 0)
      let ada = try await rep.id(of: "Contact", named: "Ada Lovelace")
      try await rep.wait(for: "Plan the visit") {
        $0.first?["WhoId"] as? String == ada && $0.first?["WhatId"] as? String == opportunity
      }
      let several = try await edit("--related", "northwind")
      #expect(several.status == 64)
      #expect(several.errors.contains("Northwind Cargo (account") && several.errors.contains(opportunity))
      #expect(try await edit("--person", "nobody").errors.contains("No person “nobody”"))
      #expect(try await edit("--person", "kovalenko").errors.contains("is a lead"))
      #expect(try await edit("--assignee", "none").status == 64)
      #expect(try await edit("--person", "none", "--related", "none", "--assignee", "okafor").status == 0)
      let sam = try await rep.userID(of: "colleague@demo.example")
      try await rep.wait(for: "Plan the visit") {
        $0.first?["OwnerId"] as? String == sam && $0.first?["WhoId"] is NSNull
      }
    }
  }
}
