import Testing

@testable import Salesforce

@Suite("Where tokens may go")
struct OrgAddressTests {
  @Test(
    "An address is https, or http to this machine",
    arguments: [
      ("https://acme.my.salesforce.com/", "https://acme.my.salesforce.com"),
      (" HTTPS://ACME.my.salesforce.com:443", "https://acme.my.salesforce.com"),
      ("https://acme.example:8443", "https://acme.example:8443"),
      ("http://localhost:8080/", "http://localhost:8080"),
      ("http://127.8.0.1", "http://127.8.0.1"),
      ("http://[::1]:8080", "http://[::1]:8080"),
    ])
  func good(text: String, address: String) throws {
    #expect(try OrgAddress(text).description == address)
  }

  @Test(
    "Everything else is refused with a reason",
    arguments: [
      ("http://acme.my.salesforce.com", OrgAddressError.notEncrypted(host: "acme.my.salesforce.com")),
      ("http://127.0.0.1.evil.example", .notEncrypted(host: "127.0.0.1.evil.example")),
      ("http://localhost.evil.example", .notEncrypted(host: "localhost.evil.example")),
      ("http://10.0.0.1", .notEncrypted(host: "10.0.0.1")),
      ("http://0.0.0.0", .notEncrypted(host: "0.0.0.0")),
      ("acme.my.salesforce.com", .notAnAddress), ("ftp://acme.example", .notAnAddress), ("", .notAnAddress),
      ("https://", .notAnAddress), ("https://user:pw@acme.example", .notJustAHost),
      ("https://acme.example/path", .notJustAHost), ("https://acme.example?x=1", .notJustAHost),
    ])
  func bad(text: String, error: OrgAddressError) {
    #expect(throws: error) { try OrgAddress(text) }
  }

  @Test(
    "A link of an answer is followed within its host only",
    arguments: [
      ("/services/data/v62.0/query/01g-2000", "https://acme.my.salesforce.com/services/data/v62.0/query/01g-2000"),
      ("https://acme.my.salesforce.com/next?a=1", "https://acme.my.salesforce.com/next?a=1"),
      ("https://evil.example/next", nil), ("http://acme.my.salesforce.com/next", nil), ("//evil.example/next", nil),
      ("https://acme.my.salesforce.com:444/next", nil), ("https://acme.my.salesforce.com@evil.example/", nil),
      ("/\\evil.example", nil), ("next", nil), ("/a b", nil), ("/a\r\nHost: evil", nil), ("", nil),
      ("https://acme.my.salesforce.com.evil.example/next", nil),
    ] as [(String, String?)])
  func links(link: String, url: String?) {
    #expect(Samples.address.resolve(link) == url)
  }

  @Test(
    "A login answers with a session of its own host, of Salesforce, or of this machine",
    arguments: [
      ("https://login.salesforce.com", "https://acme.my.salesforce.com", true),
      ("https://test.salesforce.com", "https://acme--dev.sandbox.my.salesforce.com", true),
      ("https://acme.example", "https://acme.example:8443", true),
      ("http://localhost:8080", "http://127.0.0.1:8080", true),
      ("https://login.salesforce.com", "https://evil.example", false),
      ("https://login.salesforce.com", "https://evilsalesforce.com", false),
      ("https://login.salesforce.com", "http://localhost:80", false),
      ("https://localhost", "http://localhost", false),
      ("http://localhost:8080", "https://evil.example", false),
    ])
  func vouching(login: String, instance: String, isGood: Bool) {
    #expect(OrgAddress.known(login).vouches(for: .known(instance)) == isGood)
  }
}
