/// Why there can be no screen.
package enum TerminalError: Error, Equatable {
  /// Standard input or output is a file, a pipe, or nothing.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalType
  /// The system's terminal descriptions do not have this `TERM`.
  case unknownTerminalType(String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case cannotDraw(String)
  /// The system gave no pipe; holds the error number.
  case noDescriptors(Int32)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal:
      "the screen needs a terminal; in a pipe or a script use the commands, e.g. 'command-center list'"
    case .noTerminalType:
      "TERM is not set, so the terminal is unknown; try 'TERM=xterm-256color command-center'"
    case .unknownTerminalType(let name):
      "the terminal type '\(DisplayText(name))' is not installed here; try 'TERM=xterm-256color command-center' or "
        + "install ncurses-term"
    case .cannotDraw(let name):
      "a terminal of type '\(DisplayText(name))' cannot show a screen; use the commands, e.g. 'command-center list'"
    case .noDescriptors(let number):
      "the system has no more file descriptors (error \(number)); close other programs or raise 'ulimit -n'"
    }
  }
}
