import Foundation
import Reminders
import Terminal

@testable import Interface

/// A day of a sales rep, for all tests: Tuesday 24 November 2026, 13:05 in UTC.
enum Fixture {
  static let now = Date(timeIntervalSince1970: 1_795_525_500)
  static let timeZone = TimeZone.gmt
  static let today = LocalDay(at: now, in: timeZone)
  static let carla = "Carla Jones"

  /// A reminder, by its name and what is special about it.
  static func row(
    _ name: String, _ id: String, due: Int? = 0, kind: Reminder.Kind = .custom, priority: Reminder.Priority = .normal,
    person: String? = nil, relatedTo: String? = nil, isCompleted: Bool = false, details: String = "",
    mark: SyncMark = .synced, status: String? = nil, salesforcePriority: String? = nil, isClosedThere: Bool = false,
    refusal: Refusal? = nil, change: RemoteChange? = nil
  ) -> ReminderRow {
    let fields = ReminderFields(
      name: name, isCompleted: isCompleted, priority: priority, due: due.map { today.day.adding(days: $0) },
      details: details, assignee: RecordReference(id: "005", name: "Ada Admin"),
      person: person.map { RecordReference(id: "003" + $0, name: $0) },
      relatedTo: relatedTo.map { RecordReference(id: "001" + $0, name: $0) }, kind: kind)
    let reminder = Reminder(
      id: ReminderID(rawValue: id), salesforceID: mark == .localOnly ? nil : "00TAc00000\(id)MAQ", fields: fields,
      completedAt: isCompleted ? now.addingTimeInterval(-3_600) : nil,
      createdAt: now.addingTimeInterval(-86_400))
    return ReminderRow(
      reminder: reminder, mark: mark, salesforceStatus: status, salesforcePriority: salesforcePriority,
      isClosedThere: isClosedThere, refusal: refusal, remoteChange: change)
  }

  /// A full day: something of everything.
  static var agenda: ListContents {
    var contents = ListContents.agenda(
      overdue: [
        row(
          "Renew the support contract", "o1", due: -1, kind: .email, priority: .high, person: "Grace Hopper",
          relatedTo: "Harvard Mark"),
        row("Ask for the signed order form", "o2", due: -5, kind: .call, person: "Alan Turing", relatedTo: "Bletchley"),
        row("Clean up the pipeline", "o3", due: -40),
      ],
      today: [
        row(
          "Call Ada about renewal", "t1", kind: .call, priority: .high, person: "Ada Lovelace",
          relatedTo: "Analytical Engines",
          details: "She asked for a three year price.\nBring the usage report of last quarter, and the list of open"
            + " support cases."),
        row(
          "Send the revised proposal", "t2", kind: .email, person: "Charles Babbage", relatedTo: "Difference Ltd",
          mark: .pending),
        row(
          "Prepare the quarterly business review", "t3", person: "Katherine Johnson", relatedTo: "Orbital Trajectories",
          status: "In Progress"),
        row(
          "Connect with the new buyer", "t4", kind: .inMail, person: "Hedy Lamarr", relatedTo: "Frequency Hopping",
          mark: .conflict),
        row(
          "Update the forecast", "t5", mark: .refused,
          refusal: Refusal(
            code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "A task of a closed opportunity cannot be changed.")),
        row(
          "Book the demo room", "t6", kind: .custom, relatedTo: "Acme Corp", status: "Cancelled", isClosedThere: true),
      ],
      tomorrow: [
        row(
          "Follow up on the trade show leads", "m1", due: 1, kind: .email, person: "Margaret Hamilton",
          relatedTo: "Apollo Guidance", salesforcePriority: "Low"),
        row("Water the plants", "m2", due: 1, mark: .localOnly),
      ],
      completed: [
        row("Confirm the meeting with Joan", "c1", kind: .call, person: "Joan Clarke", isCompleted: true),
        row("Read the release notes", "c2", isCompleted: true),
      ])
    contents.counts.pending = 2
    contents.counts.conflicts = 1
    contents.counts.refused = 1
    contents.settings.isOn = true
    contents.conflicts = [
      ReminderID(rawValue: "t4"): [
        ConflictEntry(
          reminder: ReminderID(rawValue: "t4"), subject: .field(.due), kept: .there, hereValue: "2026-11-25",
          thereValue: "2026-11-24", author: carla, authorAt: now.addingTimeInterval(-600))
      ]
    ]
    return contents
  }

  static var status: SyncStatus {
    SyncStatus(
      state: .live, lastSync: now.addingTimeInterval(-20), org: "https://acme.my.salesforce.com", user: "ada@acme.com")
  }

  static var invitation: LoginInvitation {
    LoginInvitation(
      address: "https://login.salesforce.com/services/oauth2/authorize?response_type=code&client_id=PlatformCLI"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A1717%2FOauthRedirect&scope=api%20refresh_token"
        + "&state=3Z0X1qY7v9k2u5n8r1t4w7z0c3f6i9l2o5s8v1y4b7e&code_challenge=Gm5a1e4kq7t0w3z6c9f2i5l8o1r4u7x0a3d6g9j2m5p"
        + "&code_challenge_method=S256",
      until: now.addingTimeInterval(272), isOpen: true)
  }

  static var profiles: [ProfileSummary] {
    [
      ProfileSummary(
        name: "default", org: "https://acme.my.salesforce.com", user: "Ada Lovelace", isSyncOn: true, login: .present),
      ProfileSummary(
        name: "sandbox", org: "https://acme--dev.sandbox.my.salesforce.com", user: "Ada Lovelace", isSandbox: true,
        isSyncOn: true, pending: 2, login: .ended),
      ProfileSummary(name: "customer", org: "https://other.my.salesforce.com", user: "Charles Babbage", login: .none),
      ProfileSummary(name: "private"),
      ProfileSummary(
        name: "old", problem: "The file /home/ada/.local/share/command-center/old.sqlite is damaged: move it away."),
    ]
  }

  /// A state with a full day, at a size.
  static func state(
    _ columns: Int = 80, _ rows: Int = 24, agenda: ListContents? = nil, status: SyncStatus? = nil,
    glyphs: Glyphs = .unicode, profile: ProfileFacts = ProfileFacts(name: "default"), isNew: Bool = false
  ) -> State {
    var state = State(
      size: Size(columns: columns, rows: rows), now: now, today: today, timeZone: timeZone, glyphs: glyphs,
      themes: ["default-dark", "default-light"], profile: profile, isNew: isNew)
    if !isNew { _ = Interface.update(&state, .list(agenda ?? Fixture.agenda)) }
    _ = Interface.update(&state, .status(status ?? (isNew ? SyncStatus(state: .off) : Fixture.status)))
    return state
  }
}

extension ListContents {
  /// The agenda with these rows.
  static func agenda(
    overdue: [ReminderRow] = [], today: [ReminderRow] = [], tomorrow: [ReminderRow] = [], completed: [ReminderRow] = []
  ) -> ListContents {
    ListContents(groups: [
      ListGroup(.overdue, rows: overdue), ListGroup(.today, rows: today), ListGroup(.tomorrow, rows: tomorrow),
      ListGroup(.completed, rows: completed),
    ])
  }
}
