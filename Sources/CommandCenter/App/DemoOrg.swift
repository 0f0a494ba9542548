import Foundation
import Localization
import OrgModel
import OrgServer
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// The simulated org of `demo`, in this process, and a profile that is logged in to it.
struct DemoOrg {
  var tasks = 48
  var seed: UInt64 = 1
  /// `nil`: the usual port, or a free one when that is taken.
  var port: Int?
  var hasColleague = true

  static let usualPort = 8_420

  /// Runs `body` on a profile that is logged in to the org, for as long as it is there.
  func open<Value>(_ places: Places, _ body: (Profile) throws -> Value) throws -> Value {
    let profile = try Profile(ProfileName.demo, places)
    try places.make()
    guard !LeaderLock.isHeld(path: profile.lockPath) else {
      throw CommandFailure("A demo runs already: quit it first.", code: Exit.tryAgain)
    }
    // The org is new every time, so the tasks here are too.
    profile.erase()
    try profile.openStore().set(.sync, to: "on")
    let (server, session) = try waiting { try await start() }
    defer { try? waiting { await server.stop() } }
    let login = Login(session: session, method: .browser(clientID: OAuthClient.salesforceCLI.id))
    _ = try waiting { try await Credentials(profile).save(login, in: .file) }
    return try body(profile)
  }

  private func start() async throws -> (OrgServer, Session) {
    let server: OrgServer
    let address: String
    if let port {
      (server, address) = try await listen(on: port)
    } else {
      do {
        (server, address) = try await listen(on: Self.usualPort)
      } catch {
        (server, address) = try await listen(on: 0)
      }
    }
    let opened = try await server.openSession(for: DemoUser.rep.username)
    let session = Session(
      accessToken: Secret(opened.accessToken), refreshToken: Secret(opened.refreshToken),
      instance: try OrgAddress(address))
    return (server, session)
  }

  private func listen(on port: Int) async throws -> (OrgServer, String) {
    var configuration = OrgServer.Configuration()
    configuration.port = port
    configuration.seed = seed
    configuration.colleaguePace = hasColleague ? .seconds(5) : nil
    let (tasks, seed) = (tasks, seed)
    let server = OrgServer(configuration: configuration) { now in
      Org.demo(tasks: tasks, seed: seed, now: now, timeZone: .current)
    }
    return (server, try await server.start())
  }
}
