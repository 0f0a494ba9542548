import Foundation
import Localization
import Terminal

extension LoginScreen {
  /// Behind the longest title.
  private var detailColumn: Int { max(19, 4 + (choices.map { DisplayText($0.title).width }.max() ?? 0)) }

  func textWidth(_ area: Rectangle) -> Int { max(8, area.size.columns - detailColumn - 2) }
  func answerWidth(_ area: Rectangle) -> Int { max(1, area.size.columns - 4) }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    switch stage {
    case .choosing: renderChoices(into: &frame, in: area, context)
    case .waiting(let invitation): renderInvitation(invitation, into: &frame, in: area, context)
    case .busy(let words):
      renderText("\(words)\(context.glyphs.ellipsis.text)", .accent, "", into: &frame, in: area, context)
    case .failed(let failure):
      renderText(localized("Not logged in"), .error, failure.reason.sentence, into: &frame, in: area, context)
    }
  }

  // MARK: - Where

  private func renderChoices(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let lines = self.lines(area.size.columns, context)
    let chosen = lines.firstIndex { $0.choice == selected } ?? 0
    let first = max(0, min(chosen, lines.count - area.size.rows))
    for (row, line) in lines.dropFirst(first).prefix(area.size.rows).enumerated() {
      let origin = area.origin.offset(rows: row)
      switch line {
      case .choice(let index): render(index, into: &frame, at: origin, in: area, context)
      case .text(let text): frame.write(text, at: origin, width: area.size.columns - 1)
      }
    }
  }

  private enum Line {
    case choice(Int)
    case text(StyledLine)

    var choice: Int? {
      if case .choice(let index) = self { index } else { nil }
    }
  }

  private func lines(_ width: Int, _ context: Context) -> [Line] {
    func wrapped(_ text: String, _ role: Role, indent: Int) -> [Line] {
      DisplayText(text).wrapped(to: max(8, width - indent - 1))
        .map { piece in
          var line = StyledLine(String(repeating: " ", count: indent))
          line.append(piece, context.theme[role])
          return .text(line)
        }
    }
    var lines: [Line] = []
    for index in choices.indices {
      lines.append(.choice(index))
      if choices[index] == .domain, let domainError {
        lines += wrapped(domainError, .error, indent: detailColumn)
      }
    }
    let app = context.profile.clientID
    let ways =
      localized("You log in in the browser, by the connected app \(app); then the program has its own key to the org.")
    return lines + [.text(.blank)] + wrapped(ways, .muted, indent: 2)
  }

  private func render(
    _ index: Int, into frame: inout Frame, at origin: Position, in area: Rectangle, _ context: Context
  ) {
    let isSelected = index == selected
    let place = Rectangle(origin: origin, size: Size(columns: area.size.columns, rows: 1))
    if isSelected {
      frame.restyle(place, context.theme[.selection])
      frame.write(context.glyphs.selected, at: origin, style: context.theme[.accent])
      frame.cursor = origin.offset(columns: 2)
    }
    let choice = choices[index]
    frame.write(choice.title, at: origin.offset(columns: 2), style: isSelected ? .bold : .plain)
    let detail = origin.offset(columns: detailColumn)
    let width = textWidth(area)
    let field = texts[choice]
    if isSelected, let field {
      frame.restyle(Rectangle(origin: detail, size: Size(columns: width, rows: 1)), context.theme[.field])
      frame.cursor = field.renderLine(into: &frame, at: detail, width: width, style: .plain)
    }
    if !isSelected || field?.isEmpty ?? true {
      let words = DisplayText(field.flatMap { $0.isEmpty ? nil : $0.text } ?? choice.words)
      frame.write(
        words.truncated(to: width, mark: context.glyphs.ellipsis), at: detail, style: context.theme[.muted])
    }
  }

  /// The choice on a line of the screen.
  func choice(at position: Position, in area: Rectangle, _ context: Context) -> Int? {
    let lines = self.lines(area.size.columns, context)
    let chosen = lines.firstIndex { $0.choice == selected } ?? 0
    let row = position.row - area.origin.row + max(0, min(chosen, lines.count - area.size.rows))
    return area.contains(position) && lines.indices.contains(row) ? lines[row].choice : nil
  }

  // MARK: - Words

  private func renderText(
    _ heading: String, _ role: Role, _ text: String, into frame: inout Frame, in area: Rectangle, _ context: Context
  ) {
    frame.write(heading, at: area.origin.offset(columns: 2), style: context.theme[role])
    frame.cursor = area.origin.offset(columns: 2)
    for (row, line) in DisplayText(text).wrapped(to: max(8, area.size.columns - 4)).enumerated() {
      // A blank line between, where there is room for it.
      let below = row + (area.size.rows > 8 ? 2 : 1)
      guard below < area.size.rows else { break }
      frame.write(line, at: area.origin.offset(columns: 2, rows: below))
    }
  }
}

extension String {
  /// With a capital letter and a full stop.
  var sentence: String {
    guard let last else { return self }
    return prefix(1).uppercased() + dropFirst() + (".!?".contains(last) ? "" : ".")
  }
}
