import Foundation
import Localization
import Synchronization
import Testing

@testable import Salesforce

@Suite("Reading tasks from an org")
struct QueryTests {
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

  /// An org whose pages of one query always say that more follows.
  private func endless(_ rows: String, next: @escaping @Sendable (Int) -> Int) -> ScriptedTransport {
    let count = Mutex(0)
    return ScriptedTransport { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      let number = count.withLock { count in
        count += 1
        return count
      }
      let link = "/services/data/v62.0/query/01g-\(next(number))"
      return .json(#"{"totalSize":1,"done":false,"nextRecordsUrl":"\#(link)","records":[\#(rows)]}"#)
    }
  }

  @Test("Pages that never end are not followed for ever; one that is empty, or leads to itself, is told")
  func endlessPages() async throws {
    let row = #"{"IsSandbox":true}"#
    for (rows, step) in [("", 1), (row, 0)] {
      let transport = endless(rows) { $0 * step }
      await #expect(throws: OrgError.invalidAnswer(reason: "the pages of a query do not end")) {
        try await Samples.connection(transport).organization()
      }
      #expect(transport.sent.count == 3)
    }
    let transport = endless(row) { $0 }
    #expect(try await Samples.connection(transport).organization().isSandbox)
    #expect(transport.sent.count == 2_001)
  }

  @Test("Records are read by Id in the order asked for, in requests of 2,000, with gaps for those not seen")
  func retrieve() async throws {
    let transport = ScriptedTransport { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      let ids = (request.target + request.text).matches(of: /00T\d{12}/).map { String($0.output) }.reversed()
      let page = Samples.page(ids.filter { !$0.hasSuffix("7") }.map { Samples.task(id: $0 + "AAA") })
      return request.method == .get ? page : .composite(page)
    }
    let ids = (0..<4_001).map { "00T" + String(1_000_000_000_000 + $0).dropFirst() }
    let records = try await Samples.connection(transport).retrieve(ids, TaskSelection())
    #expect(records.map { $0?.id.dropLast(3) } == ids.map { $0.hasSuffix("7") ? nil : Substring($0) })
    let places = transport.sent.map { "\($0.method.rawValue) \($0.target.prefix { $0 != "?" })" }
    #expect(
      places == [
        "GET /services/data/", "POST /services/data/v62.0/composite", "POST /services/data/v62.0/composite",
        "GET /services/data/v62.0/queryAll",
      ])
  }

  @Test("A query for 300 Ids fits into an address; one for 2,000 goes in the body of a composite request")
  func addresses() async throws {
    let transport = ScriptedTransport([.versions, Samples.page([]), .composite(Samples.page([]))])
    let connection = Samples.connection(transport)
    func query(_ count: Int) -> TaskQuery {
      let ids = (0..<count).map { "00T" + String(1_000_000_000_000_000 + $0).dropFirst() }
      return TaskQuery(
        condition: "((OwnerId = '005000000000001AAA' AND SystemModstamp >= 2026-11-24T09:30:00.000Z)"
          + " OR Id IN \(SOQL.list(ids))) AND (SystemModstamp > 2026-11-24T09:30:00.000Z"
          + " OR (SystemModstamp = 2026-11-24T09:30:00.000Z AND Id > '00T000000000001AAA'))",
        includesDeleted: true, selection: TaskSelection(externalIDField: "Command_Center_Id__c"))
    }
    _ = try await connection.tasks(query(300))
    let short = try #require(transport.sent.last)
    #expect(short.method == .get)
    #expect(short.url.utf8.count < 12_288)
    let long = query(2_000)
    _ = try await connection.tasks(long)
    let request = try #require(transport.sent.last)
    #expect(request.target == "/services/data/v62.0/composite")
    let path = "/services/data/v62.0/queryAll?q=\(PercentEncoding.encode(long.soql))"
    #expect(
      request.text == #"{"allOrNone":false,"compositeRequest":[{"httpHeaders":{"#
        + #""Sforce-Query-Options":"batchSize=2000"},"method":"GET","referenceId":"content0","url":"\#(path)"}]}"#)
  }

  @Test(
    "A composite answer is a page, a refusal, or no answer at all",
    arguments: [
      (
        #"{"compositeResponse":[{"httpStatusCode":400,"body":[{"errorCode":"MALFORMED_QUERY","message":"m"}]}]}"#,
        OrgError.refused(RecordError(code: "MALFORMED_QUERY", message: "m"))
      ),
      (
        #"{"compositeResponse":[{"httpStatusCode":400,"body":[{"errorCode":"QUERY_TIMEOUT","message":"m"}]}]}"#,
        OrgError.busy(code: "QUERY_TIMEOUT", retryAfter: nil)
      ),
      (
        #"{"compositeResponse":[]}"#,
        OrgError.invalidAnswer(reason: "a composite request was answered without a result")
      ),
      (
        #"{"compositeResponse":[{"httpStatusCode":500,"body":null}]}"#,
        OrgError.unknownOutcome(reason: "Salesforce failed (HTTP 500)")
      ),
    ])
  func compositeFailures(answer: String, error: OrgError) async throws {
    let transport = ScriptedTransport([.versions, .json(answer)])
    await #expect(throws: error) {
      try await Samples.connection(transport).tasks(TaskQuery(condition: String(repeating: "x", count: 20_000)))
    }
  }

  @Test("A row may lack what was not asked for; the external Id is the field that was asked for")
  func fewFields() async throws {
    let row =
      #"{"Id":"00T1","CreatedDate":"2026-11-20T10:11:12.000+0000","#
      + #""LastModifiedDate":"2026-11-21T10:11:12.000+0000","SystemModstamp":"2026-11-21T10:11:12.000+0000","#
      + #""IsDeleted":true,"My__c":"k1","Other__c":"k2"}"#
    let transport = ScriptedTransport([.versions, Samples.page([row]), Samples.page([row])])
    let connection = Samples.connection(transport)
    let selection = TaskSelection(externalIDField: "My__c", unreadableFields: ["WhoId", "Description"])
    let task = try #require(try await connection.tasks(TaskQuery(condition: "x", selection: selection)).first)
    #expect(task.externalID == "k1")
    #expect(task.isDeleted)
    #expect(task.description == "")
    #expect(task.whoName == nil)
    let target = try #require(transport.sent.last?.target)
    #expect(target.contains("My__c"))
    #expect(!target.contains("Who") && !target.contains("Description"))
    #expect(try await connection.tasks(TaskQuery(condition: "x")).first?.externalID == nil)
  }
}
