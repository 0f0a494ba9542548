import Foundation
import Reminders
import Terminal

@testable import Interface

extension Sample {
  static let commands: [Sample] = [
    Sample("palette", "The palette over the agenda, just opened.") { $0.press(":") },
    Sample("palette-typed", "The palette after “snz”.") { state in
      state.press(":")
      state.type("snz")
    },
    Sample("palette-nothing", "The palette after letters that fit to no command.") { state in
      state.press(":")
      state.type("xqz")
    },
    Sample("help", "The keys of the agenda.") { $0.press("?") },
    Sample("help-search", "The help while “gone fröm” is searched in it.") { state in
      state.press("?", "/")
      state.type("gone fr\u{F6}m")
    },
    Sample("connection", "What was found at connection: a read-only and a hidden field.") { state in
      state.send(.connection(Fixture.connection))
      state.press("i")
    },
    Sample("connection-end", "The end of what was found at connection.") { state in
      state.send(.connection(Fixture.connection))
      state.press("i", "G")
    },
    Sample("connection-choice", "The org's own values for an open task, one of which is to be chosen.") { state in
      var facts = Fixture.connection
      facts.statuses = ["Open", "In Progress", "Done"]
      state.send(.connection(facts))
      state.press("enter")
    },
    Sample("connection-none", "No org was connected yet.", status: SyncStatus(state: .off)) { $0.press("i") },
    Sample("welcome", "The first start, without a profile.", isNew: true),
    Sample(
      "welcome-profile", "A profile that is new, after esc in its login.",
      profile: ProfileFacts(name: "work", isOneOfSeveral: true), isNew: true
    ) {
      $0.press("esc")
    },
    Sample("profiles", "The profiles.", profile: ProfileFacts(name: "default", isOneOfSeveral: true)) {
      profiles(&$0)
    },
    Sample("profiles-new", "The name of a new profile while it is typed.") { state in
      profiles(&state)
      state.press("a")
      state.type("work")
    },
    Sample("profiles-delete", "The question before a profile is deleted.") { state in
      profiles(&state)
      state.press("d")
    },
  ]

  private static func profiles(_ state: inout State) {
    state.press("P")
    state.send(.profiles(Fixture.profiles))
    state.press("j")
  }

  static let settings: [Sample] = [
    Sample(
      "settings-off", "The settings before the sync box was ever ticked.", agenda: ListContents(),
      status: SyncStatus(state: .off, org: "acme.my.salesforce.com")
    ) {
      $0.press(",")
    },
    Sample("settings", "The settings, synced by polling.", status: polling) { $0.press(",") },
    Sample("settings-template", "The subject template while it is typed, with a field that does not exist.") { state in
      state.press(",", "j", "enter")
      state.type(" {{activity_name}}")
    },
    Sample("settings-value", "The values of the org for a completed task.") { state in
      state.send(.connection(Fixture.connection))
      state.press(",", "j", "j", "j", "j", "enter")
    },
    Sample("settings-end", "The end of the settings.", status: polling) { $0.press(",", "G") },
  ]

  private static var polling: SyncStatus {
    SyncStatus(
      state: .polling(every: .seconds(15)),
      reason: "The org has no Change Data Capture for Task, so changes are asked for.", lastSync: Fixture.now,
      org: "https://acme.my.salesforce.com", user: "ada@acme.com")
  }

  static let logins: [Sample] = [
    Sample("login", "L in a profile that was logged in before: where to log in.", profile: known) { $0.press("L") },
    Sample("login-domain", "The org's own domain while it is typed.") { state in
      state.press("L", "j", "j")
      state.type("acme--dev")
    },
    Sample("login-browser", "The browser is waited for.") { state in
      state.press("L", "enter")
      state.send(.login(.waiting(Fixture.invitation)))
    },
    Sample("login-pasted", "The browser is waited for, and its last address was pasted.") { state in
      state.press("L", "enter")
      state.send(.login(.waiting(Fixture.invitation)))
      state.send(.terminal(.paste("http://localhost:1717/OauthRedirect?code=aPrxSecret")))
    },
    Sample("login-busy", "What was answered is being checked.") { state in
      state.press("L", "enter")
      state.send(.login(.checking))
    },
    Sample("login-failed", "A login of another user than the profile's.") { state in
      state.press("L", "enter")
      state.send(
        .login(
          .failed(
            LoginFailure(
              "This profile belongs to Ada Lovelace at https://acme.my.salesforce.com, but the login is for Charles"
                + " Babbage at https://other.my.salesforce.com: use another profile (--profile NAME).",
              isOfOtherProfile: true))))
    },
    Sample("log-out", "The question before a logout.", profile: known) { $0.press("L", "o") },
  ]

  private static let known = ProfileFacts(
    name: "default", isLoggedIn: true, lastLogin: .domain("https://acme.my.salesforce.com"), clientID: "3MVG9acme",
    hasSalesforceCLI: true)
}
