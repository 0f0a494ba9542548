import Localization
import Terminal

/// What a screen shows that is too small for anything else.
enum TooSmall {
  static func render(into frame: inout Frame, _ context: Context) {
    let needed = Interface.smallestSize
    let (columns, rows) = (context.size.columns, context.size.rows)
    let text = localized(
      """
      This screen is \(columns)x\(rows); Command Center needs \(needed.columns)x\(needed.rows): make it larger.
      """)
    for (row, line) in DisplayText(text).wrapped(to: context.size.columns).enumerated() {
      frame.write(line, at: Position(column: 0, row: row))
    }
    frame.cursor = frame.size.columns > 0 && frame.size.rows > 0 ? Position(column: 0, row: 0) : nil
  }
}
