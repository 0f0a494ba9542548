import Localization
import Reminders
import Synchronization

/// A place for the result of work on another thread, set before it is read.
final class Outcome<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

  func get() throws -> Value {
    guard let result = result.withLock({ $0 }) else { throw CommandFailure("The work was interrupted.") }
    return try result.get()
  }
}
