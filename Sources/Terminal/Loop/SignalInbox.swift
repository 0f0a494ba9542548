import Glibc
import Synchronization

/// Where the handler writes. It can do nothing but that: almost no function may be called from a signal handler.
private let handlerDescriptor = Atomic<Int32>(-1)
/// The program that has the terminal, to which the handler passes on that this process shall end.
private let programInFront = Atomic<pid_t>(0)
/// The last one that came and asks to quit; 0 for none.
private let endAsked = Atomic<Int32>(0)
/// Seconds that an end may take: a terminal that takes nothing any more holds the program where it writes. Then comes
/// SIGALRM, of which `CrashRestore` knows.
private let longestEnd: UInt32 = 3

/// Catches the signals of `ProcessSignal` and SIGWINCH for as long as it exists, and has them wait in a pipe.
///
/// Signals belong to the whole process, so there can be one at a time.
package final class SignalInbox {
  private let pipe: WakePipe
  private var previous: [(number: Int32, action: sigaction)] = []

  package init() throws(TerminalError) {
    pipe = try WakePipe()
    handlerDescriptor.store(pipe.writeEnd, ordering: .sequentiallyConsistent)
    let numbers = ProcessSignal.allCases.map(\.number) + [SIGWINCH]
    for number in numbers { catchSignal(number) }
    unblock(numbers)
  }

  deinit {
    alarm(0)
    for (number, action) in previous {
      var action = action
      sigaction(number, &action, nil)
    }
    handlerDescriptor.store(-1, ordering: .sequentiallyConsistent)
  }

  /// The signal by which this process was told to end.
  package static var end: Int32? {
    let number = endAsked.load(ordering: .sequentiallyConsistent)
    return number == 0 ? nil : number
  }

  /// Passes SIGTERM on to a program that has the terminal while this process waits for it: `nil` when it has ended. Not
  /// SIGHUP, which a terminal sends to both, and which twice may keep an editor from saving what is in it.
  static func passOn(to program: pid_t?) { programInFront.store(program ?? 0, ordering: .sequentiallyConsistent) }

  /// Readable while signals wait.
  var descriptor: Int32 { pipe.readEnd }

  /// What came since the last call; each once, however often it was sent.
  func takeAll() -> (signals: [ProcessSignal], windowChanged: Bool) {
    let numbers = Set(pipe.drain().map(Int32.init))
    return (ProcessSignal.allCases.filter { numbers.contains($0.number) }, numbers.contains(SIGWINCH))
  }

  /// A parent may have started us with signals blocked, and then they would never come.
  private func unblock(_ numbers: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private func catchSignal(_ number: Int32) {
    var action = sigaction()
    action.sa_flags = SA_RESTART
    action.__sigaction_handler.sa_handler = { number in
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(handlerDescriptor.load(ordering: .relaxed), &byte, 1)
      let program = programInFront.load(ordering: .relaxed)
      if number == SIGTERM || number == SIGHUP || number == SIGINT {
        endAsked.store(number, ordering: .relaxed)
        if program == 0 { alarm(longestEnd) }
      }
      if number == SIGTERM, program > 0 { kill(program, number) }
      errno = before
    }
    var before = sigaction()
    sigaction(number, &action, &before)
    previous.append((number, before))
  }
}
