import Dispatch
import Foundation
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

  /// How long the user waits at the most, when he has his terminal back, for what still ends.
  private static let patience = DispatchTimeInterval.milliseconds(300)

  /// Runs on the main thread until the user quits. The terminal is restored whatever happens.
  func run(_ first: Destination) throws {
    let signals = try SignalInbox()
    let screen = try Screen(environment: ProcessInfo.processInfo.environment)
    let ending = DispatchGroup()
    defer {
      screen.close()
      _ = ending.wait(timeout: .now() + Self.patience)
    }
    var next = first
    var previous: Destination?
    var problem: String?

    func show(_ profile: Profile) throws -> Destination? {
      try OpenProfile(profile, screen: screen, signals: signals, ending: ending).run(saying: problem)
    }

    while true {
      do {
        let following =
          switch next {
          case .profile(let profile): try show(profile)
          case .demo(let org): try org.open(places, show)
          }
        guard let following else { return }
        (previous, next, problem) = (next, following, nil)
      } catch {
        // What cannot be shown leaves the user where he was.
        guard let last = previous else { throw error }
        (previous, next, problem) = (nil, last, CommandFailure(error).line)
      }
    }
  }
}
