import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Quick add")
struct QuickAddTests {
  private func entry(_ text: String) throws -> QuickEntry { try QuickEntry(text, today: Fixture.today.day) }

  @Test("Enter adds what is typed, and the line closes when it is on the disk")
  func add() throws {
    var state = Fixture.state()
    state.press("a")
    state.type("Call Ada tomorrow !high")
    #expect(state.press("enter") == [.add(try entry("Call Ada tomorrow !high"))])
    #expect(state.screen(QuickAdd.self) != nil)
    state.send(.performed(ActionReport(summary: "Added “Call Ada”", reminders: [])))
    #expect(state.screen(QuickAdd.self) == nil)
    #expect(state.footer.contains("Added “Call Ada”  u undoes it"))
    state.press("a")
    #expect(state.screen(QuickAdd.self)?.field.text == "")
  }

  @Test("A second enter does not add it twice")
  func once() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call Ada")
    state.press("enter")
    #expect(state.press("enter") == [])
  }

  @Test("On a failure it says why, and keeps what was typed")
  func failure() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call Ada @Nobody")
    state.press("enter")
    state.send(.failed("No person “Nobody” is known here."))
    #expect(state.screen(QuickAdd.self)?.field.text == "Call Ada @Nobody")
    #expect(state.picture.text.contains("No person “Nobody”"))
    state.type("x")
    #expect(state.press("enter").count == 1)
  }

  @Test("What cannot be read is not added")
  func invalid() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call #fax")
    #expect(state.press("enter") == [])
    #expect(state.picture.text.contains("no kind"))
  }

  @Test("esc keeps the text for the next time")
  func keeps() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call A")
    state.press("esc")
    #expect(state.screens.count == 1)
    state.press("a")
    #expect(state.screen(QuickAdd.self)?.field.text == "Call A")
  }

  @Test("Leaving while it is being added does not bring the text back")
  func leftWhileSaving() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call Ada")
    state.press("enter", "esc")
    state.send(.performed(ActionReport(summary: "Added", reminders: [])))
    state.press("a")
    #expect(state.screen(QuickAdd.self)?.field.text == "")
  }

  @Test("Enter on an empty line closes it")
  func empty() {
    var state = Fixture.state()
    #expect(state.press("a", "space", "enter") == [])
    #expect(state.screens.count == 1)
  }

  @Test("A paste with line breaks becomes one line, and never adds by itself")
  func paste() {
    var state = Fixture.state()
    state.press("a")
    #expect(state.send(.terminal(.paste("Call Ada\nabout renewal\r\n"))) == [])
    #expect(state.screen(QuickAdd.self)?.field.text == "Call Ada about renewal")
  }

  @Test("Letters are text, not commands; a paste outside of a text does nothing")
  func text() {
    var state = Fixture.state()
    #expect(state.send(.terminal(.paste("dddq"))) == [])
    state.press("a")
    #expect(state.type("quit ?, d") == [])
    #expect(state.screen(QuickAdd.self)?.field.text == "quit ?, d")
  }

  @Test("Nothing is lost when rows come, the screen changes its size, or the time goes on")
  func disturbed() {
    var state = Fixture.state()
    state.press("a")
    state.type("Call")
    state.send(.list(ListContents()))
    state.send(.terminal(.resize(Size(columns: 30, rows: 5))))
    state.send(.time(Fixture.now.addingTimeInterval(60), Fixture.today))
    state.send(.terminal(.resize(Size(columns: 80, rows: 24))))
    state.type(" Ada")
    #expect(state.screen(QuickAdd.self)?.field.text == "Call Ada")
  }
}
