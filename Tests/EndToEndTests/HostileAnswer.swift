import Foundation

/// What an org does that is none, or has been taken over, and what the user is then told.
struct HostileAnswer {
  let name: String
  /// As the simulated org takes it; `ELSEWHERE` is another host and its port.
  let fault: String
  /// What `sync` says.
  let told: String
  /// What it ends with.
  let exit: Int32

  init(_ name: String, _ fault: String, _ told: String, _ exit: Int32) {
    (self.name, self.fault, self.told, self.exit) = (name, fault, told, exit)
  }

  /// To every request.
  static let toAll = [
    HostileAnswer("a page", #"{"kind":"html"}"#, "a web page came instead of data", 1),
    HostileAnswer("a page, 403", answer(#""status":403,"body":"<html>""#), "a web page came (HTTP 403)", 1),
    HostileAnswer("a page, 502", answer(#""status":502,"body":"<html>""#), "Salesforce failed (HTTP 502)", 69),
    HostileAnswer("a page, 503", answer(#""status":503,"body":"<html>""#), "asks to wait (HTTP 503)", 75),
    HostileAnswer("nothing", answer(#""status":200"#), "its data is cut off or is not JSON", 1),
    HostileAnswer("an odd status", answer(#""status":299,"body":[]"#), "of another kind than expected", 1),
    HostileAnswer("garbage", #"{"kind":"garbage"}"#, "its data is cut off or is not JSON", 1),
    HostileAnswer("half of the JSON", #"{"kind":"truncated-json"}"#, "its data is cut off or is not JSON", 1),
    HostileAnswer("half of the answer", #"{"kind":"connection-lost-midway"}"#, "the connection was closed", 69),
    HostileAnswer("deep arrays", deep("["), "its data is cut off or is not JSON", 1),
    HostileAnswer("deep objects", deep(#"{\"a\":"#), "its data is cut off or is not JSON", 1),
    HostileAnswer("a deep error", deep("[", status: 400), "no reason was given (HTTP 400)", 1),
    HostileAnswer("a redirect", redirect(302), "it leads to another address", 1),
    HostileAnswer("a redirect that keeps the method", redirect(307), "it leads to another address", 1),
    HostileAnswer(
      "an endless wait", answer(#""status":503,"headers":{"Retry-After":"99999999999999999999"}"#),
      "asks to wait (HTTP 503)", 75),
    HostileAnswer(
      "a refusal for the terminal",
      answer(
        #""status":400,"errorCode":"X\u001b[6661m","message":"\u001b]52;c;RVZJTA==\u0007no \u009b6661m\nway\u202e""#),
      "Salesforce refused the request: no  way (X)", 1),
  ]

  /// To what only asks, so that what was added here has arrived; to some of it only, so that each reader is met.
  static let toReads =
    ["sobjects/Task/describe", "ui-api/object-info/Task", "sobjects/Task/deleted", "query", "queryAll"]
    .map { path in
      HostileAnswer(
        "deep objects, \(path)", deep(#"{\"a\":"#, at: "/services/data/*/\(path)"),
        "its data is cut off or is not JSON", 1)
    } + [
      HostileAnswer(
        "a deep value", replace(#""WhatId":"#, #""x":\#(String(repeating: "[", count: 100_000))"#),
        "its data is cut off or is not JSON", 1),
      HostileAnswer("more than a number", number("totalSize", "1e400"), "its data is cut off or is not JSON", 1),
      HostileAnswer("less than none", number("totalSize", "-1"), "pulled", 0),
      HostileAnswer(
        "a day that is none", replace(#""ActivityDate":"2"#, #""ActivityDate":"99999"#), "pulled", 0),
      HostileAnswer(
        "a time that is none", replace(#""CreatedDate":"2"#, #""CreatedDate":"0000-99-"#), "CreatedDate cannot be read",
        1),
      HostileAnswer(
        "a row without its Id", replace(#""Id":"00T"#, #""Is":"00T"#), "records.0.Id is missing", 1),
      HostileAnswer("a page elsewhere", nextPage("http://ELSEWHERE/x"), "is said to be at another address", 1),
      HostileAnswer(
        "a page elsewhere, without a scheme", nextPage("//ELSEWHERE/x"), "is said to be at another address", 1),
      HostileAnswer("a page at a user of elsewhere", nextPage("@ELSEWHERE/x"), "is said to be at another address", 1),
      HostileAnswer("a page that is not there", nextPage("/services/data/v67.0/query/01g"), "INVALID_QUERY_LOCATOR", 1),
    ]

  // MARK: Faults

  private static func answer(_ answer: String) -> String { #"{"process":"never","answer":{\#(answer)}}"# }

  private static func redirect(_ status: Int) -> String {
    answer(#""status":\#(status),"headers":{"Location":"http://ELSEWHERE/x"}"#)
  }

  /// - Parameter part: escaped as in JSON.
  private static func deep(_ part: String, status: Int = 200, at path: String = "/**") -> String {
    let body = String(repeating: part, count: 100_000)
    return #"{"match":{"path":"\#(path)"},"process":"never","answer":{"status":\#(status),"#
      + #""type":"application/json","body":"\#(body)"}}"#
  }

  private static func replace(_ text: String, _ other: String) -> String {
    func escaped(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
    return #"{"match":{"method":"GET"},"replace":[{"text":"\#(escaped(text))","by":"\#(escaped(other))"}]}"#
  }

  private static func number(_ key: String, _ value: String) -> String {
    replace("\"\(key)\":", "\"\(key)\":\(value),\"x\":")
  }

  private static func nextPage(_ link: String) -> String {
    replace(#""done":true"#, #""done":false,"nextRecordsUrl":"\#(link)""#)
  }
}
