import Foundation
import Interface
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Testing

@testable import CommandCenter

@Suite("The list of profiles")
struct ProfileListTests {
  private func withPlaces(_ body: (Places) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(Places(environment: ["COMMAND_CENTER_HOME": folder]))
  }

  /// A profile that is logged in to an org, with changes that wait to be sent.
  private func connect(_ name: String, _ places: Places, org: String, pending: Int = 0) async throws {
    let profile = try Profile(name, places)
    let store = try profile.openStore()
    try store.updateSyncState { state in
      state.org = org
      state.user = RecordReference(id: "005", name: "Ada")
    }
    try store.note(
      ConnectionFacts(
        foundAt: Date(), apiVersion: "67.0", userName: "Ada", username: "ada@acme.com", timeZone: nil,
        organization: .init(name: nil, edition: nil, instance: nil, isSandbox: org.contains(".sandbox.")),
        rights: TaskRights(mayRead: true, mayCreate: true, mayEdit: true, mayDelete: true, fields: [:]), statuses: [],
        priorities: [], isTaskInUserInterfaceAPI: true, externalIDFields: [], createWay: "search", usage: nil))
    try store.set(.sync, to: "on")
    for number in 0..<pending {
      _ = try store.perform(.create(ReminderDraft(fields: ReminderFields(name: "\(number)"))), at: Date())
    }
    let session = Session(accessToken: Secret("a"), refreshToken: nil, instance: try OrgAddress(org))
    _ = try await Credentials(profile).save(Login(session: session, method: .token), in: .file)
  }

  @Test("It has each profile with its own org, user, login and what waits; the demo's only while it is open")
  func summaries() async throws {
    try await withPlaces { places in
      #expect(ProfileList(places).summaries == [])
      try await connect("work", places, org: "https://acme--dev.sandbox.my.salesforce.com", pending: 2)
      for name in ["default", "demo"] { _ = try Profile(name, places).openStore() }
      try Data("no store".utf8).write(to: places.data.appending(path: "broken.sqlite"))
      let summaries = ProfileList(places).summaries
      #expect(summaries.map(\.name) == ["default", "broken", "work"])
      #expect(summaries[0] == ProfileSummary(name: "default"))
      #expect(summaries[1].problem?.contains("broken.sqlite") == true)
      #expect(
        summaries[2]
          == ProfileSummary(
            name: "work", org: "https://acme--dev.sandbox.my.salesforce.com", user: "Ada", isSandbox: true,
            isSyncOn: true, pending: 2, login: .present))
      #expect(ProfileList(open: try Profile("demo", places)).names == ["default", "broken", "demo", "work"])
    }
  }

  @Test("As JSON it has a stable form")
  func json() throws {
    let profile = ProfileSummary(name: "work", org: "https://acme.my.salesforce.com", pending: 2, login: .ended)
    #expect(
      try JSONOutput.text([ListedProfile(profile)]) == """
        [
          {
            "login" : "ended",
            "name" : "work",
            "org" : "https://acme.my.salesforce.com",
            "pending" : 2,
            "problem" : null,
            "sandbox" : false,
            "sync" : false,
            "user" : null
          }
        ]
        """)
    #expect(ListedProfile.table([ListedProfile(profile)]).hasSuffix("-     off   2        login needed"))
  }

  @Test("One is deleted with all that is its own; not while more waits than was said, nor while it is open")
  func delete() async throws {
    try await withPlaces { places in
      try await connect("work", places, org: "http://127.0.0.1:9", pending: 1)
      let other = try Profile("other", places)
      _ = try other.openStore()
      let list = ProfileList(open: other)
      await #expect(throws: CommandFailure.self) { try await list.delete("work", losing: 0) }
      do {
        let lock = LeaderLock.tryAcquire(path: try Profile("work", places).lockPath)
        await #expect(throws: CommandFailure.self) { try await list.delete("work", losing: 1) }
        withExtendedLifetime(lock) {}
      }
      #expect(list.names == ["other", "work"])
      try await list.delete("work", losing: 1)
      try await list.delete("other", losing: 1)
      #expect(list.names == ["other"])
      let left = try FileManager.default.contentsOfDirectory(atPath: places.data.path)
      #expect(left.filter { $0.hasPrefix("work.") && !$0.hasSuffix(".lock") } == [])
    }
  }

  @Test("The connected app is the one that the user has set; else that of the login, at its own address")
  func clientID() async throws {
    try await withPlaces { places in
      let profile = try Profile("default", places)
      let store = try profile.openStore()
      let login = ProfileLogin(profile, store)
      let acme = try OrgAddress("https://acme.my.salesforce.com")
      #expect(try login.clientID(at: acme) == "PlatformCLI")
      let session = Session(accessToken: Secret("a"), refreshToken: nil, instance: acme)
      _ = try await Credentials(profile).save(Login(session: session, method: .browser(clientID: "theirs")), in: .file)
      #expect(try login.clientID(at: acme) == "theirs")
      #expect(try login.clientID(at: .sandbox) == "PlatformCLI")
      #expect(ProfileFacts(profile, store).lastLogin == .domain("https://acme.my.salesforce.com"))
      try SettingsAccess(profile).set(.clientID, to: "mine")
      #expect(try login.clientID(at: acme) == "mine")
      await Credentials(profile).delete()
      try store.updateSyncState { $0.org = "https://acme.my.salesforce.com" }
      #expect(ProfileFacts(profile, store).lastLogin == .domain("https://acme.my.salesforce.com"))
      #expect(!ProfileFacts(profile, store).isLoggedIn)
    }
  }
}
