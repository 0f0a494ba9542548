package import Foundation
package import Reminders
package import Salesforce

/// What changes with every cycle of the leader: too little for a transaction, it stands in the lock file, where the
/// other terminals and `status` read it. So a cycle with nothing new writes nothing to the store.
package struct LeaderPulse: Equatable, Sendable {
  /// When the last cycle ended.
  package let lastSync: Date
  /// How often changes are asked for, where they are not announced.
  package let pollingInterval: Duration?
  /// Up to where what the org announced has been taken up: whoever syncs next goes on from there.
  package let livePlace: LivePlace?
  /// How many of the org's API calls are used, in percent, where changes are asked for less often because of it.
  package let callsUsed: Int?

  package init(lastSync: Date, pollingInterval: Duration?, livePlace: LivePlace? = nil, callsUsed: Int? = nil) {
    self.lastSync = lastSync
    self.pollingInterval = pollingInterval
    self.livePlace = livePlace
    self.callsUsed = callsUsed
  }

  /// `nil` in the midst of something, and before the first cycle.
  package init?(_ status: SyncStatus, livePlace: LivePlace? = nil) {
    guard let lastSync = status.lastSync else { return nil }
    let interval: Duration?
    switch status.state {
    case .connecting, .importing, .syncing: return nil
    case .polling(let every): interval = every
    default: interval = nil
    }
    self.init(
      lastSync: lastSync, pollingInterval: interval, livePlace: livePlace, callsUsed: status.callsUsed)
  }

  /// Two numbers of milliseconds, then the place, then the calls: as long whatever they are, so that one write replaces them whole.
  var text: String {
    let place = livePlace.flatMap { $0.replayID >= 0 && $0.channel.utf8.count <= Self.channelLength ? $0 : nil }
    let numbers = [
      Self.milliseconds(lastSync.timeIntervalSince1970), Self.milliseconds(pollingInterval?.inSeconds ?? 0),
      place?.replayID ?? 0,
    ]
    let channel = place?.channel ?? Self.noChannel
    return numbers.map(Self.padded).joined(separator: " ")
      + " \(channel)\(String(repeating: " ", count: max(0, Self.channelLength - channel.utf8.count)))"
      + " \(Self.padded(max(0, callsUsed ?? 0)))\n"
  }

  /// `nil` for anything else, such as an empty file. The place or the calls are missing where an earlier version wrote it.
  init?(_ text: String) {
    let words = text.split { $0.isWhitespace }
    let numbers = words.prefix(3).compactMap { Int($0) }
    guard [2, 4, 5].contains(words.count), numbers.count == min(words.count, 3), numbers[0] > 0 else { return nil }
    let channel = words.count > 3 && words[3] != Self.noChannel ? String(words[3]) : nil
    self.init(
      lastSync: Date(timeIntervalSince1970: Double(numbers[0]) / 1_000),
      pollingInterval: numbers[1] > 0 ? .milliseconds(numbers[1]) : nil,
      livePlace: channel.map { LivePlace(channel: $0, replayID: numbers[2]) },
      callsUsed: words.dropFirst(4).first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil })
  }

  private static func milliseconds(_ seconds: Double) -> Int { max(0, Int((seconds * 1_000).rounded())) }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 19 - digits.count)) + digits
  }

  private static let noChannel = "-"
  /// Longer than `/topic/` with the longest name of a PushTopic, 25 characters.
  private static let channelLength = 48
}
