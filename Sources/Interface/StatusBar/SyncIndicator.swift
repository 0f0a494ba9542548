import Foundation
import Reminders

/// The sync state in words, with a glyph.
struct SyncIndicator {
  let glyph: String
  /// From the longest to the shortest.
  let words: [String]
  let role: Role

  init(_ state: SyncStatus.State, now: Date, glyphs: Glyphs, keys: KeyTable) {
    switch state {
    case .off: (glyph, words, role) = (glyphs.off, ["Sync off"], .offline)
    case .offline: (glyph, words, role) = (glyphs.offline, ["Offline"], .offline)
    case .connecting: (glyph, words, role) = (glyphs.connecting, ["Connecting"], .syncing)
    case .importing(let done, let total):
      (glyph, role) = (glyphs.importing, .syncing)
      words = SyncIndicator.importing(done, total, glyphs)
    case .live: (glyph, words, role) = (glyphs.live, ["Live"], .live)
    case .polling(let interval):
      (glyph, role) = (glyphs.polling, .live)
      words = ["Polling every \(SyncIndicator.words(interval))", "Polling"]
    case .syncing: (glyph, words, role) = (glyphs.syncing, ["Syncing"], .syncing)
    case .waiting(let until):
      let seconds = max(0, Int(until.timeIntervalSince(now).rounded(.up)))
      (glyph, words, role) = (glyphs.waiting, ["Waiting \(SyncIndicator.words(.seconds(seconds)))"], .pending)
    case .loginNeeded:
      (glyph, role) = (glyphs.userNeeded, .error)
      words = [keys.text("Login needed: \(.logIn)", in: [.commands]), "Login needed"]
    case .choiceNeeded:
      (glyph, role) = (glyphs.userNeeded, .error)
      words = [keys.text("Choose a value: \(.connection)", in: [.commands]), "Choose a value"]
    }
  }

  private static func importing(_ done: Int, _ total: Int?, _ glyphs: Glyphs) -> [String] {
    guard let total, total > 0 else { return done > 0 ? ["Importing \(done.grouped)", "Importing"] : ["Importing"] }
    let full = min(10, max(0, done) * 10 / total)
    let bar = String(repeating: glyphs.barFull, count: full) + String(repeating: glyphs.barEmpty, count: 10 - full)
    let percent = min(100, max(0, done) * 100 / total)
    return ["Importing \(done.grouped) of \(total.grouped) \(bar)", "Importing \(percent) %"]
  }

  /// `15 s`, `2 min`, `3 h`, rounded up.
  static func words(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    switch seconds {
    case ..<120: return "\(seconds) s"
    case ..<7_200: return "\((seconds + 59) / 60) min"
    default: return "\((seconds + 3_599) / 3_600) h"
    }
  }
}
