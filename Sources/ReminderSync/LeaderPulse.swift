package import Foundation
package import Reminders

/// What changes with every cycle of the leader: too little for a transaction, it stands in the lock file, where the
/// other terminals and `status` read it. So a cycle with nothing new writes nothing to the store.
package struct LeaderPulse: Equatable, Sendable {
  /// When the last cycle ended.
  package let lastSync: Date
  /// How often changes are asked for, where they are not announced.
  package let pollingInterval: Duration?

  package init(lastSync: Date, pollingInterval: Duration?) {
    self.lastSync = lastSync
    self.pollingInterval = pollingInterval
  }

  /// `nil` in the midst of something, and before the first cycle.
  package init?(_ status: SyncStatus) {
    guard let lastSync = status.lastSync else { return nil }
    switch status.state {
    case .connecting, .importing, .syncing: return nil
    case .polling(let interval): self.init(lastSync: lastSync, pollingInterval: interval)
    default: self.init(lastSync: lastSync, pollingInterval: nil)
    }
  }

  /// Two numbers of milliseconds, as long whatever they are: one write replaces them whole.
  var text: String {
    [lastSync.timeIntervalSince1970, pollingInterval?.inSeconds ?? 0]
      .map { seconds in
        let digits = String(max(0, Int((seconds * 1_000).rounded())))
        return String(repeating: "0", count: max(0, Self.digits - digits.count)) + digits
      }
      .joined(separator: " ") + "\n"
  }

  /// `nil` for anything else, such as an empty file.
  init?(_ text: String) {
    let numbers = text.split { $0.isWhitespace }.compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] > 0 else { return nil }
    self.init(
      lastSync: Date(timeIntervalSince1970: Double(numbers[0]) / 1_000),
      pollingInterval: numbers[1] > 0 ? .milliseconds(numbers[1]) : nil)
  }

  private static let digits = 15
}
