import Dispatch
import Foundation
import Signals
import Terminal

/// The Command Center in a terminal, which shows one profile after the other until the user quits.
struct Application {
  let places: Places

  /// What can be shown.
  enum Destination {
    /// The tasks of a profile; the welcome screen where there is none of that name yet.
    case profile(Profile)
    /// A simulated org, made anew.
    case demo(DemoOrg)
  }

  /// How a profile was left.
  enum Leaving {
    case quit
    /// The process was told to end.
    case told(ProcessSignal)
    case going(to: Destination)
  }

  /// How long the user waits at the most for what still ends: when he has his terminal back, or before he gets it.
  static let patience = DispatchTimeInterval.milliseconds(300)

  /// Runs, by what name in the log, until the user quits. Does not return where a signal told it to end: the process
  /// then ends by that signal, so that whoever started it sees that nobody quit.
  func runLogged(_ name: String, mayLog: Bool = true, _ first: Destination) throws {
    if let signal = try ProgramRun.logged(name, places, mayLog: mayLog, { try run(first) }) {
      endProcess(by: signal.number)
    }
  }

  /// Runs on the main thread until the user quits. The terminal is restored whatever happens.
  ///
  /// - Returns: the signal by which it was told to end; `nil` where the user quit.
  private func run(_ first: Destination) throws -> ProcessSignal? {
    let signals = try SignalInbox()
    let screen = try Screen(environment: ProcessInfo.processInfo.environment)
    let ending = DispatchGroup()
    defer {
      // What is written then may be held up too.
      withExtendedLifetime(signals) { screen.close() }
      _ = ending.wait(timeout: .now() + Self.patience)
    }
    var next = first
    var previous: Destination?
    var problem: String?

    func show(_ profile: Profile) throws -> Leaving {
      try OpenProfile(profile, screen: screen, signals: signals, ending: ending).run(saying: problem)
    }

    while true {
      do {
        let leaving =
          switch next {
          case .profile(let profile): try show(profile)
          case .demo(let org): try org.open(places, show)
          }
        switch leaving {
        case .quit: return nil
        case .told(let signal): return signal
        case .going(let following): (previous, next, problem) = (next, following, nil)
        }
      } catch {
        // What cannot be shown leaves the user where he was.
        guard let last = previous else { throw error }
        (previous, next, problem) = (nil, last, CommandFailure(error).line)
      }
    }
  }
}
