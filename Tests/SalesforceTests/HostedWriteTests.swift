import Foundation
import Localization
import OrgModel
import OrgServer
import Testing

@testable import Salesforce

@Suite("Writes to a simulated org over HTTP")
struct HostedWriteTests {
  private static let key = "12cfe4e6e4774de8aa4e95d31aa2be24"

  @Test("An upsert creates a task, and changes it when it is repeated")
  func upsert() async throws {
    try await HostedOrg.run { org throws in
      await org.addExternalIDField()
      let connection = try await org.connection()
      func upsert(_ subject: String) async throws -> SaveResult? {
        let task = TaskUpsert(externalID: Self.key, values: [.subject: .text(subject)])
        return try await connection.upsert([task], by: "Command_Center_Id__c").first
      }
      let first = try await upsert("Call")
      #expect(try await upsert("Call again") == first)
      #expect(await org.subjects() == ["Call again"])
      let selection = TaskSelection(externalIDField: "Command_Center_Id__c")
      let query = TaskQuery(condition: "Command_Center_Id__c = '\(Self.key)'", selection: selection)
      #expect(try await connection.tasks(query).map(\.externalID) == [Self.key])
    }
  }

  @Test("An idempotency key makes one task, however often it is sent")
  func idempotentCreate() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      #expect(try await connection.isTaskInUserInterfaceAPI())
      let reminder = Date(timeIntervalSince1970: 1_800_000_000)
      let task: TaskValues = [
        .subject: .text("Call"), .activityDate: .text("2026-11-30"), .isReminderSet: .flag(true),
        .reminderDateTime: .time(reminder),
      ]
      let first = try await connection.create(task, idempotencyKey: Self.key)
      #expect(try await connection.create(task, idempotencyKey: Self.key) == first)
      let saved = try await connection.retrieve([try #require(first.id)], TaskSelection())
      #expect(saved.map { $0?.activityDate } == ["2026-11-30"])
      #expect(saved.map { $0?.reminderDateTime } == [reminder])
      #expect(await org.subjects() == ["Call"])
      await #expect(
        throws: OrgError.unknownOutcome(reason: "an earlier request for this task had other values (HTTP 422)")
      ) {
        try await connection.create([.subject: .text("Write")], idempotencyKey: Self.key)
      }
      #expect(await org.subjects() == ["Call"])
    }
  }

  @Test("A task that the User Interface API refuses says why, and its key is free for the next try")
  func refusedCreate() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      let refusal = try await connection.create([.status: .text("Nope")], idempotencyKey: Self.key).refusal
      #expect(refusal?.code == "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST")
      #expect(refusal?.fields == ["Status"])
      #expect(try await connection.create([.subject: .text("Call")], idempotencyKey: Self.key).id != nil)
    }
  }

  @Test("Where the org has no idempotent writes, the request is refused and nothing is created")
  func keysNotSupported() async throws {
    try await HostedOrg.run { org throws in
      await org.server.change { $0.hasIdempotentWrites = false }
      let connection = try await org.connection()
      let error = await #expect(throws: OrgError.self) {
        try await connection.create([.subject: .text("Call")], idempotencyKey: Self.key)
      }
      #expect(error?.refusal?.code == "IDEMPOTENCY_FEATURE_NOT_ENABLED")
      #expect(await org.subjects() == [])
    }
  }

  @Test("A conditional update is not written over what somebody else changed meanwhile")
  func conditionalUpdate() async throws {
    try await HostedOrg.run { org throws in
      let connection = try await org.connection()
      let id = try #require(try await connection.add(["Call"]).first)
      let task = try #require(try await connection.retrieve([id], TaskSelection()).first ?? nil)
      func rename(_ name: String, since instant: Date) async throws -> ConditionalUpdate {
        try await connection.update(TaskUpdate(id: id, values: [.subject: .text(name)]), unmodifiedSince: instant)
      }
      #expect(try await rename("Call", since: task.lastModifiedDate.addingTimeInterval(-1)) == .changedMeanwhile)
      #expect(await org.subjects() == ["Call"])
      #expect(try await rename("Call them", since: task.lastModifiedDate.addingTimeInterval(60)) == .saved)
      #expect(await org.subjects() == ["Call them"])
      let long = String(repeating: "x", count: 256)
      #expect(try await rename(long, since: .now.addingTimeInterval(60)).refusal?.code == "STRING_TOO_LONG")
      #expect(try await connection.delete([id]) == [.saved(id: id)])
      #expect(try await rename("Call", since: .now).refusal?.code == "ENTITY_IS_DELETED")
    }
  }
}
