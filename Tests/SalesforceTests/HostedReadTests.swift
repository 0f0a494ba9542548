import Foundation
import OrgModel
import OrgServer
import Testing

@testable import Salesforce

@Suite("Reads from a simulated org over HTTP")
struct HostedReadTests {
  @Test("The fields that a user may read and write are told as his profile has them")
  func fieldLevelSecurity() async throws {
    try await HostedOrg.run { org throws in
      let all = try await org.connection().taskAbilities()
      #expect(all.readableFields.isSuperset(of: TaskRecord.fieldNames.filter { !$0.contains(".") }))
      #expect(all.updateableFields.isSuperset(of: TaskField.allCases.map(\.rawValue)))
      let few = try await org.connection(as: .restricted).taskAbilities()
      #expect(all.readableFields.subtracting(few.readableFields) == ["Description"])
      #expect(all.updateableFields.subtracting(few.updateableFields) == ["Description", "Priority"])
    }
  }

  @Test("What a user may do with tasks is told")
  func rights() async throws {
    try await HostedOrg.run { org throws in
      func rights(_ user: DemoUser) async throws -> [Bool] {
        let abilities = try await org.connection(as: user).taskAbilities()
        return [
          abilities.isQueryable, abilities.isCreateable, abilities.isUpdateable, abilities.isDeletable,
          abilities.createableFields.contains("Subject"),
        ]
      }
      #expect(try await rights(.rep) == [true, true, true, true, true])
      #expect(try await rights(.reader).prefix(4) == [true, false, false, false])
      #expect(try await org.connection(as: .restricted).taskAbilities().createableFields.contains("Priority") == false)
      let refusal = await #expect(throws: OrgError.self) { try await org.connection(as: .noAPI).taskAbilities() }
      #expect(refusal?.refusal?.code == "API_CURRENTLY_DISABLED")
    }
  }

  @Test(
    "The org is told with its name, its version of the API and whether it is a sandbox, as far as the user may see it")
  func organization() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      let known = Organization(
        apiVersion: "67.0", name: "Difference Engines", type: "Enterprise Edition", instanceName: "SIM1",
        isSandbox: false)
      #expect(try await connection.organization() == known)
      await org.server.change { $0.isSandbox = true }
      #expect(try await connection.organization().isSandbox)
      #expect(try await connection.user().timeZone == "GMT")
      await org.server.change { org in
        if let id = DemoUser.rep.id(in: org) { org.changeMember(id) { $0.objectAccess["Organization"] = [] } }
      }
      #expect(
        try await connection.organization()
          == Organization(apiVersion: "67.0", name: nil, type: nil, instanceName: nil, isSandbox: false))
    }
  }

  @Test(
    "The address of a sandbox is known where the user may not read what the org is",
    arguments: [
      ("https://acme--dev.sandbox.my.salesforce.com", true), ("https://acme.my.salesforce.com", false),
      ("https://sandbox.my.salesforce.com", false),
    ])
  func sandboxAddress(address: String, isSandbox: Bool) throws {
    #expect(try OrgAddress(address).isSandbox == isSandbox)
  }

  @Test("The values of Status and Priority are told as a task holds them")
  func picklists() async throws {
    try await HostedOrg.run { org throws in
      let abilities = try await org.connection().taskAbilities()
      #expect(
        abilities.statuses == ["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"])
      #expect(abilities.priorities == ["High", "Normal", "Low"])
    }
  }

  @Test("Tasks are read without a field that the user may not see")
  func unreadableField() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection(as: .restricted)
      let ids = try await connection.add(["Call"])
      let error = await #expect(throws: OrgError.self) { try await connection.retrieve(ids, TaskSelection()) }
      #expect(error?.refusal?.code == "INVALID_FIELD")
      let tasks = try await connection.retrieve(ids, TaskSelection(unreadableFields: ["Description"]))
      #expect(tasks.map { $0?.subject } == ["Call"])
      #expect(tasks.map { $0?.description } == [""])
    }
  }

  @Test("External Id fields are told with whether they are unique, and none before the org has one")
  func externalIDFields() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      #expect(try await connection.taskAbilities().externalIDFields == [])
      await org.addExternalIDField()
      #expect(
        try await connection.taskAbilities().externalIDFields == [
          .init(name: "Command_Center_Id__c", isUnique: true, isCreateable: true, holdsKeys: true),
          .init(name: "Legacy_Id__c", isUnique: false, isCreateable: true, holdsKeys: true),
        ])
    }
  }

  @Test("Where the User Interface API has no tasks, or the user may not create any, no key can be given")
  func noIdempotentCreate() async throws {
    try await HostedOrg.run { org throws in
      #expect(try await org.connection(as: .reader).isTaskInUserInterfaceAPI() == false)
      await org.server.change { $0.isTaskInUserInterfaceAPI = false }
      #expect(try await org.connection().isTaskInUserInterfaceAPI() == false)
    }
  }

  @Test("Tasks that are deleted, purged or out of sight do not come back by Id, archived ones do; queryAll tells which")
  func retrieve() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      let names = ["live", "deleted", "purged", "archived", "invisible"]
      let ids = try await connection.add(names)
      try #require(ids.count == names.count)
      #expect(try await connection.delete([ids[1], ids[2]]).count == 2)
      try await org.server.change { org throws in
        org.purge(try #require(RecordID(ids[2])))
        let admin = try #require(DemoUser.admin.id(in: org))
        let colleague = try #require(DemoUser.colleague.id(in: org))
        let done: Fields = ["Status": .text("Completed"), "ActivityDate": .text("2020-01-01")]
        try org.update(ids[3], done, by: admin, at: .now)
        _ = org.keepHouse(at: .now)
        org.activitySharing = .private
        try org.update(ids[4], ["OwnerId": .id(colleague)], by: admin, at: .now)
      }
      func subjects(_ records: [TaskRecord?]) -> [String?] { records.map { $0?.subject } }
      #expect(subjects(try await connection.retrieve(ids, TaskSelection())) == ["live", nil, nil, "archived", nil])
      let condition = "Id IN \(SOQL.list(ids))"
      let all = try await connection.tasks(TaskQuery(condition: condition, includesDeleted: true))
      #expect(Set(all.map(\.subject)) == ["live", "deleted", "archived"])
      #expect(all.filter(\.isDeleted).map(\.subject) == ["deleted"])
      #expect(try await connection.tasks(TaskQuery(condition: condition)).map(\.subject) == ["live"])
    }
  }

  @Test("A query that is too long for an address is asked all the same, and its mistakes are told as ever")
  func longQuery() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      let ids = try await connection.add((1...150).map { "Task \($0)" })
      let others = (0..<1_850).map { "00T" + String(1_000_000_000_000 + $0).dropFirst() }
      let records = try await connection.retrieve(others + ids, TaskSelection())
      #expect(records.count == 2_000)
      #expect(records.suffix(150).compactMap { $0?.id } == ids)
      let condition = "Id IN \(SOQL.list(others + ids)) AND IsDeleted = false"
      #expect(try await connection.count(TaskQuery(condition: condition)) == 150)
      let error = await #expect(throws: OrgError.self) {
        try await connection.count(TaskQuery(condition: condition + " AND Nope = 1"))
      }
      #expect(error?.refusal?.code == "INVALID_FIELD")
      let counts = await org.server.requestCounts()
      #expect(counts["POST /services/data/v67.0/composite"] == 3)
    }
  }
}
