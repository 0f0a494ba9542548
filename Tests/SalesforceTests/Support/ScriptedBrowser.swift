import Foundation
import Synchronization

@testable import Salesforce

/// Logs in on the login page of the simulated org as a person does, and follows it back to the program.
struct ScriptedBrowser: Sendable {
  let transport: HTTPTransport
  var decision = "allow"

  /// The address that the login page leads back to.
  func callback(of address: String) async throws -> String {
    let page = try await transport.send(HTTPRequest(.get, address))
    guard page.status == 200 else { return page.header("Location") ?? "" }
    let text = String(decoding: page.body, as: UTF8.self)
    let id = text.split(separator: "name=\"page\" value=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    let form = [
      ("page", String(id)), ("username", "rep@demo.example"), ("password", "demo"), ("decision", decision),
    ]
    let host = address.prefix(upTo: address.firstRange(of: "/services/")?.lowerBound ?? address.endIndex)
    let answer = try await transport.send(
      HTTPRequest(
        .post, "\(host)/services/oauth2/authorize/decision",
        headers: [
          ("Content-Type", "application/x-www-form-urlencoded"),
          ("Cookie", String((page.header("Set-Cookie") ?? "").prefix { $0 != ";" })),
        ],
        body: Data(PercentEncoding.pairs(form).utf8)))
    return answer.header("Location") ?? ""
  }

  /// What the program shows in the browser at an address.
  func page(_ address: String, host: String? = nil) async throws -> (status: Int, text: String) {
    let answer = try await transport.send(HTTPRequest(.get, address, headers: host.map { [("Host", $0)] } ?? []))
    return (answer.status, String(decoding: answer.body, as: UTF8.self))
  }
}
