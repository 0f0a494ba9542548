import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

extension State {
  /// Presses keys by their names; what they ask of the program.
  @discardableResult
  mutating func press(_ names: String...) -> [Effect] {
    names.flatMap { name -> [Effect] in
      guard let press = KeyPress(named: name) else {
        Issue.record("There is no key “\(name)”.")
        return []
      }
      return Interface.update(&self, .terminal(.key(press)))
    }
  }

  /// Types a text letter by letter.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { Interface.update(&self, .terminal(.key(KeyPress(.character($0))))) }
  }

  @discardableResult
  mutating func send(_ event: Event) -> [Effect] { Interface.update(&self, event) }

  /// Lets a time pass in which nobody types, in seconds.
  mutating func pause(_ seconds: Double = 1) {
    send(.time(context.now.addingTimeInterval(seconds), Fixture.today))
  }

  var picture: Frame { Interface.render(self) }

  func screen<Screen: ScreenState>(_ type: Screen.Type) -> Screen? { screens.last as? Screen }
}

extension ListScreen {
  /// With a task selected.
  init(selected id: String) {
    self.init()
    place.select(ReminderID(rawValue: id))
  }
}

extension State {
  var listScreen: ListScreen? { screens.first as? ListScreen }
  var selected: String? { listScreen?.place.selected?.rawValue }
  var footer: String { picture.text(ofRow: size.rows - 2) }
}
