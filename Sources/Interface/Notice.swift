import Foundation
import Terminal

/// A line that says for some seconds what was done, or what went wrong.
struct Notice: Hashable, Sendable {
  let text: String
  /// The key that takes it back.
  let undo: String?
  let isWarning: Bool
  let until: Date

  init(_ text: String, undo: String? = nil, at now: Date) {
    self.text = text
    self.undo = undo
    isWarning = false
    until = now.addingTimeInterval(6)
  }

  init(warning text: String, at now: Date) {
    self.text = text
    undo = nil
    isWarning = true
    until = now.addingTimeInterval(20)
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let style = context.theme[isWarning ? .error : .accent]
    guard let undo else { return FooterText.render(text, style, into: &frame, in: area, context) }
    let suffix = DisplayText("  \(undo) undoes it")
    let room = max(0, area.size.columns - 2 - suffix.width)
    var line = StyledLine(DisplayText(text).truncated(to: room, mark: context.glyphs.ellipsis), style)
    line.append(suffix, context.theme[.muted])
    FooterText.render(line, into: &frame, in: area, context)
  }
}
