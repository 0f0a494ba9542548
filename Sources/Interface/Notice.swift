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
    let area = area.inset(columns: 1)
    var room = area.size.columns
    let suffix = undo.map { "  \($0) undoes it" }.map { DisplayText($0) }
    if let suffix, room - suffix.width >= 12 { room -= suffix.width }
    let line = DisplayText(text).truncated(to: room, mark: context.glyphs.ellipsis)
    let style = context.theme[isWarning ? .error : .accent]
    let end = frame.write(line, at: area.origin, style: style)
    if let suffix {
      frame.write(
        suffix, at: Position(column: end, row: area.origin.row), style: context.theme[.muted],
        width: area.columns.upperBound - end)
    }
  }
}
