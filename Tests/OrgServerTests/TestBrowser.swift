import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import OrgServer

/// Logs in on the login page, as a person with a browser does. It keeps the cookie, and stops at redirects.
struct TestBrowser: Sendable {
  let address: String

  struct Page: Sendable {
    let status: Int
    let location: String?
    let cookie: String?
    let text: String

    /// The fields of the query of the redirect.
    var answer: [String: String] {
      let query = location?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
      return Dictionary(FormField.parse(query).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
      guard let start = text.firstRange(of: "name=\"\(name)\" value=\"")?.upperBound else { return nil }
      return String(text[start...].prefix { $0 != "\"" })
    }
  }

  /// Asks for the login page.
  func open(_ fields: [String: String]) async throws -> Page {
    try await send("GET", "/services/oauth2/authorize?\(Self.form(fields))", cookie: nil)
  }

  /// Sends off the form of a page.
  func decide(_ page: Page, _ fields: [String: String] = TestBrowser.allow, cookie: String? = nil) async throws -> Page
  {
    var fields = fields
    fields["page"] = page.hidden("page")
    return try await send(
      "POST", "/services/oauth2/authorize/decision", cookie: cookie ?? page.cookie, body: Self.form(fields))
  }

  static let allow = ["username": "rep@demo.example", "password": "demo", "decision": "allow"]

  private func send(_ method: String, _ path: String, cookie: String?, body: String? = nil) async throws -> Page {
    var request = HTTPClientRequest(url: address + path)
    request.method = HTTPMethod(rawValue: method)
    if let cookie { request.headers.add(name: "Cookie", value: cookie) }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: body))
    }
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let response: HTTPClientResponse
    let text: String
    do {
      response = try await client.execute(request, timeout: .seconds(30))
      text = String(buffer: try await response.body.collect(upTo: 1 << 20))
    } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
    return Page(
      status: Int(response.status.code), location: response.headers.first(name: "Location"),
      cookie: response.headers.first(name: "Set-Cookie").map { String($0.prefix { $0 != ";" }) }, text: text)
  }

  private static func form(_ fields: [String: String]) -> String {
    FormField.written(fields.map { FormField(name: $0.key, value: $0.value) })
  }
}

/// A client that exchanges a code with proof (RFC 7636).
struct TestLogin {
  var clientID = "demo-desktop"
  var redirect = "http://localhost:1717/OauthRedirect"
  /// The example of RFC 7636, Appendix B.
  let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

  var request: [String: String] {
    [
      "response_type": "code", "client_id": clientID, "redirect_uri": redirect, "state": "a b&c=<d>",
      "code_challenge": challenge, "code_challenge_method": "S256",
    ]
  }

  func exchange(_ code: String) -> [String: String] {
    [
      "grant_type": "authorization_code", "code": code, "client_id": clientID, "redirect_uri": redirect,
      "code_verifier": verifier,
    ]
  }

  /// The code that comes of a login by the rep.
  func code(at address: String) async throws -> String {
    let browser = TestBrowser(address: address)
    let answer = try await browser.decide(try await browser.open(request)).answer
    return try #require(answer["code"])
  }
}
