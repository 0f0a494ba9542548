import Foundation
import Localization
import Reminders

/// The sync state in words, with a glyph.
struct SyncIndicator {
  let glyph: String
  /// From the longest to the shortest.
  let words: [String]
  let role: Role

  init(_ context: Context) {
    let (glyphs, keys) = (context.glyphs, context.keys)
    switch context.status.state {
    case .off: (glyph, words, role) = (glyphs.off, [localized("Sync off")], .offline)
    case .offline: (glyph, words, role) = (glyphs.offline, [localized("Offline")], .offline)
    case .connecting: (glyph, words, role) = (glyphs.connecting, [localized("Connecting")], .syncing)
    case .importing(let done, let total):
      (glyph, role) = (glyphs.importing, .syncing)
      words = SyncIndicator.importing(done, total, glyphs)
    case .live: (glyph, words, role) = (glyphs.live, [localized("Live")], .live)
    case .polling(let interval):
      (glyph, role) = (glyphs.polling, .live)
      words = [localized("Polling every \(SyncIndicator.words(interval))"), localized("Polling")]
    case .syncing: (glyph, words, role) = (glyphs.syncing, [localized("Syncing")], .syncing)
    case .waiting(let until):
      let seconds = max(0, Int(until.timeIntervalSince(context.now).rounded(.up)))
      (glyph, role) = (glyphs.waiting, .pending)
      words = [localized("Waiting \(SyncIndicator.words(.seconds(seconds)))")]
    case .loginNeeded:
      (glyph, role) = (glyphs.userNeeded, .error)
      words = [keys.text("Login needed: \(.logIn)", in: [.commands]), localized("Login needed")]
    case .choiceNeeded:
      (glyph, role) = (glyphs.userNeeded, .error)
      words = [keys.text("Choose a value: \(.connection)", in: [.commands]), localized("Choose a value")]
    }
  }

  private static func importing(_ done: Int, _ total: Int?, _ glyphs: Glyphs) -> [String] {
    guard let total, total > 0 else {
      return (done > 0 ? [localized("Importing \(done)")] : []) + [localized("Importing")]
    }
    let full = min(10, max(0, done) * 10 / total)
    let bar = String(repeating: glyphs.barFull, count: full) + String(repeating: glyphs.barEmpty, count: 10 - full)
    let percent = min(100, max(0, done) * 100 / total)
    return [localized("Importing \(done) of \(total) \(bar)"), localized("Importing \(percent) %")]
  }

  /// `15 s`, `2 min`, `3 h`, rounded up.
  static func words(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    switch seconds {
    case ..<120: return localized("\(seconds) s")
    case ..<7_200: return localized("\((seconds + 59) / 60) min")
    default: return localized("\((seconds + 3_599) / 3_600) h")
    }
  }
}
