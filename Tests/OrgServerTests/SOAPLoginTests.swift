import Testing

@testable import OrgServer

struct SOAPLoginTests {
  @Test("A SOAP login gives a session Id that the REST API takes")
  func login() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("POST", "/services/Soap/u/60.0", text: envelope("rep@demo.example", "demo"))
      #expect(answer.status == 200)
      #expect(answer.text.contains("<serverUrl>\(rep.address)/services/Soap/u/60.0/00D"))
      let start = try #require(answer.text.firstRange(of: "<sessionId>")?.upperBound)
      let token = String(answer.text[start...].prefix { $0 != "<" })
      let client = TestClient(address: rep.address, token: token)
      #expect(try await client.api("GET", "limits").status == 200)
    }
  }

  @Test(
    "A SOAP login that is wrong is a fault",
    arguments: [
      ("rep@demo.example", "nope", "INVALID_LOGIN"), ("", "", "INVALID_LOGIN"), ("&lt;x&gt;", "&amp;", "INVALID_LOGIN"),
    ])
  func refused(username: String, password: String, code: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("POST", "/services/Soap/u/60.0", text: envelope(username, password))
      #expect(answer.status == 500)
      #expect(answer.text.contains("<sf:exceptionCode>\(code)</sf:exceptionCode>"))
    }
  }

  @Test("A call that is larger than any login is not read")
  func huge() async throws {
    try await withServer { _, rep, _ async throws in
      let text = envelope("rep@demo.example", "demo") + String(repeating: "<", count: 64 * 1024)
      #expect(try await rep.send("POST", "/services/Soap/u/60.0", text: text).status == 500)
    }
  }

  @Test(
    "What is not a login call is a fault",
    arguments: [
      "", "<", "<<<>", "<login", "<login>", "<login><username>a</username></login>", "<a:login></login>", "{}",
    ])
  func otherCall(text: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("POST", "/services/Soap/u/60.0", text: text)
      #expect(answer.status == 500)
      #expect(answer.text.contains("UNKNOWN_EXCEPTION"))
    }
  }

  private func envelope(_ username: String, _ password: String) -> String {
    """
    <?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>
    <n1:login xmlns:n1="urn:partner.soap.sforce.com"><n1:username>\(username)</n1:username>
    <n1:password>\(password)</n1:password></n1:login></env:Body></env:Envelope>
    """
  }
}
