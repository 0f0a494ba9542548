import Foundation
import Localization
import Terminal

/// While the user logs in in the browser: the address, the time that is left, and where the answer is pasted.
extension LoginScreen {
  func renderInvitation(
    _ invitation: LoginInvitation, into frame: inout Frame, in area: Rectangle, _ context: Context
  ) {
    let parts = InvitationParts(invitation, note: note, in: area, context)
    for (row, line) in parts.above.enumerated() {
      frame.write(line, at: area.origin.offset(columns: 1, rows: row), width: area.size.columns - 2)
    }
    let address = parts.address
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: address.rows, first: firstLine,
      total: parts.addressLines.count, context)
    // At the edge, so that nothing but the address is in what is selected with the mouse.
    for (row, line) in parts.addressLines.dropFirst(firstLine).prefix(address.size.rows).enumerated() {
      frame.write(line, at: address.origin.offset(rows: row), style: context.theme[.accent])
    }
    let below = address.rows.upperBound
    for (row, line) in parts.below.enumerated() {
      frame.write(line, at: Position(column: 1, row: below + row), width: area.size.columns - 2)
    }
    let field = Position(column: 1, row: min(below + parts.below.count, area.rows.upperBound - 1))
    frame.write(context.glyphs.prompt, at: field, style: context.theme[.accent])
    let origin = field.offset(columns: 2)
    frame.restyle(
      Rectangle(origin: origin, size: Size(columns: answerWidth(area), rows: 1)), context.theme[.field])
    frame.cursor = answer.masked(by: context.glyphs.secret)
      .renderLine(into: &frame, at: origin, width: answerWidth(area), style: .plain)
  }

  /// How far the address can be scrolled.
  func lastFirstLine(in area: Rectangle, _ context: Context) -> Int {
    guard case .waiting(let invitation) = stage else { return 0 }
    let parts = InvitationParts(invitation, note: note, in: area, context)
    return max(0, parts.addressLines.count - parts.address.size.rows)
  }
}

/// What stands above and below the address, and the room that is left for it.
private struct InvitationParts {
  let above: [StyledLine]
  let addressLines: [DisplayText]
  let below: [StyledLine]
  let address: Rectangle

  init(_ invitation: LoginInvitation, note: LoginScreen.Note?, in area: Rectangle, _ context: Context) {
    let width = max(8, area.size.columns - 2)
    // A small screen has no room for air, nor for many words.
    let isSmall = area.size.rows < 14
    func wrapped(_ text: String, _ role: Role, atMost count: Int = 4) -> [StyledLine] {
      DisplayText(text).wrapped(to: width).prefix(count).map { StyledLine($0, context.theme[role]) }
    }
    let seconds = max(0, Int(invitation.until.timeIntervalSince(context.now).rounded(.up)))
    let left = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    let air = isSmall ? [] : [StyledLine.blank]
    let heading =
      isSmall ? localized("In the browser, \(left) left:") : localized("Waiting for the browser, \(left) left")
    let task =
      invitation.isOpen
      ? localized("Log in in the browser that was opened. If there is none, open this address:")
      : invitation.obstacle == nil
        ? localized("Open this address in a browser of this machine, and log in:")
        : localized("Open this address in a browser, on any machine, and log in:")
    above = [StyledLine(heading, context.theme[.heading])] + air + (isSmall ? [] : wrapped(task, .text) + air)
    let paste =
      isSmall
      ? localized("Or paste where it ends:")
      : invitation.obstacle?.sentence
        ?? localized(
          "It comes back by itself. If it ends at a page that it cannot open, paste the address of that page:")
    let words = note.map { wrapped($0.text, $0.role) } ?? wrapped(paste, .muted)
    below = air + (isSmall ? Array(words.prefix(2)) : words)
    addressLines = DisplayText(invitation.address).wrapped(to: max(8, area.size.columns - 1))
    let room = max(1, area.size.rows - above.count - below.count - 1)
    address = Rectangle(
      origin: area.origin.offset(rows: above.count),
      size: Size(columns: area.size.columns, rows: min(room, addressLines.count)))
  }
}

extension TextField {
  /// What may be seen of a secret: an address up to its query, and that there is more.
  func masked(by mark: String) -> TextField {
    let open = text.contains("://") ? text.prefix { $0 != "?" }.count : 0
    var field = TextField(
      String(text.prefix(open)) + String(repeating: mark, count: length - open))
    field.move(to: cursor)
    field.firstVisible = firstVisible
    return field
  }
}
