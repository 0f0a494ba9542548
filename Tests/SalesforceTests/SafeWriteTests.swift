import Foundation
import Localization
import Testing

@testable import Salesforce

@Suite("Writes that cannot happen twice or over another's")
struct SafeWriteTests {
  private static let key = "12cfe4e6e4774de8aa4e95d31aa2be24"
  private static let subject: TaskValues = [.subject: .text("Call")]

  @Test("An upsert names each task by its external Id and settles it by its own result")
  func upsert() async throws {
    let transport = ScriptedTransport([
      .versions,
      .json(
        #"[{"id":"00T1","success":true,"errors":[],"created":true},{"id":"00T2","success":true,"errors":[],"created":false},"#
          + #"{"success":false,"errors":[{"statusCode":"DUPLICATE_VALUE","message":"taken","fields":["Key__c"]}]}]"#),
    ])
    let tasks = ["a", "b", "c"].map { TaskUpsert(externalID: $0, values: Self.subject) }
    #expect(
      try await Samples.connection(transport).upsert(tasks, by: "Key__c") == [
        .saved(id: "00T1"), .saved(id: "00T2"),
        .failed(RecordError(code: "DUPLICATE_VALUE", message: "taken", fields: ["Key__c"])),
      ])
    let request = try #require(transport.sent.last)
    #expect(request.method == .patch)
    #expect(request.target == "/services/data/v62.0/composite/sobjects/Task/Key__c")
    #expect(
      request.text.hasPrefix(
        #"{"allOrNone":false,"records":[{"Key__c":"a","Subject":"Call","attributes":{"type":"Task"}},"#))
  }

  @Test("A create with a key carries it as a UUID, and times as the User Interface API writes them")
  func createWithKey() async throws {
    let transport = ScriptedTransport([.versions, .json(#"{"apiName":"Task","id":"00T1","fields":{}}"#, status: 201)])
    let task: TaskValues = [
      .subject: .text("Call"), .activityDate: .text("2026-11-30"), .description: .null,
      .reminderDateTime: .time(Date(timeIntervalSince1970: 0.5)),
    ]
    #expect(try await Samples.connection(transport).create(task, idempotencyKey: Self.key) == .saved(id: "00T1"))
    let request = try #require(transport.sent.last)
    #expect(request.method == .post)
    #expect(request.target == "/services/data/v62.0/ui-api/records")
    #expect(request.header("Idempotency-Key") == "12cfe4e6-e477-4de8-aa4e-95d31aa2be24")
    #expect(
      request.text == #"{"apiName":"Task","fields":{"ActivityDate":"2026-11-30","Description":null,"#
        + #""ReminderDateTime":"1970-01-01T00:00:00.500Z","Subject":"Call"}}"#)
  }

  @Test(
    "A create with a key is no success unless the org says so",
    arguments: [
      (
        .error("X", status: 409),
        .unknownOutcome(reason: "an earlier request for this task may still be running (HTTP 409)")
      ),
      (
        .error("X", status: 422),
        .unknownOutcome(reason: "an earlier request for this task had other values (HTTP 422)")
      ),
      (.error("X", status: 500), .unknownOutcome(reason: "Salesforce failed (HTTP 500, X)")),
      (.error("X", status: 503), .busy(code: "X", retryAfter: nil)),
      (.error("X", status: 400), .refused(RecordError(code: "X", message: "X happened"))),
      (.json("{}", status: 201), .invalidAnswer(reason: "id is missing")),
      (
        .page(status: 200),
        .invalidAnswer(reason: "a web page came instead of data; does this network ask for a login?")
      ),
    ] as [(HTTPAnswer, OrgError)])
  func unclearCreate(answer: HTTPAnswer, error: OrgError) async throws {
    let connection = Samples.connection(ScriptedTransport([.versions, answer]))
    await #expect(throws: error) { try await connection.create(Self.subject, idempotencyKey: Self.key) }
  }

  @Test(
    "A record that the User Interface API refuses is told with its fields, in a list or alone",
    arguments: [true, false])
  func refusedRecord(inList: Bool) async throws {
    let error =
      #"{"message":"An error occurred","enhancedErrorType":"RecordError","output":{"errors":[],"fieldErrors":"#
      + #"{"Subject":[{"errorCode":"STRING_TOO_LONG","field":"Subject","message":"too long"}]}}}"#
    let transport = ScriptedTransport([.versions, .json(inList ? "[\(error)]" : error, status: 400)])
    #expect(
      try await Samples.connection(transport).create(Self.subject, idempotencyKey: Self.key)
        == .failed(RecordError(code: "STRING_TOO_LONG", message: "too long", fields: ["Subject"])))
  }

  @Test(
    "A key is brought into the form of a random UUID; what is no key is not sent",
    arguments: [
      ("12cfe4e6e4774de8aa4e95d31aa2be24", "12cfe4e6-e477-4de8-aa4e-95d31aa2be24"),
      ("12CFE4E6E4774DE8AA4E95D31AA2BE24", "12cfe4e6-e477-4de8-aa4e-95d31aa2be24"),
      ("00000000000000000000000000000001", "00000000-0000-4000-8000-000000000001"),
      ("", nil), ("12cfe4e6-e477-4de8-aa4e-95d31aa2be24", nil), ("12cfe4e6e4774de8aa4e95d31aa2be2", nil),
      ("１2cfe4e6e4774de8aa4e95d31aa2be24", nil),
    ])
  func keys(digits: String, text: String?) {
    #expect(IdempotencyKey(digits: digits)?.text == text)
  }

  @Test("A conditional update names the last whole second, and writes only the given fields")
  func conditionalUpdate() async throws {
    let transport = ScriptedTransport([.versions, HTTPAnswer(status: 204, headers: [], body: Data())])
    let base = try #require(SalesforceTime.date("2026-11-24T09:30:00.999Z"))
    let update = TaskUpdate(id: "00T1", values: Self.subject)
    #expect(try await Samples.connection(transport).update(update, unmodifiedSince: base) == .saved)
    let request = try #require(transport.sent.last)
    #expect(request.method == .patch)
    #expect(request.target == "/services/data/v62.0/sobjects/Task/00T1")
    #expect(request.header("If-Unmodified-Since") == "Tue, 24 Nov 2026 09:30:00 GMT")
    #expect(request.text == #"{"Subject":"Call"}"#)
  }

  @Test(
    "A conditional update tells a change meanwhile from a refusal",
    arguments: [
      (.error("PRECONDITION_FAILED", status: 412), .changedMeanwhile),
      (HTTPAnswer(status: 412, headers: [], body: Data()), .changedMeanwhile),
      (.error("NOT_FOUND", status: 404), .failed(RecordError(code: "NOT_FOUND", message: "NOT_FOUND happened"))),
      (
        .error("STRING_TOO_LONG", status: 400),
        .failed(RecordError(code: "STRING_TOO_LONG", message: "STRING_TOO_LONG happened"))
      ),
    ] as [(HTTPAnswer, ConditionalUpdate)])
  func conditionalOutcomes(answer: HTTPAnswer, outcome: ConditionalUpdate) async throws {
    let connection = Samples.connection(ScriptedTransport([.versions, answer]))
    #expect(try await connection.update(TaskUpdate(id: "00T1", values: [:]), unmodifiedSince: .now) == outcome)
  }

  @Test(
    "A conditional update that fails as a request is no refusal of the task",
    arguments: [
      (.error("UNABLE_TO_LOCK_ROW", status: 400), .busy(code: "UNABLE_TO_LOCK_ROW", retryAfter: nil)),
      (
        .error("API_DISABLED_FOR_ORG", status: 403),
        .refused(RecordError(code: "API_DISABLED_FOR_ORG", message: "API_DISABLED_FOR_ORG happened"))
      ),
      (.error("X", status: 500), .unknownOutcome(reason: "Salesforce failed (HTTP 500, X)")),
      (.page(status: 200), .invalidAnswer(reason: "its status 200 is not expected")),
      (.page(status: 404), .invalidAnswer(reason: "a web page came (HTTP 404); does this network ask for a login?")),
    ] as [(HTTPAnswer, OrgError)])
  func conditionalFailures(answer: HTTPAnswer, error: OrgError) async throws {
    let connection = Samples.connection(ScriptedTransport([.versions, answer]))
    await #expect(throws: error) {
      try await connection.update(TaskUpdate(id: "00T1", values: [:]), unmodifiedSince: .now)
    }
  }

  @Test("An org that cannot be reached is an error, not a lack of abilities")
  func unreachable() async throws {
    let connection = Samples.connection(ScriptedTransport([.versions]))
    await #expect(throws: OrgError.unreachable(reason: "the script is over")) {
      try await connection.isTaskInUserInterfaceAPI()
    }
  }
}
