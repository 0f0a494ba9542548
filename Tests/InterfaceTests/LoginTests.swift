import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Logging in from within")
struct LoginTests {
  private static let known = ProfileFacts(
    name: "default", isLoggedIn: true, lastLogin: .domain("https://acme.my.salesforce.com"), clientID: "3MVG9acme",
    hasSalesforceCLI: true)

  private func login(_ keys: String..., profile: ProfileFacts = ProfileFacts(name: "default")) -> State {
    var state = Fixture.state(profile: profile)
    state.press("L")
    for key in keys { state.press(key) }
    return state
  }

  private func waiting(_ invitation: LoginInvitation = Fixture.invitation) -> State {
    var state = login("enter")
    state.send(.login(.waiting(invitation)))
    return state
  }

  @Test("A login that ended is made again with two keys: where it was, and by the same app")
  func again() {
    var state = login(profile: Self.known)
    #expect(state.picture.text.contains("acme.my.salesforce.com"))
    #expect(state.picture.text.contains("3MVG9acme"))
    #expect(state.press("enter") == [.logIn(.domain("https://acme.my.salesforce.com"))])
  }

  @Test(
    "What was used last is the first choice, and stands there once",
    arguments: [
      (nil, [LoginChoice.production, .sandbox, .domain]),
      (.production, [.production, .sandbox, .domain]),
      (.sandbox, [.sandbox, .production, .domain]),
      (
        .domain("https://x.my.salesforce.com"),
        [
          .again(.domain("https://x.my.salesforce.com")), .production, .sandbox, .domain,
        ]
      ),
      (
        .salesforceCLI(username: "ada@acme.com"),
        [
          .again(.salesforceCLI(username: "ada@acme.com")), .production, .sandbox, .domain,
        ]
      ),
    ] as [(LoginPlace?, [LoginChoice])])
  func choices(last: LoginPlace?, choices: [LoginChoice]) {
    #expect(LoginChoice.all(ProfileFacts(name: "x", lastLogin: last)) == choices)
    let withCLI = ProfileFacts(name: "x", lastLogin: last, hasSalesforceCLI: true)
    #expect(LoginChoice.all(withCLI) == choices + [.salesforceCLI])
  }

  @Test("Each way is begun with enter")
  func ways() {
    let profile = ProfileFacts(name: "default", hasSalesforceCLI: true)
    var state = login(profile: profile)
    #expect(state.press("enter") == [.logIn(.production)])
    state = login("j", profile: profile)
    #expect(state.press("enter") == [.logIn(.sandbox)])
    state = login("j", "j", "down", profile: profile)
    #expect(state.press("enter") == [.logIn(.salesforceCLI(username: nil))])
    #expect(state.picture.text.contains("Salesforce CLI is asked"))
    state = login("j", "j", "down", profile: profile)
    #expect(state.picture.text.contains("the default org of sf"))
    state.type("work")
    #expect(!state.picture.text.contains("the default org of sf"))
    #expect(state.press("enter") == [.logIn(.salesforceCLI(username: "work"))])
  }

  @Test("An own domain is typed; a wrong one is told at the field, and stays as typed")
  func domain() {
    var state = login("j", "j")
    #expect(state.press("enter") == [])
    #expect(state.picture.text.contains("Type the org's own domain"))
    state.type("http://jack.example")
    #expect(state.press("enter") == [.logIn(.domain("http://jack.example"))])
    state.send(.login(.unusableAddress("jack.example can be reached by https only: write https://")))
    #expect(state.picture.text.contains("jack.example can be reached by https only"))
    #expect(state.picture.text.contains("http://jack.example"))
    state.press("ctrl-u")
    state.send(.terminal(.paste("acme")))
    #expect(state.press("enter") == [.logIn(.domain("acme"))])
  }

  @Test("While the browser is waited for, the seconds that are left are counted, and nothing is done besides")
  func countdown() {
    var state = waiting()
    #expect(state.picture.text.contains("4:32 left"))
    #expect(Interface.nextDeadline(state) == Fixture.now.addingTimeInterval(1))
    state.send(.time(Fixture.now.addingTimeInterval(1), Fixture.today))
    #expect(state.picture.text.contains("4:31 left"))
    #expect(Interface.nextDeadline(state) == Fixture.now.addingTimeInterval(2))
  }

  @Test("The whole address is on the screen from the left edge, and y copies it")
  func address() {
    var state = waiting()
    let lines = (0..<24).map { state.picture.text(ofRow: $0) }
    #expect(lines.joined().contains(Fixture.invitation.address))
    #expect(state.press("y") == [.copy(Fixture.invitation.address)])
    var small = waiting()
    small.send(.terminal(.resize(Size(columns: 40, rows: 10))))
    #expect(small.picture.text.contains("https://login.salesforce.com"))
    for _ in 0..<20 { small.press("down") }
    #expect(small.picture.text.contains("S256"))
  }

