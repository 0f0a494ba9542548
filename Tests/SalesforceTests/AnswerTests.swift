import Foundation
import Localization
import Testing

@testable import Salesforce

@Suite("What an answer means")
struct AnswerTests {
  @Test(
    "A status and a body say whether it happened, may have happened, or did not",
    arguments: [
      (
        HTTPAnswer.error("INVALID_SESSION_ID", status: 401), OrgError.loginNeeded(reason: "INVALID_SESSION_ID happened")
      ),
      (.error("REQUEST_LIMIT_EXCEEDED", status: 403), .busy(code: "REQUEST_LIMIT_EXCEEDED", retryAfter: nil)),
      (.error("UNABLE_TO_LOCK_ROW", status: 400), .busy(code: "UNABLE_TO_LOCK_ROW", retryAfter: nil)),
      (.error("SERVER_UNAVAILABLE", status: 503), .busy(code: "SERVER_UNAVAILABLE", retryAfter: nil)),
      (
        .json("", status: 503, headers: [("retry-after", "120")]), .busy(code: "HTTP 503", retryAfter: .seconds(120))
      ),
      (
        .json(
          "[]", status: 429,
          headers: [("Retry-After", "Tue, 24 Nov 2026 09:31:00 GMT"), ("Date", "Tue, 24 Nov 2026 09:30:00 GMT")]),
        .busy(code: "HTTP 429", retryAfter: .seconds(60))
      ),
      (.page(status: 503), .busy(code: "HTTP 503", retryAfter: nil)),
      (
        .error("API_DISABLED_FOR_ORG", status: 403),
        .refused(RecordError(code: "API_DISABLED_FOR_ORG", message: "API_DISABLED_FOR_ORG happened"))
      ),
      (
        .json(#"[{"message":"No such column","errorCode":"INVALID_FIELD","fields":["X"]}]"#, status: 400),
        .refused(RecordError(code: "INVALID_FIELD", message: "No such column", fields: ["X"]))
      ),
      (.json("", status: 404), .refused(RecordError(code: "HTTP 404", message: "no reason was given"))),
      (
        .page(status: 403),
        .invalidAnswer(reason: "a web page came (HTTP 403); does this network ask for a login?")
      ),
      (
        .error("UNKNOWN_EXCEPTION", status: 500),
        .unknownOutcome(reason: "Salesforce failed (HTTP 500, UNKNOWN_EXCEPTION)")
      ),
      (.page(status: 502), .unknownOutcome(reason: "Salesforce failed (HTTP 502)")),
      (.page(status: 504), .unknownOutcome(reason: "Salesforce failed (HTTP 504)")),
      (
        .json("", status: 302, headers: [("Location", "https://evil.example/")]),
        .invalidAnswer(reason: "it leads to another address; check the address of the org")
      ),
    ])
  func errors(answer: HTTPAnswer, error: OrgError) {
    #expect(OrgError(answer) == error)
  }

  @Test(
    "What is not the expected JSON says where, and shows nothing of it",
    arguments: [
      (HTTPAnswer.page(), "a web page came instead of data; does this network ask for a login?"),
      (
        HTTPAnswer(status: 200, headers: [], body: Data(" <html>secret".utf8)),
        "a web page came instead of data; does this network ask for a login?"
      ),
      (.json(#"[{"version":"secr"#), "its data is cut off or is not JSON"),
      (.json(""), "its data is cut off or is not JSON"),
      (.json(#"[{"label":"secret"}]"#), "0.version is missing"),
      (.json(#"[{"version":{"secret":1}}]"#), "0.version is of another kind than expected"),
      (.json(#"{"version":"secret"}"#), "the data is of another kind than expected"),
    ] as [(HTTPAnswer, LocalizedText)])
  func shapes(answer: HTTPAnswer, reason: LocalizedText) {
    #expect(throws: OrgError.invalidAnswer(reason: reason)) {
      let _: [APIVersion.Offer] = try answer.decoded()
    }
  }

  @Test(
    "The count of API calls is read from its header",
    arguments: [
      ("api-usage=18/5000", APIUsage(used: 18, limit: 5_000)),
      ("api-usage=25/5000; per-app-api-usage=17/250(appName=sample-connected-app)", APIUsage(used: 25, limit: 5_000)),
      ("per-app-api-usage=17/250(appName=x), api-usage=5/10", APIUsage(used: 5, limit: 10)),
      ("per-app-api-usage=17/250(appName=x)", nil), ("api-usage=1", nil), ("api-usage=1/0", nil), ("", nil),
      ("api-usage=-1/5", nil),
    ] as [(String, APIUsage?)])
  func usage(header: String, usage: APIUsage?) {
    #expect(APIUsage(header: header) == usage)
  }

  @Test(
    "A wish to wait is never negative, nor longer than a day",
    arguments: [
      ("5", nil, .seconds(5)), (" 5 ", nil, .seconds(5)), ("-5", nil, nil), ("soon", nil, nil), (nil, nil, nil),
      ("999999999999", nil, .seconds(86_400)),
      ("Tue, 24 Nov 2026 09:29:00 GMT", "Tue, 24 Nov 2026 09:30:00 GMT", .zero),
      ("Tue, 24 Nov 2026 09:29:00 GMT", nil, nil),
    ] as [(String?, String?, Duration?)])
  func retryAfter(header: String?, date: String?, duration: Duration?) {
    #expect(RetryAfter.duration(header, date: date) == duration)
  }

  @Test("The org offers versions, the newest that both know is taken")
  func versions() throws {
    func newest(_ versions: String...) throws -> String {
      try APIVersion.newest(of: versions.map { APIVersion.Offer(version: $0) }).text
    }
    #expect(try newest("20.0", "58.0", "62.0") == "62.0")
    #expect(try newest("67.0", "99.0", "x") == "67.0")
    #expect(throws: OrgError.self) { try newest("57.0", "68.0") }
  }
}
