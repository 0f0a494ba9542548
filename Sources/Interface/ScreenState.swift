import Foundation
import Reminders
import Terminal

/// A screen: what it knows, which keys it has, what they do, and how it looks.
///
/// A screen changes nothing but itself; what else has to happen it returns as steps.
protocol ScreenState: Sendable {
  /// In the header.
  var title: String { get }
  /// In the header, where there is room: this screen and those beside it.
  func tabs(_ context: Context) -> [Header.Tab]
  /// Which keys are in force, the first that has a key wins.
  var scopes: [Scope] { get }
  /// What the help of this screen tells of.
  var helpScopes: [Scope] { get }
  /// Whether it covers only a part of the screen below it.
  var isOverlay: Bool { get }
  /// Whether it draws the line above the status bar itself.
  var hasFooter: Bool { get }
  /// Whether that line is needed for what is typed, so that nothing is said there.
  var keepsFooter: Bool { get }
  /// Whether it waits for an effect to be answered.
  var isSaving: Bool { get }
  /// Whether keys have to wait until what it asked for is answered.
  var isWaiting: Bool { get }

  /// What is said before the hints; `nil` for nothing.
  func hintLead(_ context: Context) -> String?
  /// How many lines at its bottom it leaves to hints that are always to be seen; with none they are where it is said what
  /// was done, as long as nothing is said.
  func hintRows(_ context: Context) -> Int
  /// What the line of hints says of a key now; `nil` where it would only crowd it.
  func hint(for binding: KeyBinding, _ context: Context) -> String?
  mutating func perform(_ command: Command, _ context: Context) -> [Step]
  /// A key that is no command here.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step]
  mutating func paste(_ text: String, _ context: Context) -> [Step]
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step]
  /// The effect that it waits for was carried out or failed.
  mutating func answered(_ answer: Answer, _ context: Context) -> [Step]
  mutating func told(_ news: News, _ context: Context) -> [Step]
  /// Adds what it shows to what is asked for the list.
  func extend(_ query: inout ListQuery)
  /// When its picture changes or it has something to do by time alone.
  func nextDeadline(_ context: Context) -> Date?
  mutating func timePassed(_ context: Context) -> [Step]
  /// Called after every event, with the area that it is drawn in.
  mutating func settle(in area: Rectangle, _ context: Context)
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context)
}

extension ScreenState {
  func tabs(_ context: Context) -> [Header.Tab] { [] }
  var helpScopes: [Scope] { scopes }
  var isOverlay: Bool { false }
  var hasFooter: Bool { false }
  var keepsFooter: Bool { hasFooter }
  var isSaving: Bool { false }
  var isWaiting: Bool { false }
  func hintLead(_ context: Context) -> String? { nil }
  func hintRows(_ context: Context) -> Int { 0 }
  func hint(for binding: KeyBinding, _ context: Context) -> String? { binding.hint }
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [] }
  mutating func paste(_ text: String, _ context: Context) -> [Step] { [] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [] }
  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] { [] }
  mutating func told(_ news: News, _ context: Context) -> [Step] { [] }
  func extend(_ query: inout ListQuery) {}
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
  /// Tells all screens, which one of them waits for.
  case tell(News)
  /// Carries out a command on the screen below, as its key would.
  case run(Command)
  /// Does to the task of the reminder that is shown what was chosen.
  case answerReminder(Command)
  case say(String)
  case warn(String)
  /// Shows what fits to a filter in the list.
  case narrow(ListFilter)
  /// Shows the lists in these orders.
  case sort(ListOrders)
  /// Keeps what was typed for a new task.
  case keepEntry(String)
}
