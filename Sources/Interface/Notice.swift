import Foundation
import Terminal

/// A line that says for some seconds what was done, or what went wrong.
struct Notice: Hashable, Sendable {
  let text: String
  /// What can be done about it, the most useful first: `u undoes it`.
  let hints: [String]
  let isWarning: Bool
  let until: Date

  init(_ text: String, hints: [String] = [], at now: Date) {
    self.text = text
    self.hints = hints
    isWarning = false
    until = now.addingTimeInterval(6)
  }

  init(warning text: String, at now: Date) {
    self.text = text
    hints = []
    isWarning = true
    until = now.addingTimeInterval(20)
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let style = context.theme[isWarning ? .error : .accent]
    guard !hints.isEmpty else { return FooterText.render(text, style, into: &frame, in: area, context) }
    let width = area.size.columns - 2
    let suffixes = (1...hints.count).map { DisplayText("  " + hints.prefix($0).joined(separator: ", ")) }
    // As many as leave enough of the text to know what was done.
    let least = min(DisplayText(text).width, 24)
    let suffix = suffixes.last { $0.width + least <= width } ?? suffixes[0]
    let room = max(0, width - suffix.width)
    var line = StyledLine(DisplayText(text).truncated(to: room, mark: context.glyphs.ellipsis), style)
    line.append(suffix, context.theme[.muted])
    FooterText.render(line, into: &frame, in: area, context)
  }
}
