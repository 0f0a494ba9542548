import Foundation
import Testing

@testable import Salesforce

@Suite("Requests to an org")
struct RESTConnectionTests {
  @Test("A page of tasks is read with every field, and what is unknown or null does no harm")
  func tasks() async throws {
    let transport = ScriptedTransport([.versions, Samples.page([Samples.task(id: "00T1", who: #"{"Name":"Ann"}"#)])])
    let tasks = try await Samples.connection(transport)
      .tasks(TaskQuery(condition: "OwnerId = 'x'", includesDeleted: true))
    let task = try #require(tasks.first)
    #expect(task.ownerName == "Rita Rep")
    #expect(task.whoName == "Ann")
    #expect(task.description == "")
    #expect(task.reminderDateTime == SalesforceTime.date("2026-11-24T08:00:00Z"))
    let request = try #require(transport.sent.last)
    #expect(request.target.hasPrefix("/services/data/v62.0/queryAll?q=SELECT%20Id%2C%20Subject"))
    #expect(request.header("Authorization") == "Bearer access-1")
  }

  @Test("Pages are followed up to the limit and no further")
  func pages() async throws {
    let transport = ScriptedTransport([
      .versions,
      Samples.page([Samples.task(id: "1"), Samples.task(id: "2")], next: "/services/data/v62.0/query/01g-2"),
      Samples.page([Samples.task(id: "3"), Samples.task(id: "4")], next: "/services/data/v62.0/query/01g-4"),
    ])
    let tasks = try await Samples.connection(transport).tasks(TaskQuery(condition: "x", limit: 3))
    #expect(tasks.map(\.id) == ["1", "2", "3"])
    #expect(transport.sent.last?.url == "https://acme.my.salesforce.com/services/data/v62.0/query/01g-2")
  }

  @Test("A next page on another host is refused, and nothing is sent there")
  func foreignPage() async throws {
    let transport = ScriptedTransport([
      .versions, Samples.page([Samples.task(id: "1")], next: "https://evil.example/q"),
    ])
    await #expect(
      throws: OrgError.invalidAnswer(reason: "the next page of a query is said to be at another address; not followed")
    ) {
      try await Samples.connection(transport).tasks(TaskQuery(condition: "x"))
    }
    #expect(transport.sent.count == 2)
  }

  @Test("Records are read by Id in the order asked for, in requests of 2,000, with gaps for those not seen")
  func retrieve() async throws {
    let transport = ScriptedTransport { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      let ids = request.text.matches(of: /00T\d+/).map { String($0.output) }
      return .json("[" + ids.map { $0.hasSuffix("7") ? "null" : Samples.task(id: $0) }.joined(separator: ",") + "]")
    }
    let ids = (0..<4_001).map { "00T\($0)" }
    let records = try await Samples.connection(transport).retrieve(ids, TaskSelection())
    #expect(records.map { $0?.id } == ids.map { $0.hasSuffix("7") ? nil : $0 })
    #expect(transport.sent.count == 4)
  }

  @Test("Where sObject Collections know no related names, records are read by query from then on")
  func retrieveByQuery() async throws {
    let transport = ScriptedTransport { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      if request.method == .post { return .error("INVALID_FIELD", status: 400) }
      return Samples.page([Samples.task(id: "00T000000000002AAA"), Samples.task(id: "00T000000000001AAA")])
    }
    let connection = Samples.connection(transport)
    let ids = ["00T000000000001AAA", "00T000000000009AAA", "00T000000000002"]
    let found = ["00T000000000001AAA", nil, "00T000000000002AAA"]
    #expect(try await connection.retrieve(ids, TaskSelection()).map { $0?.id } == found)
    #expect(try await connection.retrieve(ids, TaskSelection()).map { $0?.id } == found)
    #expect(transport.sent.filter { $0.method == .post }.count == 1)
  }

  @Test("A save writes only the given fields and settles each record by its own result")
  func saves() async throws {
    let transport = ScriptedTransport([
      .versions,
      .json(
        #"[{"id":"00T1","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"STRING_TOO_LONG","message":"too long","fields":["Subject"]}]}]"#
      ),
    ])
    let results = try await Samples.connection(transport)
      .update([
        TaskUpdate(id: "00T1", values: [.subject: .text("a \"b\"\n\u{1}é"), .activityDate: .null]),
        TaskUpdate(
          id: "00T2",
          values: [.isReminderSet: .flag(true), .reminderDateTime: .time(Date(timeIntervalSince1970: 0.5))]),
      ])
    #expect(
      results == [
        .saved(id: "00T1"), .failed(RecordError(code: "STRING_TOO_LONG", message: "too long", fields: ["Subject"])),
      ])
    let request = try #require(transport.sent.last)
    #expect(request.method == .patch)
    #expect(
      request.text == #"{"allOrNone":false,"records":["#
        + #"{"ActivityDate":null,"Subject":"a \"b\"\n\u0001é","attributes":{"type":"Task"},"id":"00T1"},"#
        + #"{"IsReminderSet":true,"ReminderDateTime":"1970-01-01T00:00:00.500+0000","attributes":{"type":"Task"},"id":"00T2"}]}"#
    )
  }

  @Test("Fewer results than records is no answer")
  func missingResults() async throws {
    let transport = ScriptedTransport([.versions, .json(#"[{"id":"00T1","success":true,"errors":[]}]"#)])
    await #expect(throws: OrgError.invalidAnswer(reason: "2 records were sent, 1 settled")) {
      try await Samples.connection(transport).delete(["00T1", "00T2"])
    }
    #expect(transport.sent.last?.target == "/services/data/v62.0/composite/sobjects?ids=00T1%2C00T2&allOrNone=false")
  }

  @Test("Nothing to save is no request")
  func nothing() async throws {
    let transport = ScriptedTransport([])
    #expect(try await Samples.connection(transport).create([]).isEmpty)
    #expect(transport.sent.isEmpty)
  }

  @Test("Deletions are asked for over at least a minute, which is the least that Salesforce takes")
  func deleted() async throws {
    let transport = ScriptedTransport([
      .versions,
      .json(
        #"{"deletedRecords":[{"id":"00T1","deletedDate":"2026-11-24T09:00:00.000+0000"}],"earliestDateAvailable":"2026-11-10T00:00:00.000+0000","latestDateCovered":"2026-11-24T09:29:00.000+0000"}"#
      ),
    ])
    let now = try #require(SalesforceTime.date("2026-11-24T09:30:20Z"))
    let deleted = try await Samples.connection(transport).deletedTasks(from: now, to: now)
    #expect(deleted.ids == ["00T1"])
    #expect(deleted.latestDateCovered == SalesforceTime.date("2026-11-24T09:29:00Z"))
    #expect(
      transport.sent.last?.target
        == "/services/data/v62.0/sobjects/Task/deleted/?start=2026-11-24T09%3A29%3A20%2B00%3A00&end=2026-11-24T09%3A30%3A20%2B00%3A00"
    )
  }

  @Test("The user and the picklists are read")
  func userAndPicklists() async throws {
    let transport = ScriptedTransport([
      .json(#"{"user_id":"005A","organization_id":"00DA","preferred_username":"rita@acme.example","name":"Rita Rep"}"#),
      .versions,
      .json(
        #"{"done":true,"records":[{"ApiName":"Not Started","MasterLabel":"Neu","IsClosed":false},{"MasterLabel":"Completed","IsClosed":true}]}"#
      ),
      .json(#"{"done":true,"records":[{"ApiName":"High","MasterLabel":"Hoch"}]}"#),
    ])
    let connection = Samples.connection(transport)
    #expect(
      try await connection.user()
        == OrgUser(
          id: "005A", name: "Rita Rep", username: "rita@acme.example", organizationID: "00DA",
          instanceURL: "https://acme.my.salesforce.com"))
    let statuses = [
      TaskPicklists.Status(value: "Not Started", isClosed: false),
      TaskPicklists.Status(value: "Completed", isClosed: true),
    ]
    #expect(try await connection.picklists() == TaskPicklists(statuses: statuses, priorities: ["High"]))
  }

  @Test("The org's time goes on between answers, and its use of the API is known")
  func timeAndUsage() async throws {
    let clock = StillClock()
    let transport = ScriptedTransport([
      HTTPAnswer(
        status: 200,
        headers: [("date", "Tue, 24 Nov 2026 09:30:00 GMT"), ("sforce-limit-info", "api-usage=4000/5000")],
        body: Data(#"[{"version":"60.0"}]"#.utf8), age: .seconds(2))
    ])
    let connection = Samples.connection(transport, clock: clock)
    #expect(await connection.serverTime() == nil)
    _ = try await connection.apiVersion()
    clock.advance(by: .seconds(3))
    #expect(await connection.serverTime() == SalesforceTime.date("2026-11-24T09:30:05Z"))
    #expect(await connection.apiUsage()?.share == 0.8)
  }
}
