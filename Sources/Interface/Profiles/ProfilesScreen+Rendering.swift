import Localization
import Reminders
import Terminal

extension ProfilesScreen {
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    frame.cursor = area.origin.offset(columns: 1)
    guard let profiles else { return }
    let height = listHeight(area)
    let shown = height / ProfilesScreen.itemHeight
    for (row, index) in profiles.indices.dropFirst(firstItem).prefix(max(1, shown)).enumerated() {
      let place = Rectangle(
        origin: area.origin.offset(rows: row * ProfilesScreen.itemHeight),
        size: Size(columns: area.size.columns, rows: 1))
      guard place.origin.row + 1 < area.origin.row + height else { break }
      render(profiles[index], isSelected: index == selected, into: &frame, in: place, context)
    }
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows.prefix(height), first: firstItem,
      total: profiles.count * ProfilesScreen.itemHeight, context)
    if let name { render(name, into: &frame, in: area, context) }
  }

  private func render(
    _ profile: ProfileSummary, isSelected: Bool, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let theme = context.theme
    if isSelected {
      frame.restyle(place, theme[.selection])
      frame.write(context.glyphs.selected, at: place.origin, style: theme[.accent])
      frame.cursor = place.origin.offset(columns: 2)
    }
    var line = StyledLine(DisplayText(profile.name).truncated(to: 24, mark: context.glyphs.ellipsis), .bold)
    for (text, role) in badges(profile, context) { line.append("  \(text)", theme[role]) }
    frame.write(line, at: place.origin.offset(columns: 2), width: place.size.columns - 3)
    let words =
      profile.problem
      ?? profile.org.map { [SyncStatus.host($0), profile.user].compactMap(\.self).joined(separator: "  ") }
      ?? localized("Not connected to an org.")
    frame.write(
      DisplayText(words).truncated(to: place.size.columns - 5, mark: context.glyphs.ellipsis),
      at: place.origin.offset(columns: 4, rows: 1), style: theme[profile.problem == nil ? .muted : .error])
  }

  private func badges(_ profile: ProfileSummary, _ context: Context) -> [(text: String, role: Role)] {
    var badges: [(String, Role)] = []
    if profile.name == context.profile.name { badges.append((localized("open now"), .accent)) }
    if profile.org != nil {
      switch profile.login {
      case .ended: badges.append((localized("login needed"), .error))
      case .none: badges.append((localized("logged out"), .muted))
      case .present: if !profile.isSyncOn { badges.append((localized("sync off"), .muted)) }
      }
    }
    if profile.pending > 0 { badges.append(("\(context.glyphs.pending)\(profile.pending.grouped)", .pending)) }
    if profile.isSandbox { badges.append((localized("sandbox"), .badge)) }
    return badges
  }

  private func render(_ name: TextField, into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let theme = context.theme
    let top = Position(column: area.origin.column, row: area.rows.upperBound - 3)
    frame.horizontalLine(at: top, length: area.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(" \(localized("New profile")) ", at: top.offset(columns: 2), style: theme[.accent])
    let field = top.offset(columns: 1, rows: 1)
    frame.write(context.glyphs.prompt, at: field, style: theme[.accent])
    frame.cursor = name.renderLine(
      into: &frame, at: field.offset(columns: 2), width: ProfilesScreen.nameWidth(area), style: .plain)
    let words = nameError ?? localized("Its name, such as work or sandbox.")
    frame.write(
      DisplayText(words).truncated(to: ProfilesScreen.nameWidth(area), mark: context.glyphs.ellipsis),
      at: top.offset(columns: 3, rows: 2), style: theme[nameError == nil ? .muted : .error])
  }
}
