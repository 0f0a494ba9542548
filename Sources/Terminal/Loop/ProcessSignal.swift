import Glibc

/// A signal that asks something of the program. A changed window arrives as `TerminalEvent.resize` instead.
package enum ProcessSignal: CaseIterable, Hashable, Sendable {
  /// Quit (SIGTERM).
  case terminate
  /// The terminal went away: quit, do not write to it (SIGHUP).
  case hangUp
  /// Quit; the key ctrl-c is a key press and not this (SIGINT from outside).
  case interrupt
  /// Give the terminal back and stop (SIGTSTP from outside; ctrl-z is a key press).
  case suspend
  /// Runs again after it was stopped: the terminal may show anything (SIGCONT).
  case resume

  package var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .interrupt: SIGINT
    case .suspend: SIGTSTP
    case .resume: SIGCONT
    }
  }
}
