import Interface
import Testing

@testable import CommandCenter

@Suite("Links from a task")
struct LinkAddressTests {
  private func address(_ link: TaskLink, org: String? = "https://acme.my.salesforce.com") -> String? {
    try? LinkAddress(link, org: org).text
  }

  @Test("A task leads to its page in the org, and nowhere else")
  func page() {
    #expect(address(.page("00T5g00000ABCDEAA4")) == "https://acme.my.salesforce.com/00T5g00000ABCDEAA4")
    for id in ["", "00T5g00000ABCDEAA4/../x", "00T5g00000ABCDE\u{1B}A4", "00Té00000ABCDEAA", "@evil.example/00000"] {
      #expect(address(.page(id)) == nil)
    }
    #expect(address(.page("00T5g00000ABCDEAA4"), org: nil) == nil)
    #expect(address(.page("00T5g00000ABCDEAA4"), org: "http://acme.my.salesforce.com") == nil)
  }

  @Test(
    "A number is called by its digits",
    arguments: [
      ("+31 6 5550-1000", "tel:+31655501000"), ("(020) 555 0199", "tel:0205550199"), ("(+31) 20 1", "tel:+31201"),
      ("555.0199 ext. 12", "tel:5550199;ext=12"), ("0031 20 5550199x7", "tel:0031205550199;ext=7"),
      ("112;rm -rf", "tel:112"), ("--help 112", "tel:112"), ("$(id) 112%0a", "tel:1120"),
      ("tel:+15550199\n", "tel:+15550199"),
    ])
  func call(number: String, expected: String) {
    #expect(address(.call(number)) == expected)
  }

  @Test("What is copied may be pasted into a shell: it is one line, and has no control characters")
  func copied() {
    for link in [TaskLink.call("112\nrm -rf ~\n"), .mail("a\u{1B}[201~@b\r\n")] {
      let text = link.copied("")
      #expect(
        !text.contains { $0.isNewline } && !text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test(
    "What is no number, or no address of one person, leads nowhere",
    arguments: ["", "ask Ada", "12", "@", "a@", "a b@c.d"])
  func neither(_ text: String) {
    #expect(address(.call(text)) == nil)
    #expect(address(.mail(text)) == nil)
  }

  @Test(
    "A mail goes to that one address, and carries nothing else",
    arguments: [
      ("ada+x@example.com", "mailto:ada+x@example.com"),
      ("ada@example.com?bcc=all@example.com", nil),
      ("-x@example.com", "mailto:-x@example.com"), ("javascript:alert(1)@x", "mailto:javascript%3Aalert%281%29@x"),
      ("file:///etc/passwd", nil), ("ada@example.com\nBcc: all@example.com", nil),
      ("\"$(id)\"@x", "mailto:%22%24%28id%29%22@x"),
      ("ada%0abcc:all@example.com", "mailto:ada%250abcc%3Aall@example.com"),
      ("ada@example.com,bob", "mailto:ada@example.com%2Cbob"),
      ("ada&attach=/etc/passwd@example.com", "mailto:ada%26attach%3D%2Fetc%2Fpasswd@example.com"),
    ] as [(String, String?)])
  func mail(text: String, expected: String?) {
    #expect(address(.mail(text)) == expected)
  }
}
