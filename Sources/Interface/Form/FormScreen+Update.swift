import Reminders
import Terminal

extension FormScreen {
  mutating func perform(_ command: Command, _ context: Context) -> [Step] { command == .back ? [.close] : [] }
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {}
}
