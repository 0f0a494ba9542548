import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct SettingsTests {
  private func client(_ user: DemoUser, _ server: OrgServer, _ address: String) async throws -> TestClient {
    TestClient(address: address, token: try await server.openSession(for: user.username).accessToken)
  }

  @Test("Settings are told and changed, some of them or all")
  func settings() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let before = try await rep.send("GET", "/simulator/settings").json
      #expect(before["activitySharing"] == "publicReadWrite")
      #expect(before["optionalFields"] == [])
      let changed = try await rep.send(
        "PATCH", "/simulator/settings",
        [
          "activitySharing": "private", "optionalFields": ["Task.Command_Center_Id__c"],
          "stamps": ["minimumLag": 5000, "maximumLag": 5000],
          "statuses": [["name": "Open", "label": "Offen", "default": true], ["name": "Done", "closed": true]],
        ])
      #expect(changed.status == 200)
      #expect(changed.json["activitySharing"] == "private")
      #expect(changed.json["apiEnabled"] == true)
      let created = try await rep.api("POST", "sobjects/Task", ["Command_Center_Id__c": "a"])
      let task = try await rep.api("GET", "sobjects/Task/\(try #require(created.id))").json
      #expect(task["Status"] == "Open")
      #expect(task["SystemModstamp"] == "2026-11-25T09:29:55.000+0000")
      #expect(task["Command_Center_Id__c"] == "a")
      _ = try await rep.send("PATCH", "/simulator/settings", ["apiEnabled": false])
      let refused = try await rep.api("GET", "limits")
      #expect(refused.status == 403)
      #expect(refused.errorCode == "API_DISABLED_FOR_ORG")
    }
  }

  @Test(
    "A setting that makes no sense is refused with what is allowed, and nothing is changed",
    arguments: [
      #"{"activitySharing":"secret"}"#, #"{"apiEnabled":1}"#, #"{"colour":"red"}"#, #"{"optionalFields":["Task.Foo"]}"#,
      #"{"optionalFields":"Task"}"#, #"{"stamps":{"minimumLag":9,"maximumLag":1}}"#,
      #"{"stamps":{"maximumLag":1e300}}"#,
      #"{"stamps":5}"#, #"{"binRetentionDays":-1}"#, #"{"statuses":[]}"#, #"{"statuses":[{"name":"A"}]}"#,
      #"{"statuses":[{"name":"A","default":true},{"name":"a"}]}"#, #"{"statuses":[{"name":"","default":true}]}"#,
      #"{"priorities":[{"name":"A","default":true,"closed":true}]}"#, #"{"binRetentionDays":3,"apiEnabled":"x"}"#, "[]",
    ])
  func badSetting(body: String) async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let before = try await rep.send("GET", "/simulator/settings").text
      let answer = try await rep.send("PATCH", "/simulator/settings", text: body)
      #expect(answer.status == 400)
      #expect(answer.json.array?.first?["message"]?.string?.contains("docs/org-simulator.md") == true)
      #expect(try await rep.send("GET", "/simulator/settings").text == before)
    }
  }

  @Test("A user is made, restricted and made inactive")
  func users() async throws {
    try await withServer(tasks: 0) { server, rep, _ in
      let created = try await rep.send(
        "POST", "/simulator/users",
        [
          "username": "new@demo.example", "firstName": "New", "lastName": "User", "permissions": ["viewAllData"],
          "objects": ["PushTopic": []], "fields": ["Task.Description": "hidden"],
        ])
      #expect(created.status == 201)
      #expect(created.json["permissions"] == ["viewAllData"])
      #expect(created.json["objects"] == ["PushTopic": []])
      let new = TestClient(
        address: rep.address, token: try await server.openSession(for: "new@demo.example").accessToken)
      #expect(try await new.query("SELECT Description FROM Task").errorCode == "INVALID_FIELD")
      let changed = try await rep.send(
        "PATCH", "/simulator/users/new@demo.example",
        [
          "fields": ["Task.Description": "editable"], "objects": ["PushTopic": .null], "apiEnabled": false,
          "timeZone": "Asia/Tokyo", "title": "Boss", "manager": "manager@demo.example",
        ])
      #expect(changed.json["fields"] == .object([]))
      #expect(changed.json["manager"] == "manager@demo.example")
      #expect(changed.json["objects"] == .object([]))
      #expect(try await new.query("SELECT Description FROM Task").errorCode == "API_CURRENTLY_DISABLED")
      _ = try await rep.send(
        "PATCH", "/simulator/users/new@demo.example", ["apiEnabled": true, "active": false])
      #expect(try await new.query("SELECT Description FROM Task").status == 401)
      let users = try await rep.send("GET", "/simulator/users").json["users"]?.array ?? []
      #expect(users.count == DemoUser.allCases.count + 1)
      #expect(users.last?["active"] == false)
    }
  }

  @Test(
    "A user that makes no sense is refused",
    arguments: [
      ("POST", "", #"{"lastName":"x"}"#, 400), ("POST", "", #"{"username":"REP@demo.example","lastName":"x"}"#, 400),
      ("POST", "", #"{"username":"x"}"#, 400), ("PATCH", "/nobody", "{}", 404),
      ("PATCH", "/rep@demo.example", #"{"permissions":["everything"]}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"objects":{"Tusk":[]}}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"objects":{"Task":["fly"]}}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"fields":{"Task.Id":"hidden"}}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"fields":{"Task.Subject":"gone"}}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"timeZone":"Mars"}"#, 400),
      ("PATCH", "/rep@demo.example", #"{"manager":"nobody"}"#, 400),
    ])
  func badUser(method: String, path: String, body: String, status: Int) async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.send(method, "/simulator/users\(path)", text: body)
      #expect(answer.status == status)
      let users = try await rep.send("GET", "/simulator/users").json["users"]?.array
      #expect(users?.count == DemoUser.allCases.count)
    }
  }

  @Test("A validation rule is made, refuses a task, and is removed")
  func validationRules() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let made = try await rep.send(
        "POST", "/simulator/validation-rules",
        ["object": "Task", "condition": "Subject = null", "message": "Give it a name.", "field": "Subject"])
      #expect(made.status == 201)
      let id = try #require(made.json["id"]?.integer)
      let refused = try await rep.api("POST", "sobjects/Task", [:])
      #expect(refused.status == 400)
      #expect(refused.errorCode == "FIELD_CUSTOM_VALIDATION_EXCEPTION")
      #expect(refused.json.array?.first?["fields"] == ["Subject"])
      #expect(try await rep.send("GET", "/simulator/validation-rules").json["rules"]?.array?.count == 1)
      #expect(try await rep.send("DELETE", "/simulator/validation-rules/\(id)").status == 204)
      #expect(try await rep.send("DELETE", "/simulator/validation-rules/\(id)").status == 404)
      #expect(try await rep.api("POST", "sobjects/Task", [:]).status == 201)
      let wrong: JSON = ["object": "Task", "condition": "Foo = 1", "message": "x"]
      #expect(try await rep.send("POST", "/simulator/validation-rules", wrong).errorCode == "INVALID_FIELD")
    }
  }

  @Test("Any user's change can be made, with his rights, and the origin of another client")
  func changeAsUser() async throws {
    try await withServer(tasks: 0) { server, rep, _ in
      let made = try await rep.send(
        "POST", "/simulator/records",
        ["as": "colleague@demo.example", "action": "create", "fields": ["Subject": "Theirs"], "origin": "there"])
      let id = try #require(made.id)
      #expect(await server.change { $0.events().last?.origin } == "there")
      let task = try await rep.api("GET", "sobjects/Task/\(id)").json
      #expect(task["CreatedById"] == .string(await server.change { DemoUser.colleague.id(in: $0)?.text ?? "" }))
      let update: JSON = [
        "as": "reader@demo.example", "action": "update", "id": .string(id), "fields": ["Subject": "x"],
      ]
      #expect(
        try await rep.send("POST", "/simulator/records", update).errorCode == "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")

      #expect(try await rep.send("POST", "/simulator/records/\(id)/lock").status == 204)
      #expect(try await rep.api("PATCH", "sobjects/Task/\(id)", [:]).errorCode == "ENTITY_IS_LOCKED")
      #expect(try await rep.send("POST", "/simulator/records/\(id)/unlock").status == 204)
      #expect(try await rep.api("DELETE", "sobjects/Task/\(id)").status == 204)
      let undelete: JSON = ["as": "rep@demo.example", "action": "undelete", "id": .string(id)]
      #expect(try await rep.send("POST", "/simulator/records", undelete).status == 200)
      #expect(try await rep.api("DELETE", "sobjects/Task/\(id)").status == 204)
      #expect(try await rep.send("POST", "/simulator/bin/purge", ["olderThanHours": 2]).json["purged"] == 0)
      #expect(try await rep.send("POST", "/simulator/bin/purge").json["purged"] == 1)
      #expect(try await rep.send("POST", "/simulator/records/\(id)/purge").status == 404)
      #expect(try await rep.send("POST", "/simulator/housekeeping").json["archived"] == 0)
      for body in [#"{"as":"nobody","action":"create"}"#, #"{"as":"rep@demo.example","action":"burn"}"#, "{}"] {
        #expect(try await rep.send("POST", "/simulator/records", text: body).status == 400)
      }
    }
  }

  @Test("A record has no value of a field that is hidden from the user, and he cannot ask for it")
  func fieldSecurity() async throws {
    try await withServer { server, rep, _ in
      let kim = try await client(.restricted, server, rep.address)
      let id = try #require(
        try await rep.query("SELECT Id FROM Task LIMIT 1").json["records"]?.array?.first?["Id"]?.string)
      let task = try await kim.api("GET", "sobjects/Task/\(id)").json
      #expect(task["Subject"] != nil)
      #expect(task["Description"] == nil)
      #expect(task["Command_Center_Id__c"] == nil)
      #expect(try await kim.api("GET", "sobjects/Task/\(id)?fields=Description").errorCode == "INVALID_FIELD")
    }
  }
}
