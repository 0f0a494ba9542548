import OrgModel
import Testing

@testable import OrgServer

struct ConditionTests {
  private let before = "Wed, 25 Nov 2026 09:29:59 GMT"
  private let then = "Wed, 25 Nov 2026 09:30:00 GMT"

  @Test("A row that has not changed since is answered with 304, to the second")
  func notModified() async throws {
    try await withServer(tasks: 0) { _, rep, clock in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one"]).id)
      let read = try await rep.api("GET", "sobjects/Task/\(id)")
      #expect(read.headers["last-modified"] == then)
      #expect(read.headers["etag"] == nil)
      let same = try await rep.api("GET", "sobjects/Task/\(id)", headers: ["If-Modified-Since": then])
      #expect(same.status == 304)
      #expect(same.text.isEmpty)
      #expect(try await rep.api("GET", "sobjects/Task/\(id)", headers: ["If-Modified-Since": before]).status == 200)
      #expect(try await rep.api("GET", "sobjects/Task/\(id)", headers: ["If-Unmodified-Since": before]).status == 412)
      #expect(try await rep.api("GET", "sobjects/Task/\(id)", headers: ["If-Modified-Since": "soon"]).status == 200)
      clock.advance(seconds: 1)
      _ = try await rep.api("PATCH", "sobjects/Task/\(id)", ["Subject": "two"])
      #expect(try await rep.api("GET", "sobjects/Task/\(id)", headers: ["If-Modified-Since": then]).status == 200)
    }
  }

  @Test("An update with If-Unmodified-Since before the last change is refused with 412 and changes nothing")
  func unmodified() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one"]).id)
      let refused = try await rep.api(
        "PATCH", "sobjects/Task/\(id)", ["Subject": "two"], headers: ["If-Unmodified-Since": before])
      #expect(refused.status == 412)
      #expect(try await rep.api("GET", "sobjects/Task/\(id)").json["Subject"] == "one")
      let done = try await rep.api(
        "PATCH", "sobjects/Task/\(id)", ["Subject": "two"], headers: ["If-Unmodified-Since": then])
      #expect(done.status == 204)
      let broken = try await rep.api(
        "PATCH", "sobjects/Task/\(id)", ["Subject": "three"], headers: ["If-Unmodified-Since": "yesterday"])
      #expect(broken.status == 400)
      let deleted = try await rep.api("DELETE", "sobjects/Task/\(id)", headers: ["If-Unmodified-Since": before])
      #expect(deleted.status == 204)
    }
  }

  @Test("An account has an entity tag that conditions can name")
  func entityTags() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Account", ["Name": "Acme"]).id)
      let path = "sobjects/Account/\(id)"
      let tag = try #require(try await rep.api("GET", path).headers["etag"])
      #expect(try await rep.api("GET", path, headers: ["If-None-Match": "\"x\", \(tag)"]).status == 304)
      #expect(try await rep.api("GET", path, headers: ["If-Match": "\"x\""]).status == 412)
      let change: JSON = ["Phone": "1"]
      let marked = tag.dropLast() + "-gzip\""
      #expect(try await rep.api("PATCH", path, change, headers: ["If-Match": String(marked)]).status == 204)
      #expect(try await rep.api("PATCH", path, change, headers: ["If-Match": tag]).status == 412)
      #expect(try await rep.api("PATCH", path, change, headers: ["If-None-Match": "*"]).status == 412)
      #expect(try await rep.api("PATCH", path, change, headers: ["If-Match": "nonsense"]).status == 400)
    }
  }

  @Test("A describe that has not changed since is answered with 304")
  func describe() async throws {
    try await withServer(tasks: 0) { server, rep, clock in
      let first = try await rep.api("GET", "sobjects/Task/describe")
      #expect(first.headers["last-modified"] == then)
      clock.advance(seconds: 60)
      #expect(try await rep.api("GET", "sobjects/Task/describe", headers: ["If-Modified-Since": then]).status == 304)
      await server.change {
        $0.setStatuses([.init("Open"), .init("Done", isClosed: true)], default: "Open", at: clock.now)
      }
      #expect(try await rep.api("GET", "sobjects/Task/describe", headers: ["If-Modified-Since": then]).status == 200)
    }
  }
}
