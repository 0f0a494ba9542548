import Crypto
import Foundation
import Testing

@testable import Salesforce

@Suite("What is asked in the browser")
struct AuthorizationRequestTests {
  private func request() -> AuthorizationRequest {
    var random = SystemRandomNumberGenerator()
    return AuthorizationRequest(client: OAuthClient(id: "key"), callback: .standard, using: &random)
  }

  @Test("The address asks for a code, with the hash of a verifier that it does not hold (RFC 7636, S256)")
  func address() throws {
    let request = request()
    let url = request.url(at: .production)
    let fields = PercentEncoding.fields(url.split(separator: "?").last ?? "")
    #expect(url.hasPrefix("https://login.salesforce.com/services/oauth2/authorize?"))
    #expect(fields["response_type"] == "code")
    #expect(fields["client_id"] == "key")
    #expect(fields["redirect_uri"] == "http://localhost:1717/OauthRedirect")
    #expect(fields["scope"] == "api refresh_token")
    #expect(fields["code_challenge_method"] == "S256")
    #expect(fields["state"] == request.state)
    #expect(request.state.count == 43 && request.verifier.revealed.count == 43)
    #expect(!url.contains(request.verifier.revealed))
    let hash = Data(SHA256.hash(data: Data(request.verifier.revealed.utf8))).base64EncodedString()
    let challenge = try #require(fields["code_challenge"])
    #expect(challenge + "=" == hash.replacing("+", with: "-").replacing("/", with: "_"))
  }

  @Test("No two logins have the same state or verifier")
  func fresh() {
    let requests = (0..<50).map { _ in request() }
    #expect(Set(requests.map(\.state)).count == 50)
    #expect(Set(requests.map(\.verifier)).count == 50)
  }

  @Test(
    "A refusal in the callback is told without its control codes",
    arguments: [
      ("error=access_denied&error_description=end-user+denied", "access_denied", "end-user denied"),
      ("error=access-denied", "access_denied", ""),
      ("error=invalid_scope&error_description=%1B%5B31mred%0A", "invalid_scope", "[31mred"),
    ])
  func refusal(query: String, code: String, detail: String) {
    #expect(throws: LoginError.refused(code: code, detail: detail)) { try request().code(inQuery: query) }
  }

  @Test("An error that is meant for another login is not taken for this one's")
  func otherError() {
    #expect(throws: LoginError.otherLogin) { try request().code(inQuery: "error=access_denied&state=other") }
  }

  @Test(
    "A callback is a port of this machine",
    arguments: [
      "https://localhost:1717/x", "http://localhost/x", "http://example.com:1717/x", "http://localhost:1717",
      "http://localhost:1717/x?y=1", "http://u@localhost:1717/x", "http://localhost:0/x", "", "x",
    ])
  func callbacks(text: String) {
    #expect(throws: LoginError.self) { try CallbackAddress(text) }
  }

  @Test(
    "A domain may be typed in short",
    arguments: [
      ("acme", "https://acme.my.salesforce.com"), ("acme--dev", "https://acme--dev.sandbox.my.salesforce.com"),
      ("acme.my.salesforce.com", "https://acme.my.salesforce.com"), ("http://127.0.0.1:8420", "http://127.0.0.1:8420"),
    ])
  func domains(text: String, address: String) throws {
    #expect(try OrgAddress(loginDomain: text).description == address)
  }

  @Test("A session of another user, or of another organization, is refused")
  func otherUser() throws {
    func session(_ identity: String?) -> Session {
      Session(accessToken: Secret("a"), refreshToken: nil, instance: Samples.address, identityURL: identity)
    }
    let known = session("https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA")
    for same in [nil, "https://acme.my.salesforce.com/id/00D000000000001/005000000000001"] {
      #expect(try session(same).confirmed(asUserOf: known) == session(same))
    }
    for other in ["00D000000000001EAA/005000000000002AAA", "00D000000000002EAA/005000000000001AAA"] {
      #expect(throws: LoginError.self) { try session("https://x/id/\(other)").confirmed(asUserOf: known) }
    }
  }
}
