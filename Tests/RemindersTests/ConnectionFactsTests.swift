import Foundation
import Testing

@testable import Reminders

@Suite("What is found at connection")
struct ConnectionFactsTests {
  static let names = [
    "Subject", "Status", "IsClosed", "Priority", "ActivityDate", "Description", "TaskSubtype", "OwnerId", "WhoId",
    "WhatId", "IsReminderSet", "ReminderDateTime", "CompletedDateTime",
  ]

  /// An org in which the user may do everything, seen from a machine in UTC.
  static func facts(_ change: (inout ConnectionFacts) -> Void = { _ in }) -> ConnectionFacts {
    let all = TaskRights.FieldRights(isCreateable: true, isUpdateable: true)
    var facts = ConnectionFacts(
      foundAt: Date(timeIntervalSince1970: 1_795_608_000), apiVersion: "67.0", userName: "Robin Rep",
      username: "robin@acme.example", timeZone: "Europe/London",
      organization: .init(name: "Acme", edition: "Enterprise Edition", instance: "EU42", isSandbox: false),
      rights: TaskRights(
        mayRead: true, mayCreate: true, mayEdit: true, mayDelete: true,
        fields: Dictionary(uniqueKeysWithValues: names.map { ($0, all) })),
      statuses: ["Not Started", "Completed"], priorities: ["High", "Normal"], isTaskInUserInterfaceAPI: true,
      externalIDFields: [], createWay: "Idempotency-Key", usage: .init(used: 100, limit: 100_000))
    change(&facts)
    return facts
  }

  static func findings(_ facts: ConnectionFacts, _ settings: SyncSettings = SyncSettings()) -> [Finding] {
    facts.findings(settings, zone: .gmt, liveWay: "changes in Salesforce are announced")
  }

  @Test("Where all is well, nothing is to be done")
  func well() {
    let findings = Self.findings(Self.facts())
    #expect(findings.allSatisfy { $0.level == .ok && $0.remedy == nil })
    #expect(Set(findings.map(\.check)).count == findings.count)
  }

  /// What is different, which check tells it, and how bad it is.
  static let troubles: [(String, @Sendable (inout ConnectionFacts) -> Void, String, Finding.Level)] = [
    ("another time zone", { $0.timeZone = "Asia/Tokyo" }, "timeZone", .warning),
    ("no right to read", { $0.rights.mayRead = false }, "task.read", .failure),
    ("no right to create", { $0.rights.mayCreate = false }, "task.create", .failure),
    ("no right to change", { $0.rights.mayEdit = false }, "task.edit", .failure),
    ("no right to delete", { $0.rights.mayDelete = false }, "task.delete", .warning),
    ("a hidden field", { $0.rights.fields["Description"] = nil }, "field.Description", .warning),
    ("a hidden field that sync needs", { $0.rights.fields["Status"] = nil }, "field.Status", .failure),
    (
      "a read-only field",
      { $0.rights.fields["Priority"] = .init(isCreateable: false, isUpdateable: false) }, "field.Priority", .warning
    ),
    ("a missing value", { $0.statuses = ["Open", "Done", "Completed"] }, "picklist.status_open", .failure),
    ("unreadable values", { ($0.statuses, $0.priorities) = ([], []) }, "picklists", .warning),
    ("few API calls left", { $0.usage = .init(used: 81_001, limit: 100_000) }, "apiUsage", .warning),
  ]

  @Test("What is missing is told with what to do", arguments: troubles.indices)
  func trouble(index: Int) throws {
    let (name, change, check, level) = Self.troubles[index]
    let found = Self.findings(Self.facts(change)).filter { $0.level > .ok }
    let finding = try #require(found.first { $0.check == check }, "\(name)")
    #expect(finding.level == level)
    #expect(finding.remedy?.isEmpty == false)
    #expect(found.count == (name == "no right to read" ? 1 : found.count))
  }

  @Test("Live updates that the user turned off are no trouble; none for him in the org are", arguments: ["off", "on"])
  func live(setting: String) throws {
    var settings = SyncSettings()
    try settings.set(.live, to: setting)
    let findings = Self.facts { _ in }
      .findings(settings, zone: .gmt, liveWay: "changes are asked for", liveReason: "because")
    let finding = try #require(findings.first { $0.check == "live" })
    #expect(finding.level == (setting == "off" ? .ok : .warning) && finding.detail.contains("because"))
  }

  @Test("The org's own values are named, and the setting to choose by")
  func choices() throws {
    let facts = Self.facts { $0.statuses = ["Open", "Done", "Completed"] }
    let finding = try #require(Self.findings(facts).first { $0.check == "picklist.status_open" })
    #expect(finding.setting == .statusOpen)
    #expect(finding.remedy?.contains("Open, Done, Completed") == true)
    var settings = SyncSettings()
    try settings.set(.statusOpen, to: "Open")
    #expect(facts.missingValues(of: settings).isEmpty)
    #expect(facts.choices(for: .subjectTemplate) == nil)
  }

  @Test(
    "The external Id field of the setting is looked at",
    arguments: [
      (nil, Finding.Level.warning, "is no external Id field"),
      ((true, true, true), .ok, "is unique"), ((false, true, true), .warning, "is not unique"),
      ((true, false, true), .warning, "cannot be filled in"), ((true, true, false), .warning, "32 characters"),
    ] as [((Bool, Bool, Bool)?, Finding.Level, String)])
  func externalID(field: (Bool, Bool, Bool)?, level: Finding.Level, words: String) throws {
    var settings = SyncSettings()
    try settings.set(.externalIDField, to: "Key__c")
    let facts = Self.facts { facts in
      facts.externalIDFields =
        field.map { [.init(name: "Key__c", isUnique: $0.0, isCreateable: $0.1, holdsKeys: $0.2)] } ?? []
    }
    let finding = try #require(Self.findings(facts, settings).first { $0.check == "externalIDField" })
    #expect(finding.level == level)
    #expect(finding.detail.contains(words))
  }

  @Test("A sandbox is said to be one, and an org that cannot be read is one without a name")
  func organization() {
    #expect(Self.findings(Self.facts { $0.organization.isSandbox = true })[0].detail.contains("sandbox"))
    let nameless = Self.facts {
      $0.organization = .init(name: nil, edition: nil, instance: nil, isSandbox: false)
    }
    #expect(Self.findings(nameless)[0].level == .ok)
  }

  @Test("Why there is no better way to be told of changes is a finding")
  func live() {
    let finding = Self.facts().findings(SyncSettings(), zone: .gmt, liveWay: "asked for", liveReason: "no PushTopics")
      .last
    #expect(finding?.detail == "asked for: no PushTopics")
    #expect(finding?.level == .warning)
    #expect(!Self.facts().findings(SyncSettings(), zone: .gmt).contains { $0.check == "live" })
  }

  @Test("Facts are worth keeping when they say something new, or are half a day older")
  func adds() {
    let known = Self.facts()
    func adds(_ change: (inout ConnectionFacts) -> Void) -> Bool { Self.facts(change).adds(to: known) }
    #expect(!adds { $0.foundAt += 3_600 })
    #expect(!adds { $0.usage = .init(used: 5, limit: 6) })
    #expect(adds { $0.foundAt += 43_200 })
    #expect(adds { $0.rights.mayDelete = false })
  }
}
