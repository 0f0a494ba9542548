package import Logging
import Synchronization

/// What this process logs: one for all of it, as it is the user's choice. It may change while the program runs.
package struct LogPolicy: Sendable {
  package var level: Logger.Level
  /// Whether names, details and addresses are written too. Tokens never are.
  package var showsContent: Bool

  package init(level: Logger.Level = .info, showsContent: Bool = false) {
    self.level = level
    self.showsContent = showsContent
  }

  private static let chosen = Mutex(LogPolicy())

  package static var current: LogPolicy { chosen.withLock(\.self) }

  package static func change(_ body: (inout LogPolicy) -> Void) { chosen.withLock { body(&$0) } }
}
