/// Members of a fault that are often wanted together, under a name.
struct FaultKind: Sendable {
  let name: String
  let summary: String
  let definition: JSON

  static let all: [FaultKind] =
    connectionKinds + answerKinds + orgKinds + loginKinds + errorKinds

  /// What a network does.
  private static let connectionKinds = [
    FaultKind(
      name: "connection-lost-before", summary: "the connection ends before the request is processed",
      definition: ["process": "never", "send": "nothing"]),
    FaultKind(
      name: "connection-lost-after", summary: "the request is processed, and the connection ends without an answer",
      definition: ["send": "nothing"]),
    FaultKind(
      name: "connection-lost-midway", summary: "the connection ends in the middle of the answer",
      definition: ["send": ["fraction": .number(0.5)]]),
    FaultKind(
      name: "outage", summary: "the port is closed for two seconds, from this request on",
      definition: [
        "before": [["path": "/simulator/outage", "body": ["milliseconds": 2000]]], "process": "never",
        "send": "nothing",
      ]),
    FaultKind(name: "slow", summary: "the answer comes five seconds late", definition: ["answerDelay": 5000]),
    FaultKind(name: "late", summary: "the request arrives five seconds late", definition: ["delay": 5000]),
    FaultKind(name: "drip", summary: "the answer comes at 64 bytes a second", definition: ["bytesPerSecond": 64]),
    FaultKind(name: "duplicate", summary: "the request arrives twice", definition: ["process": "twice"]),
  ]

  /// What comes instead of Salesforce's answer, or of a part of it.
  private static let answerKinds = [
    FaultKind(
      name: "html", summary: "a page with status 200, as of a proxy",
      definition: [
        "process": "never",
        "answer": [
          "status": 200,
          "body": "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>",
        ],
      ]),
    FaultKind(
      name: "truncated-json", summary: "half of the JSON, as if it were all",
      definition: ["keep": ["fraction": .number(0.5)]]),
    FaultKind(
      name: "garbage", summary: "bytes that are no JSON",
      definition: [
        "process": "never",
        "answer": ["status": 200, "type": "application/json;charset=UTF-8", "body": "\u{1}\u{1b}[2J}{][\"\\ud800"],
      ]),
    FaultKind(
      name: "redirect", summary: "a redirect to another host",
      definition: [
        "process": "never", "answer": ["status": 302, "headers": ["Location": "https://elsewhere.example/"]],
      ]),
    FaultKind(
      name: "foreign-next-page", summary: "nextRecordsUrl leads to another host",
      definition: [
        "match": ["contains": "SELECT"],
        "replace": [["text": "\"nextRecordsUrl\":\"", "by": "\"nextRecordsUrl\":\"https://elsewhere.example"]],
      ]),
    FaultKind(
      name: "foreign-instance", summary: "instance_url of a token leads to another host",
      definition: [
        "match": ["path": "/services/oauth2/token"],
        "replace": [["text": "\"instance_url\":\"", "by": "\"instance_url\":\"https://elsewhere.example/?"]],
      ]),
    FaultKind(
      name: "partial-failure", summary: "some records of a collection are refused, and not written",
      definition: [
        "match": ["path": "/services/data/*/composite/sobjects/**"],
        "refuse": ["errorCode": "UNABLE_TO_LOCK_ROW", "positions": [0]],
      ]),
  ]

  /// What happens in the org just before the request.
  private static let orgKinds = [
    FaultKind(
      name: "session-expired", summary: "all access tokens end",
      definition: ["before": [["path": "/simulator/sessions/expire"]]]),
    FaultKind(
      name: "cursor-expired", summary: "the query's further pages are gone",
      definition: [
        "match": ["path": "/services/data/*/query/*"], "before": [["path": "/simulator/cursors/expire"]],
      ]),
    FaultKind(
      name: "clock-jump", summary: "the org's clock goes forward by a day",
      definition: ["before": [["path": "/simulator/clock", "body": ["advance": "P1D"]]]]),
    FaultKind(
      name: "record-deleted", summary: "another user deletes the task that is to be written",
      definition: racing(["method": "DELETE"])),
    FaultKind(
      name: "record-changed", summary: "another user changes the task that is to be written",
      definition: racing(["method": "PATCH", "body": ["Subject": "Changed by another user"]])),
  ]

  private static func racing(_ call: JSON) -> JSON {
    let path: JSON = "/services/data/v67.0/sobjects/Task/{id}"
    return [
      "match": ["method": ["PATCH", "DELETE"], "path": "/services/data/*/sobjects/Task/{id}"],
      "before": [JSON(dictionaryLiteral: ("path", path), ("as", "admin@demo.example")).joined(with: call)],
    ]
  }
}
