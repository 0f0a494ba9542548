import Foundation

/// A state as the process that syncs writes it to the store, where the other terminals read it.
extension SyncStatus.State {
  /// What the name does not tell, in milliseconds: until when it waits (since 1970), or how often it asks.
  package var detail: Int? {
    switch self {
    case .waiting(let until): Int((until.timeIntervalSince1970 * 1_000).rounded())
    case .polling(let interval): Int(interval / .milliseconds(1))
    default: nil
    }
  }

  /// The state of a name and what goes with it; `nil` for a name that is not known, or where something is missing.
  ///
  /// - Parameters: `imported` and `total` count the tasks of the first import.
  package init?(name: String, detail: Int?, imported: Int, total: Int?) {
    switch (name, detail) {
    case ("off", _): self = .off
    case ("offline", _): self = .offline
    case ("connecting", _): self = .connecting
    case ("importing", _): self = .importing(done: imported, total: total)
    case ("live", _): self = .live
    case ("polling", let interval?): self = .polling(every: .milliseconds(interval))
    case ("syncing", _): self = .syncing
    case ("waiting", let until?): self = .waiting(until: Date(timeIntervalSince1970: Double(until) / 1_000))
    case ("loginNeeded", _): self = .loginNeeded
    case ("choiceNeeded", _): self = .choiceNeeded
    default: return nil
    }
  }
}
