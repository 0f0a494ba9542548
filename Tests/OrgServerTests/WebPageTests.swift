import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct WebPageTests {
  @Test("The page and all its files are served, and allow nothing from elsewhere", arguments: WebFile.all.map(\.path))
  func files(path: String) async throws {
    try await withServer { _, client, _ in
      let answer = try await client.send("GET", path)
      let file = try #require(WebFile.all.first { $0.path == path })
      #expect(answer.status == 200)
      #expect(answer.text == file.content)
      #expect(answer.headers["content-type"] == file.type)
      #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'; script-src 'self'") == true)
      #expect(answer.headers["x-content-type-options"] == "nosniff")
    }
  }

  @Test("Every file that the page and its scripts name is there")
  func references() {
    let paths = Set(WebFile.all.map(\.path))
    for file in WebFile.all {
      for match in file.content.matches(of: /(?:href|src)="(\/web\/[^"]+)"/) {
        #expect(paths.contains(String(match.output.1)), "\(file.path) names \(match.output.1)")
      }
      for match in file.content.matches(of: /from '\.\/([^']+)'/) {
        #expect(paths.contains("/web/\(match.output.1)"), "\(file.path) names \(match.output.1)")
      }
    }
  }

  @Test("The menu offers users of the demo org by their names")
  func menu() throws {
    let org = Org.demo(now: TestClock().now, timeZone: .gmt)
    let options = WebFile.page.content.matches(of: /<option value="([^"]+)">([^<]+)<\/option>/)
    #expect(options.count >= 4)
    for option in options {
      let user = try #require(DemoUser(rawValue: String(option.output.1)))
      let record = try #require(user.id(in: org).flatMap { org.find($0) })
      #expect(record["Name"].text == String(option.output.2))
      #expect(record["IsActive"] == .flag(true))
    }
  }

  @Test("What is no file of the page is not found, and its files cannot be written")
  func refusals() async throws {
    try await withServer { _, client, _ throws in
      #expect(try await client.send("GET", "/web/../Package.swift").status == 404)
      #expect(try await client.send("GET", "/web/other.js").status == 404)
      #expect(try await client.send("POST", "/", text: "x").status == 405)
      #expect(try await client.send("HEAD", "/").status == 200)
    }
  }
}
