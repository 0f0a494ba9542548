import Foundation
import Localization
import Synchronization
import Testing

@testable import Salesforce

@Suite("Requests to an org")
struct RESTConnectionTests {
  @Test("What only reads is asked again where the connection was lost, twice at most; what writes is not")
  func lostAnswers() async throws {
    func connection(losing count: Int) -> (RESTConnection, ScriptedTransport) {
      let losses = Mutex(count)
      let transport = ScriptedTransport { request throws(OrgError) in
        if request.target == "/services/data/" { return .versions }
        let isLost = losses.withLock { left in
          left -= 1; return left >= 0
        }
        if isLost { throw .unknownOutcome(reason: "the connection was closed") }
        return Samples.page([])
      }
      return (Samples.connection(transport), transport)
    }
    let (patient, reads) = connection(losing: 2)
    _ = try await patient.tasks(TaskQuery(condition: "x"))
    #expect(reads.sent.count == 4)
    #expect(await patient.requestCount() == 4)
    let (lost, _) = connection(losing: 3)
    await #expect(throws: OrgError.unknownOutcome(reason: "the connection was closed")) {
      try await lost.tasks(TaskQuery(condition: "x"))
    }
    let (writing, writes) = connection(losing: 1)
    await #expect(throws: OrgError.unknownOutcome(reason: "the connection was closed")) {
      try await writing.create([[.subject: .text("Call Ada")]])
    }
    #expect(writes.sent.count == 2)
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

  @Test("The user is read")
  func user() async throws {
    let transport = ScriptedTransport([
      .json(#"{"user_id":"005A","organization_id":"00DA","preferred_username":"rita@acme.example","name":"Rita Rep"}"#)
    ])
    let connection = Samples.connection(transport)
    #expect(
      try await connection.user()
        == OrgUser(
          id: "005A", name: "Rita Rep", username: "rita@acme.example", organizationID: "00DA",
          instanceURL: "https://acme.my.salesforce.com"))
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
