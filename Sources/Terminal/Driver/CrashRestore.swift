import CNcurses
import Glibc
import Synchronization

/// What the handler does. It is never freed: a crash may come at any moment.
private struct Plan {
  var descriptor: Int32
  var modes: termios
  var bytes: UnsafeMutablePointer<UInt8>
  var count: Int
  /// The action of each signal before, by its number.
  var previous: UnsafeMutablePointer<sigaction>
}

// An atomic is safe to share whatever it holds, which its declaration does not know of pointers.
nonisolated(unsafe) private let armed = Atomic<UnsafeMutablePointer<Plan>?>(nil)

/// Gives the terminal back when the process dies of a signal, before whoever handles crashes comes to word.
///
/// The handler writes prepared bytes and sets prepared modes, nothing else: only calls that POSIX allows in a handler.
enum CrashRestore {
  /// Capabilities: keypad off, attributes off, cursor visible, colours off, main screen.
  private static let leaving: [String] = ["rmkx", "sgr0", "cnorm", "op", "rmcup"]
  /// Those of crashes, and the others that end a process that does not expect them (signal(7)). Not SIGPIPE: who opens a
  /// connection has it ignored, and that must stay.
  private static let signals = [
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGSYS, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
    SIGXCPU, SIGXFSZ, SIGIO, SIGPWR, SIGSTKFLT,
  ]

  /// - Parameter modes: The terminal's modes before the screen opened.
  static func arm(descriptor: Int32, modes: termios, sequence: String) {
    let bytes = Array(sequence.utf8)
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    buffer.initialize(from: bytes, count: bytes.count)
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    previous.initialize(repeating: sigaction(), count: 65)
    let plan = UnsafeMutablePointer<Plan>.allocate(capacity: 1)
    plan.initialize(
      to: Plan(descriptor: descriptor, modes: modes, bytes: buffer, count: bytes.count, previous: previous))
    for number in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { CrashRestore.handle($0) }
      sigaction(number, &action, previous + Int(number))
    }
    armed.store(plan, ordering: .sequentiallyConsistent)
  }

  /// The terminal was given back.
  static func disarm() {
    guard let plan = armed.exchange(nil, ordering: .sequentiallyConsistent) else { return }
    for number in signals { sigaction(number, plan.pointee.previous + Int(number), nil) }
  }

  private static func handle(_ number: Int32) {
    guard let plan = armed.exchange(nil, ordering: .sequentiallyConsistent) else {
      signal(number, SIG_DFL)
      raise(number)
      return
    }
    var terminal = pollfd(fd: plan.pointee.descriptor, events: Int16(POLLOUT), revents: 0)
    // A terminal that takes nothing would hold the process here.
    if poll(&terminal, 1, 0) == 1 { _ = write(plan.pointee.descriptor, plan.pointee.bytes, plan.pointee.count) }
    _ = tcsetattr(plan.pointee.descriptor, TCSANOW, &plan.pointee.modes)
    let number = number == SIGALRM ? SignalInbox.end ?? number : number
    // Whoever handles crashes may return and let the process go on, as a crash comes again by itself; these do not.
    switch number {
    case SIGQUIT, SIGTERM, SIGHUP, SIGINT: signal(number, SIG_DFL)
    default: sigaction(number, plan.pointee.previous + Int(number), nil)
    }
    raise(number)
  }

  /// The sequence that leaves the screen, from the terminal's description, without its padding marks (`$<5>`).
  static func sequence(for modes: String) -> String {
    let capabilities =
      leaving
      .compactMap { name in
        cncurses_string(name).map { String(cString: $0) }
      }
    return modes + capabilities.joined().replacing(/\$<[^>]*>/, with: "")
  }
}
