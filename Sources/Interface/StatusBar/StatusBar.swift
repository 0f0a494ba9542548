import Foundation
import Localization
import Reminders
import Terminal

/// The last line of every screen: how the sync stands, what waits, where the tasks come from, and the time.
///
/// Where it is too narrow for all, the less important parts are left out, never cut.
struct StatusBar {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  private struct Part {
    let text: DisplayText
    let role: Role
    /// The higher, the sooner it is left out; 0 never is.
    let dispensability: Int
    let isRight: Bool
  }

  func render(into frame: inout Frame, in area: Rectangle) {
    frame.fill(area, style: context.theme[.text].overlaid(with: context.theme[.bar]))
    let shown = fitting(area.size.columns)
    var column = area.origin.column + 1
    for part in shown where !part.isRight {
      let style = context.theme[part.role].foregroundOnly
      column = frame.write(part.text, at: Position(column: column, row: area.origin.row), style: style) + 2
    }
    column = area.columns.upperBound - 1
    for part in shown.reversed() where part.isRight {
      column -= part.text.width
      // A sandbox has a background of its own.
      let style = part.role == .sandbox ? context.theme[.sandbox] : context.theme[part.role].foregroundOnly
      frame.write(part.text, at: Position(column: column, row: area.origin.row), style: style)
      column -= 2
    }
  }

  private func fitting(_ columns: Int) -> [Part] {
    if context.isForScreenReader { return spoken }
    let indicator = SyncIndicator(context)
    for (index, words) in indicator.words.enumerated() {
      let first = Part(
        text: steady("\(indicator.glyph) \(words)", columns), role: indicator.role, dispensability: 0, isRight: false)
      var parts = [first] + others
      // Only the shortest words let other parts go, after the long ones tried with what must stay.
      let isLast = index == indicator.words.count - 1
      while width(of: parts) > columns, let least = parts.map(\.dispensability).max(), least > (isLast ? 0 : 1) {
        parts.removeAll { $0.dispensability == least }
      }
      if width(of: parts) <= columns || isLast { return parts }
    }
    return []
  }

  /// As wide while it is live as while it syncs, so that nothing jumps with every change.
  private func steady(_ text: String, _ columns: Int) -> DisplayText {
    let syncing = DisplayText("\(context.glyphs.syncing) \(localized("Syncing"))").width
    let padding = columns >= 60 ? max(0, syncing - DisplayText(text).width) : 0
    return DisplayText(text + String(repeating: " ", count: padding))
  }

  private func width(of parts: [Part]) -> Int {
    parts.reduce(2 * parts.count) { $0 + $1.text.width }
  }

  /// Without what moves, and in words.
  private var spoken: [Part] {
    let counts = context.list.counts
    var texts = [context.announcedSync ?? SyncIndicator.announcement(context) ?? localized("Connecting")]
    if counts.pending > 0 {
      texts.append(
        localized(counts.pending, one: "\(counts.pending) task to send", other: "\(counts.pending) tasks to send"))
    }
    if counts.conflicts > 0 {
      texts.append(
        localized(counts.conflicts, one: "\(counts.conflicts) conflict", other: "\(counts.conflicts) conflicts"))
    }
    if counts.refused > 0 {
      texts.append(localized(counts.refused, one: "\(counts.refused) refused", other: "\(counts.refused) refused"))
    }
    if counts.vanishing > 0 { texts.append(localized("\(counts.vanishing) gone from Salesforce")) }
    if context.profile.isOneOfSeveral { texts.append(context.profile.name) }
    if context.isSandbox { texts.append(localized("sandbox")) }
    return [
      Part(text: DisplayText(texts.joined(separator: ", ")), role: .text, dispensability: 0, isRight: false)
    ]
  }

  private var others: [Part] {
    let counts = context.list.counts
    let glyphs = context.glyphs
    var parts: [Part] = []
    func left(_ text: String, _ role: Role, _ dispensability: Int) {
      parts.append(Part(text: DisplayText(text), role: role, dispensability: dispensability, isRight: false))
    }
    func right(_ text: String, _ role: Role, _ dispensability: Int) {
      parts.append(Part(text: DisplayText(text), role: role, dispensability: dispensability, isRight: true))
    }
    if let percent = context.status.callsUsed, context.status.state.reachesOrg {
      left(localized("API calls \(percent) %"), .pending, 2)
    }
    if let way = context.status.liveWay, [.live, .syncing].contains(context.status.state) {
      left(localized("by \(way)"), .muted, 6)
    }
    if counts.pending > 0 { left("\(glyphs.pending)\(counts.pending.grouped)", .pending, 0) }
    if counts.conflicts > 0 { left("\(glyphs.conflict)\(counts.conflicts.grouped)", .conflict, 0) }
    if counts.refused > 0 { left("\(glyphs.refused)\(counts.refused.grouped)", .error, 0) }
    if counts.vanishing > 0 { left("\(glyphs.vanishing)\(counts.vanishing.grouped)", .conflict, 0) }
    if let lastSync = context.status.lastSync { left(localized("synced \(context.moment(lastSync))"), .muted, 3) }
    if context.profile.isOneOfSeveral { right(context.profile.name, .accent, 2) }
    if context.isSandbox { right(localized("sandbox"), .sandbox, 2) }
    if let org = context.status.org { right(SyncStatus.host(org), .muted, 4) }
    if let user = context.status.user { right(user, .muted, 5) }
    right(context.clock(context.now), .text, 1)
    return parts
  }
}

extension SyncStatus {
  /// The host of an org's address, which is what tells orgs apart.
  static func host(_ org: String) -> String {
    let afterScheme = org.firstRange(of: "://").map { org[$0.upperBound...] } ?? org[...]
    return String(afterScheme.prefix { $0 != "/" })
  }
}

extension Style {
  /// For a text on a background that is not the screen's.
  var foregroundOnly: Style { Style(foreground: foreground, attributes: attributes) }
}
