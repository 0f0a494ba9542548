import Foundation
import Localization
import Log
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Testing

@testable import CommandCenter

@Suite("The debug bundle")
struct DebugBundleTests {
  private func withProfile(_ body: (Profile) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(try Profile("Kanarprofile", Places(environment: ["COMMAND_CENTER_HOME": folder.path])))
  }

  /// What must not be in it, wherever it stands.
  private static let secrets = [
    "Kanarprofile", "Kanartask", "Kanardetail", "Kanarperson", "Kanarcolleague", "Kanaruser", "kanar@kanarmail",
    "kanarhost", "Kanarorg", "kanartoken", "kanarrefresh", "Kanarclient", "Kanarmessage", "Kanarstatus", "Kanarfield",
    "Kanarlog", "Kanarold", "Kanarfinding", "Kanartheme", "Kanarsubject", "Kanarnote", "00D5e000001abcd!",
  ]

  /// All that a user may have here, with marks in it that must not come out.
  private func fill(_ profile: Profile) async throws {
    let store = try profile.openStore()
    for (key, value) in [
      ("sync", "on"), ("status_open", "Kanarstatus"), ("external_id_field", "Kanarfield__c"),
      ("subject_template", "Kanarsubject"),
    ] {
      try store.set(try SettingKey(named: key), to: value)
    }
    var fields = ReminderFields(name: "Kanartask", details: "Kanardetail")
    fields.person = RecordReference(id: "003000000000001AAA", name: "Kanarperson")
    fields.assignee = RecordReference(id: "005000000000001AAA", name: "Kanarcolleague")
    _ = try store.perform(.create(ReminderDraft(fields: fields)), at: Date())
    let host = "https://kanarhost.my.salesforce.com"
    try SyncEngine.tie(
      store,
      to: OrgUser(
        id: "005", name: "Kanaruser", username: "kanar@kanarmail.example", organizationID: "00D", instanceURL: host))
    try store.updateSyncState { state in
      state.statusName = "offline"
      state.statusReason = "Kanarmessage"
      state.liveReason = "Kanarmessage"
    }
    try store.note(
      ConnectionFacts(
        foundAt: Date(), apiVersion: "67.0", userName: "Kanaruser", username: "kanar@kanarmail.example",
        timeZone: "Europe/Amsterdam",
        organization: .init(name: "Kanarorg", edition: "Enterprise Edition", instance: "EU42", isSandbox: false),
        rights: TaskRights(mayRead: true, mayCreate: true, mayEdit: true, mayDelete: true, fields: [:]),
        statuses: ["Kanarstatus"], priorities: [], isTaskInUserInterfaceAPI: true,
        externalIDFields: [.init(name: "Kanarfield__c", isUnique: true, isCreateable: true, holdsKeys: true)],
        createWay: "external Id field Kanarfield__c", usage: .init(used: 5, limit: 100)))
    let session = Session(
      accessToken: Secret("00D5e000001abcd!kanartoken"), refreshToken: Secret("kanarrefresh"),
      instance: try OrgAddress(host), identityURL: "\(host)/id/00D/005")
    _ = try await Credentials(profile)
      .save(
        Login(session: session, method: .browser(clientID: "Kanarclient")), in: .file)
    try Data("theme = \"Kanartheme\"\nKanarold = \"00D5e000001abcd!kanartoken\"\n".utf8)
      .write(to: profile.places.configFile)
    try Data().write(to: profile.places.data.appending(path: "Kanarnote.txt"))
    var logger = profile.places.logFile.logger(LogPolicy(level: .trace, showsContent: true))
    logger[metadataKey: "profile"] = .content(profile.name)
    logger.info("planted", metadata: ["a": .content("Kanarlog⟧ and ⟦Kanarlog\nKanarlog"), "kept": .shown("xyzzy")])
    logger.info(
      "planted", metadata: ["path": .shown("\(profile.storePath) at kanarhost.my.salesforce.com for Kanaruser")])
    logger.error(
      "planted", metadata: ["token": .shown("Bearer kanartoken"), "id": .content("00D5e000001abcd!kanartoken")])
    try (profile.places.logFile.lastLines(9, bytes: 9_999).joined(separator: "\n") + "\nsomething Kanarold\n")
      .write(toFile: profile.places.log.path, atomically: false, encoding: .utf8)
  }

  @Test("It has none of the names, details, addresses and tokens that are here")
  func secrets() async throws {
    try await withProfile { profile in
      try await fill(profile)
      let log = try String(contentsOfFile: profile.places.log.path, encoding: .utf8)
      #expect(log.contains("Kanarlog") && log.contains("Kanarold"))
      let bundle = DebugBundle(profile: profile, environment: ["TERM": "xterm", "LANG": "nl_NL.UTF-8"], now: Date())
      let text = bundle.text(with: [
        Finding("connection", "Connection", .failure, "Kanarfinding", remedy: "Kanarfinding"),
        Finding("organization", "Org", .ok, "Kanarorg"), Finding("terminal", "Terminal", .ok, "xterm, 80x24"),
        Finding("store", "Store", .ok, "\(profile.storePath), whole"),
      ])
      for secret in Self.secrets { #expect(!text.localizedCaseInsensitiveContains(secret), "\(secret)") }
      for told in [
        "xyzzy", "nl_NL.UTF-8", "Enterprise Edition", "xterm, 80x24", "reminder: open: 1",
        "waits, less than an hour: 1",
        "*.my.salesforce.com", "browser, kept in the file", "others: 1", "\(profile.alias).sqlite",
        "(1 lines of another form left out)", "API calls: 5 of 100", "state: offline", "version: ", "mistakes: 2",
      ] {
        #expect(text.contains(told), "\(told)")
      }
    }
  }

  @Test("It is written to a file of its own that only this user may read, and over none that is there")
  func file() async throws {
    try await withProfile { profile in
      let path = profile.places.data.appending(path: "bundle.txt").path
      let bundle = DebugBundle(profile: profile, environment: [:], now: Date())
      let (written, bytes) = try bundle.write(to: path, with: [])
      #expect(written == path && bytes > 500)
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      #expect(throws: CommandFailure.self) { try bundle.write(to: path, with: []) }
      #expect(throws: CommandFailure.self) {
        try bundle.write(to: profile.places.data.path + "/none/bundle.txt", with: [])
      }
      #expect(!profile.exists)
    }
  }
}
