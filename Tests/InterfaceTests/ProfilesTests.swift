import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("The profiles")
struct ProfilesTests {
  private func profiles(_ keys: String..., open: String = "default") -> State {
    var state = Fixture.state(profile: ProfileFacts(name: open, isOneOfSeveral: true))
    #expect(state.press("P") == [.listProfiles])
    state.send(.profiles(Fixture.profiles))
    for key in keys { state.press(key) }
    return state
  }

  @Test("The one that is open is selected; enter goes on with another one, and closes on the same")
  func enter() {
    var state = profiles(open: "customer")
    #expect(state.press("k", "enter") == [.openProfile("sandbox")])
    state = profiles()
    #expect(state.press("enter") == [])
    #expect(state.screen(ListScreen.self) != nil)
  }

  @Test("What is being saved is saved first")
  func unsaved() {
    var state = Fixture.state()
    state.press("d", "P")
    state.send(.profiles(Fixture.profiles))
    #expect(state.press("j", "enter") == [])
    #expect(state.footer.contains("A change is still being saved"))
    state.send(.performed(nil))
    #expect(state.press("enter") == [.openProfile("sandbox")])
  }

  @Test(
    "Where something is typed, no key leads to another profile", arguments: [["a"], ["A"], ["e"], [",", "j", "enter"]])
  func typing(keys: [String]) {
    var state = Fixture.state()
    for key in keys { state.press(key) }
    let screens = state.screens.count
    #expect(state.press("P") == [])
    #expect(state.screens.count == screens)
  }

  @Test("A new one gets a name that can name a file, and leads to its login")
  func new() {
    var state = profiles("a")
    for (name, error) in [
      ("a/b", "cannot name a profile"), ("sandbox", "already"), ("demo", "the demo's own"),
      ("", "cannot name a profile"),
    ] {
      state.press("ctrl-u")
      state.type(name)
      #expect(state.press("enter") == [])
      #expect(state.picture.text.contains(error), "\(name)")
    }
    state.type("work")
    #expect(state.press("enter") == [.openProfile("work")])
    var opened = Fixture.state(profile: ProfileFacts(name: "work", isOneOfSeveral: true), isNew: true)
    #expect(opened.screen(LoginScreen.self) != nil)
    opened.press("esc")
    #expect(opened.picture.text.contains("The profile “work” is new"))
    #expect(opened.press("P") == [.listProfiles])
    opened.press("esc", "c")
    opened.send(
      .login(.connected(LoginConnection(user: "Ada", org: "https://acme.my.salesforce.com", asksForSync: true))))
  }

  @Test("The first login of a new one makes it, and opens it")
  func firstLogin() {
    var state = Fixture.state(profile: ProfileFacts(name: "work", isOneOfSeveral: true), isNew: true)
    let connection = LoginConnection(user: "Ada", org: "https://acme.my.salesforce.com", asksForSync: true)
    #expect(state.send(.login(.connected(connection))) == [.openProfile("work")])
  }

  @Test("Deleting one is asked for, and what would be lost is said; the one that is open stays")
  func delete() {
    var state = profiles("j", "d")
    #expect(state.footer.contains("2 changes were not sent, and are lost"))
    #expect(state.press("n") == [])
    state.press("d")
    #expect(state.press("y") == [.deleteProfile("sandbox", losing: 2)])
    #expect(state.press("enter") == [], "it is being deleted")
    state.send(.performed(nil))
    state.send(.profiles(Fixture.profiles.filter { $0.name != "sandbox" }))
    #expect(!state.picture.text.contains("acme--dev"))
    state = profiles("d")
    #expect(state.footer.contains("This profile is open"))
    #expect(state.press("y") == [])
    // The question is seen at once, whatever was said just before.
    state.press("j", "d")
    #expect(state.footer.contains("Delete “sandbox”"))
  }

  @Test("The status bar names the profile where there are several")
  func statusBar() {
    let bar = { (state: State) in state.picture.text(ofRow: 23) }
    #expect(!bar(Fixture.state(120)).contains("default"))
    var state = Fixture.state(120, profile: ProfileFacts(name: "work", isOneOfSeveral: true))
    #expect(bar(state).contains("work  acme.my.salesforce.com"))
    state.send(.profiles([ProfileSummary(name: "work")]))
    #expect(!bar(state).contains("work"))
  }

  @Test("What was typed for a new task is there when its profile is opened again")
  func unfinished() {
    var state = Fixture.state()
    state.press("a")
    state.type("Half a task")
    state.press("esc")
    #expect(state.unfinished == Unfinished(entry: "Half a task"))
    var again = State(
      size: state.size, now: Fixture.now, today: Fixture.today, timeZone: Fixture.timeZone,
      unfinished: state.unfinished)
    again.press("a")
    #expect(again.picture.text.contains("Half a task"))
  }
}
