import Localization
import Reminders
import Terminal

extension SettingsScreen {
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let layout = SettingsLayout(self, in: area, context)
    for (index, line) in layout.lines.dropFirst(layout.firstLine).prefix(area.size.rows).enumerated() {
      let place = Rectangle(origin: area.origin.offset(rows: index), size: Size(columns: area.size.columns, rows: 1))
      switch line {
      case .item(let item): render(item, into: &frame, in: place, context)
      case .heading(let title):
        let end = frame.write(title, at: place.origin.offset(columns: 1), style: context.theme[.heading])
        frame.horizontalLine(
          at: Position(column: end + 1, row: place.origin.row), length: place.columns.upperBound - end - 2,
          glyphs: context.glyphs.box, style: context.theme[.border])
      case .text(let line): frame.write(line, at: place.origin, width: place.size.columns - 1)
      case .blank: break
      }
    }
  }

  private func render(_ item: SettingItem, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    let isSelected = item == selected
    if isSelected {
      frame.restyle(place, context.theme[.selection])
      frame.write(context.glyphs.selected, at: place.origin, style: context.theme[.accent])
      frame.cursor = place.origin.offset(columns: 2)
    }
    if item == .sync {
      let box = context.list.settings.isOn ? "[x]" : "[ ]"
      frame.write(
        DisplayText("\(box) \(item.title)").truncated(to: place.size.columns - 3, mark: context.glyphs.ellipsis),
        at: place.origin.offset(columns: 2), style: .bold)
      if isSelected { frame.cursor = place.origin.offset(columns: 3) }
      return
    }
    frame.write(item.title, at: place.origin.offset(columns: 2), style: isSelected ? .plain : context.theme[.muted])
    let origin = place.origin.offset(columns: SettingsLayout.valueColumn)
    let width = SettingsLayout.valueWidth(place)
    if isSelected, let editing {
      frame.restyle(Rectangle(origin: origin, size: Size(columns: width, rows: 1)), context.theme[.field])
      frame.cursor = editing.renderLine(into: &frame, at: origin, width: width, style: .plain)
      return
    }
    let value = value(of: item, context)
    let shown = DisplayText(value).truncated(to: width, mark: context.glyphs.ellipsis)
    let end = frame.write(shown, at: origin)
    if isSelected, let remark = remark(on: item, context),
      end + DisplayText(remark).width + 3 <= place.columns.upperBound
    {
      frame.write("  \(remark)", at: Position(column: end, row: place.origin.row), style: context.theme[.muted])
    }
  }

  private func value(of item: SettingItem, _ context: Context) -> String {
    switch item {
    case .importWindow:
      switch context.list.settings.importWindow {
      case .recent: localized("changed in the last 24 hours")
      case .recentAndDue: localized("changed in the last 24 hours, or due by tomorrow")
      }
    case .live:
      switch context.list.settings.live {
      case .on: localized("all changes in Salesforce come at once")
      case .own: localized("changes of your own tasks come at once")
      case .off: localized("off: changes in Salesforce are asked for")
      }
    case .theme: context.theme.name
    case .language: SettingsScreen.meaning(ofLanguage: context.language)
    case .screenReader:
      localized(
        context.isForScreenReader
          ? "on: no drawings, and nothing moves" : "off: turn it on if the screen is read aloud to you")
    case .notifications: context.notifications.meaning
    case .logLevel: context.logLevel.meaning
    case .keys:
      switch context.keys.changedCommands.count {
      case 0: localized("the standard ones")
      case let count:
        localized(
          count, one: "\(count) command has another key than the standard one",
          other: "\(count) commands have other keys than the standard ones")
      }
    default: item.key.flatMap { context.list.settings[key: $0] } ?? ""
    }
  }

  private static func meaning(ofLanguage setting: String) -> String {
    let name = Localization.current.language.name
    return setting == "auto" ? localized("\(name), as the system") : name
  }

  private func remark(on item: SettingItem, _ context: Context) -> String? {
    let key = context.keys.text("\(.change)", in: [.settings])
    return switch item {
    case .theme: context.themes.count > 1 ? localized("\(key): one of \(context.themes.count)") : nil
    case .language: context.languages.count > 1 ? localized("\(key): one of \(context.languages.count)") : nil
    case .importWindow, .live, .screenReader, .notifications, .logLevel: localized("\(key) changes")
    case .keys: localized("\(key): all of them")
    default: nil
    }
  }
}

extension Notifications {
  /// What it does, as a value of the setting.
  fileprivate var meaning: String {
    switch self {
    case .on: localized("the bell rings, and the desktop tells of them")
    case .bell: localized("only the bell rings")
    case .desktop: localized("only the desktop tells of them, without the bell")
    case .off: localized("off: only a line on the screen tells of them")
    }
  }
}

extension LogLevel {
  /// What it tells, as a value of the setting.
  fileprivate var meaning: String {
    switch self {
    case .error: localized("error: what went wrong")
    case .warning: localized("warning: and what was refused")
    case .info: localized("info: and what was done")
    case .debug: localized("debug: and every request")
    case .trace: localized("trace: all there is")
    }
  }
}
