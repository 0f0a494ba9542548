/// Why the program does something.
package enum Wakeup<Posted: Sendable>: Sendable {
  case terminal(TerminalEvent)
  /// Another thread posted this to the mailbox.
  case posted(Posted)
  case signal(ProcessSignal)
  /// The deadline that was given has come.
  case deadline
  /// No input will come any more: the terminal is gone. Told once.
  case inputClosed
}

extension Wakeup: Equatable where Posted: Equatable {}
