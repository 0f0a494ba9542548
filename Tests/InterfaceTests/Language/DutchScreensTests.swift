import Localization
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Screens in another language")
struct DutchScreensTests {
  private func inDutch(_ body: () throws -> Void) throws {
    try Localization.with(LanguageTests.language("nl"), .international, body)
  }

  @Test(
    "The palette finds a command by the words that are shown, and by its name in the configuration",
    arguments: [("instell", Command.settings), ("half_page_down", .halfPageDown), ("view_trash", .viewTrash)])
  func palette(typed: String, command: Command) throws {
    try inDutch {
      var state = Fixture.state()
      state.press(":")
      state.type(typed)
      #expect(state.screen(PaletteScreen.self)?.matches.first?.item.command == command)
    }
  }

  @Test("The search of the help does, too", arguments: ["meteen stop", "interrupt"])
  func help(typed: String) throws {
    try inDutch {
      var state = Fixture.state()
      state.press("?", "/")
      state.type(typed)
      #expect(state.picture.text.contains("meteen stoppen"))
    }
  }

  @Test("The example of a new task is one")
  func example() throws {
    try inDutch {
      let line = localized("e.g. Call Ada tomorrow !high #call @Ada Lovelace").drop { $0 != " " }
      let entry = try QuickEntry(String(line), today: Fixture.today.day)
      #expect(entry.due == Fixture.today.day.adding(days: 1))
      #expect(entry.priority == .high)
      #expect(entry.kind == .call)
      #expect(entry.personName == "Ada Lovelace")
    }
  }

  @Test("The form takes the first letters of the words that it shows, and a new task is due today")
  func form() throws {
    try inDutch {
      var state = Fixture.state()
      state.press("A")
      state.type("Offerte sturen")
      state.press("tab", "tab", "h")
      let effects = state.press("ctrl-s")
      var fields = ReminderFields(name: "Offerte sturen")
      fields.due = Fixture.today.day
      fields.priority = .high
      #expect(effects == [.perform(.create(ReminderDraft(fields: fields)))])
    }
  }

  @Test("No label touches what stands beside it")
  func labels() throws {
    try inDutch {
      for item in SettingItem.allCases where item != .sync {
        #expect(DisplayText(item.title).width + 2 < SettingsLayout.valueColumn)
      }
      for field in FormField.allCases {
        #expect(DisplayText(field.title).width + 2 < FormLayout.labelWidth)
      }
    }
  }
}