  @Test(
    "What is pasted or typed goes to the login; of its code nothing is ever on the screen", arguments: [true, false])
  func pasted(isPasted: Bool) {
    var state = waiting()
    let answer = "http://localhost:1717/OauthRedirect?code=aPrxSecretCode&state=3Z0X"
    if isPasted {
      state.send(.terminal(.paste(answer)))
    } else {
      for index in answer.indices {
        state.type(String(answer[index]))
        #expect(!state.picture.text.contains("aPrx"))
      }
    }
    #expect(state.picture.text.contains("http://localhost:1717/OauthRedirect••••"))
    #expect(!state.picture.text.contains("aPrx"))
    #expect(state.press("enter") == [.finishLogin(answer)])
    #expect(!state.picture.text.contains("OauthRedirect•"))
    state.send(.terminal(.paste("aPrxSecretCode")))
    #expect(!state.picture.text.contains("aPrx"))
  }

  @Test("An answer of no use is told, and the right one may still come")
  func stray() {
    var state = waiting()
    state.send(.terminal(.paste("nothing")))
    state.press("enter")
    state.send(.login(.answerRefused("there is no code in it; copy the whole address")))
    #expect(state.picture.text.contains("There is no code in it"))
    #expect(state.picture.text.contains("left"))
    state.send(.terminal(.paste("again")))
    #expect(state.press("enter") == [.finishLogin("again")])
  }

  @Test("Esc takes out what was pasted, then gives up the login, then closes")
  func givesUp() {
    var state = waiting()
    state.send(.terminal(.paste("something")))
    #expect(state.press("esc") == [])
    #expect(state.press("esc") == [.cancelLogin])
    // What was on its way already changes nothing.
    state.send(.login(.waiting(Fixture.invitation)))
    #expect(state.screen(LoginScreen.self)?.stage == .choosing)
    state.press("esc")
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("A port that is taken is no obstacle: it says why, and that the address has to be pasted")
  func portTaken() {
    let state = waiting(
      LoginInvitation(
        address: "https://x.example/", until: Fixture.invitation.until, isOpen: false,
        obstacle: "another program uses port 1717; paste the address"))
    #expect(state.picture.text.contains("Another program uses port 1717; paste the address."))
  }

  @Test("A failure says what to do; enter tries again, esc goes back to the choice")
  func failure() {
    var state = login("j", "enter")
    state.send(.login(.failed(LoginFailure("access was not allowed in the browser; log in again"))))
    #expect(state.picture.text.contains("Access was not allowed in the browser; log in again."))
    #expect(!state.footer.contains("profiles"))
    #expect(state.press("enter") == [.logIn(.sandbox)])
    state.send(.login(.failed(LoginFailure("no"))))
    state.press("esc")
    #expect(state.screen(LoginScreen.self)?.choice == .sandbox)
  }

  @Test("A login of another user or org offers another profile")
  func otherProfile() {
    var state = login("enter")
    state.send(.login(.failed(LoginFailure("This profile belongs to Ada", isOfOtherProfile: true))))
    #expect(state.footer.contains("P profiles"))
    #expect(state.press("P") == [.listProfiles])
  }

  @Test("After the login the tasks are there again; where sync was never decided on, its box is asked first")
  func connected() {
    for asks in [false, true] {
      var state = login("enter")
      state.send(.login(.checking))
      state.send(
        .login(
          .connected(
            LoginConnection(user: "Ada Lovelace", org: "https://acme.my.salesforce.com", asksForSync: asks))))
      #expect(state.footer.contains("Connected to acme.my.salesforce.com as Ada Lovelace"))
      #expect((state.screen(SettingsScreen.self) != nil) == asks)
      guard asks else { continue }
      state.send(.list(ListContents()))
      #expect(state.press("space") == [.set(.sync, "on")])
      #expect(state.screen(ListScreen.self) != nil)
    }
  }

  @Test("Logging out is asked for, and can only be where there is a login")
  func logOut() {
    var state = login(profile: Self.known)
    #expect(state.footer.contains("o log out"))
    #expect(state.press("o") == [])
    #expect(state.footer.contains("Log out? The tasks stay here."))
    #expect(state.press("x") == [])
    state.press("o")
    #expect(state.press("y") == [.logOut])
    var none = login()
    #expect(!none.footer.contains("o log out"))
    none.press("o")
    #expect(none.footer.contains("This profile is not logged in"))
  }

  @Test("The indicator names the key, and the key is there where tasks are shown and in the settings")
  func key() {
    var state = Fixture.state(status: SyncStatus(state: .loginNeeded))
    #expect(state.picture.text(ofRow: 23).contains("Login needed: L"))
    state.press(",")
    state.press("L")
    #expect(state.screen(LoginScreen.self) != nil)
  }
}
