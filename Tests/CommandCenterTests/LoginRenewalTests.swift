import Foundation
import Logging
import OrgModel
import OrgServer
import Salesforce
import Testing

@testable import CommandCenter

@Suite("The renewal of a login", .timeLimit(.minutes(1)))
struct LoginRenewalTests {
  /// A profile that is logged in by an app that rotates refresh tokens, with an org that counts requests.
  private struct World {
    let server: OrgServer
    let profile: Profile
    let credentials: Credentials
    let login: Login

    /// As another process would make it.
    func renewal() -> LoginRenewal {
      LoginRenewal(
        Credentials(profile), transport: HTTPTransport(),
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func session(of user: DemoUser) async throws -> Session {
      let opened = try await server.openSession(for: user.username)
      return Session(
        accessToken: Secret(opened.accessToken), refreshToken: Secret(opened.refreshToken),
        instance: login.session.instance, identityURL: "https://localhost/id/00D000000000001/\(user)000000000000")
    }

    var refreshes: Int {
      get async { await server.requestCounts()["POST /services/oauth2/token"] ?? 0 }
    }
  }

  private func withWorld(_ body: (World) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let profile = try Profile("default", Places(environment: ["COMMAND_CENTER_HOME": folder]))
    try profile.places.make()
    let server = OrgServer { now in Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt) }
    let address = try OrgAddress(try await server.start())
    let opened = try await server.openSession(for: DemoUser.rep.username)
    let session = Session(
      accessToken: Secret(opened.accessToken), refreshToken: Secret(opened.refreshToken), instance: address)
    let login = Login(session: session, method: .browser(clientID: "demo-desktop"))
    let credentials = Credentials(profile)
    try await credentials.save(login, in: .file)
    do {
      try await body(World(server: server, profile: profile, credentials: credentials, login: login))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("Processes that find at once that the session ended use the refresh token once, and all get the next session")
  func once() async throws {
    try await withWorld { world in
      let ended = world.login.session
      let sessions = try await withThrowingTaskGroup(of: Session.self) { group in
        for _ in 0..<8 {
          let renewal = world.renewal()
          group.addTask { try await renewal.session(after: ended) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(sessions).count == 1)
      #expect(await world.refreshes == 1)
      #expect(try await world.credentials.load()?.session == sessions.first)
      let next = try await world.renewal().session(after: try #require(sessions.first))
      #expect(next.refreshToken != sessions.first?.refreshToken)
    }
  }

  @Test("A login that was made meanwhile is taken; one of another user is refused")
  func anew() async throws {
    try await withWorld { world in
      let mine = try await world.session(of: .rep)
      try await world.credentials.save(Login(session: mine, method: world.login.method), in: .file)
      #expect(try await world.renewal().session(after: world.login.session) == mine)
      let other = try await world.session(of: .manager)
      try await world.credentials.save(Login(session: other, method: world.login.method), in: .file)
      let error = await #expect(throws: LoginError.self) { try await world.renewal().session(after: mine) }
      #expect(error?.description.contains("but this profile is of") == true)
      #expect(await world.refreshes == 0)
    }
  }

  @Test("A session that cannot be written is used all the same, and what follows it comes of its own refresh token")
  func unwritable() async throws {
    try await withWorld { world in
      let obstacle = world.profile.credentialPath + ".new"
      try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: true)
      let renewal = world.renewal()
      let first = try await renewal.session(after: world.login.session)
      #expect(try await world.credentials.load()?.session == world.login.session)
      try FileManager.default.removeItem(atPath: obstacle)
      let second = try await renewal.session(after: first)
      #expect(second.refreshToken != first.refreshToken)
      #expect(try await world.credentials.load()?.session == second)
    }
  }

  @Test("After a logout nothing is renewed; a token that was given cannot be")
  func impossible() async throws {
    try await withWorld { world in
      try await world.credentials.save(Login(session: world.login.session, method: .token), in: .file)
      await #expect(throws: LoginError.sessionEnded) { try await world.renewal().session(after: world.login.session) }
      await world.credentials.delete()
      await #expect(throws: LoginError.sessionEnded) { try await world.renewal().session(after: world.login.session) }
      #expect(await world.refreshes == 0)
    }
  }
}

@Suite("The browser that is opened")
struct BrowserTests {
  @Test(
    "BROWSER names it, with the address as one argument and without a shell",
    arguments: [("note", "URL"), ("nosuch:note", "URL"), ("note --new %s", "--new URL"), ("note --x=%s", "--x=URL")])
  func chosen(setting: String, arguments: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = folder + "/pipe"
    mkfifo(pipe, 0o600)
    try "#!/bin/sh\nprintf '%s' \"$*\" > \(pipe)\n".write(toFile: folder + "/note", atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder + "/note")
    let address = "https://x/?a=1&b=$(id);'\""
    #expect(Browser(environment: ["PATH": folder, "BROWSER": setting]).open(address))
    #expect(
      try FileHandle(forReadingAtPath: pipe)?.readToEnd().map { String(decoding: $0, as: UTF8.self) }
        == arguments.replacing("URL", with: address))
  }

  @Test("Without a desktop and without BROWSER none is opened")
  func none() {
    #expect(!Browser(environment: ["PATH": "/usr/bin:/bin"]).open("https://x"))
  }
}
