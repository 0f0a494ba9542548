import Foundation
import Terminal

/// A screen: what it knows, which keys it has, what they do, and how it looks.
///
/// A screen changes nothing but itself; what else has to happen it returns as steps.
protocol ScreenState: Sendable {
  /// In the header.
  var title: String { get }
  /// Which keys are in force, the first that has a key wins.
  var scopes: [Scope] { get }
  /// What the help of this screen tells of.
  var helpScopes: [Scope] { get }
  /// Whether it covers only a part of the screen below it.
  var isOverlay: Bool { get }
  /// Whether it draws the line above the status bar itself.
  var hasFooter: Bool { get }
  /// Whether it waits for an effect to be answered.
  var isSaving: Bool { get }

  /// What the line of hints says of a key now; `nil` where it would only crowd it.
  func hint(for binding: KeyBinding, _ context: Context) -> String?
  mutating func perform(_ command: Command, _ context: Context) -> [Step]
  /// A key that is no command here.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step]
  mutating func paste(_ text: String, _ context: Context) -> [Step]
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step]
  /// The effect that it waits for was carried out or failed.
  mutating func answered(_ answer: Answer, _ context: Context) -> [Step]
  /// What was looked up for it was found.
  mutating func lookedUp(_ answer: LookUpAnswer, _ context: Context) -> [Step]
  mutating func told(_ news: News, _ context: Context) -> [Step]
  /// When its picture changes or it has something to do by time alone.
  func nextDeadline(_ context: Context) -> Date?
  mutating func timePassed(_ context: Context) -> [Step]
  /// Called after every event, with the area that it is drawn in.
  mutating func settle(in area: Rectangle, _ context: Context)
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context)
}

extension ScreenState {
  var helpScopes: [Scope] { scopes }
  var isOverlay: Bool { false }
  var hasFooter: Bool { false }
  var isSaving: Bool { false }
  func hint(for binding: KeyBinding, _ context: Context) -> String? { binding.hint }
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [] }
  mutating func paste(_ text: String, _ context: Context) -> [Step] { [] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [] }
  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] { [] }
  mutating func lookedUp(_ answer: LookUpAnswer, _ context: Context) -> [Step] { [] }
  mutating func told(_ news: News, _ context: Context) -> [Step] { [] }
  func nextDeadline(_ context: Context) -> Date? { nil }
  mutating func timePassed(_ context: Context) -> [Step] { [] }
  mutating func settle(in area: Rectangle, _ context: Context) {}
}

/// What a screen wants to happen outside of itself.
enum Step {
  case effect(Effect)
  case open(any ScreenState)
  /// Closes all but the home screen, and shows a task or a view there.
  case show(Destination)
  /// Closes the screen that asks.
  case close
  case say(String)
  case warn(String)
  /// Keeps what was typed for a new task.
  case keepEntry(String)
}
