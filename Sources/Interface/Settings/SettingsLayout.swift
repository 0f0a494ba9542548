import Localization
import Reminders
import Terminal

/// The lines of the Settings screen, and which of them are in view.
struct SettingsLayout {
  enum Line {
    case item(SettingItem)
    case heading(String)
    /// More about the setting above, or a fact.
    case text(StyledLine)
    case blank
  }

  /// Behind the longest label.
  static var valueColumn: Int {
    let labels = SettingItem.allCases.filter { $0 != .sync }.map(\.title) + Fact.allCases.map(\.label)
    return max(17, 3 + (labels.map { DisplayText($0).width }.max() ?? 0))
  }

  /// A fact of the connection.
  private enum Fact: CaseIterable {
    case org, user, sync, lastSync

    var label: String {
      switch self {
      case .org: localized("Org")
      case .user: localized("User")
      case .sync: localized("Sync")
      case .lastSync: localized("Last sync")
      }
    }
  }

  private(set) var lines: [Line] = []
  private(set) var firstLine = 0
  private let screen: SettingsScreen
  private let context: Context
  private let width: Int

  init(_ screen: SettingsScreen, in area: Rectangle, _ context: Context) {
    self.screen = screen
    self.context = context
    width = area.size.columns
    addItem(.sync)
    note(syncMeaning, indent: 6)
    lines.append(.heading(localized("In Salesforce")))
    addItem(.subjectTemplate)
    if screen.error(context) == nil { note(preview, indent: SettingsLayout.valueColumn) }
    for item in [
      SettingItem.importWindow, .statusOpen, .statusCompleted, .priorityNormal, .priorityHigh, .live,
    ] {
      addItem(item)
    }
    lines.append(.heading(localized("On this computer")))
    for item in [SettingItem.notifications, .keys, .logLevel, .language, .screenReader, .theme] { addItem(item) }
    lines.append(.heading(localized("Connection")))
    addConnection()
    let headings = lines.indices.filter { lines[$0].isHeading }
    if lines.count + headings.count <= area.size.rows {
      for index in headings.reversed() { lines.insert(.blank, at: index) }
    }
    firstLine = first(in: area.size.rows)
  }

  static func valueWidth(_ area: Rectangle) -> Int { max(8, area.size.columns - valueColumn - 2) }

  /// The setting on a row, counted from the first line in view.
  func item(atRow row: Int) -> SettingItem? {
    guard row >= 0, lines.indices.contains(firstLine + row), case .item(let item) = lines[firstLine + row] else {
      return nil
    }
    return item
  }

  /// The selected setting is in view with what belongs to it; at the last one the facts below are too.
  private func first(in height: Int) -> Int {
    guard let start = lines.firstIndex(where: { $0.item == screen.selected }) else { return 0 }
    let end =
      screen.selected == SettingItem.allCases.last
      ? lines.count : lines[(start + 1)...].firstIndex { !$0.isText } ?? lines.count
    return max(0, min(start, end - height))
  }

  private mutating func addItem(_ item: SettingItem) {
    lines.append(.item(item))
    if let key = item.key, context.missingValues.contains(key) {
      note(
        context.keys.text("Your org does not have it: \(.change) chooses one of its own.", in: [.settings]),
        indent: SettingsLayout.valueColumn, .error)
    }
    if item == .keys, item == screen.selected {
      note(
        localized("To change them: [keys] in \(context.configurationPath), or command-center settings edit"),
        indent: SettingsLayout.valueColumn)
    }
    guard item == screen.selected, let problem = screen.failure ?? screen.error(context) else { return }
    note(problem, indent: SettingsLayout.valueColumn, .error)
  }

  private mutating func note(_ text: String, indent: Int, _ role: Role = .muted) {
    for line in DisplayText(text).wrapped(to: max(8, width - indent - 2)) {
      var styled = StyledLine(String(repeating: " ", count: indent))
      styled.append(line, context.theme[role])
      lines.append(.text(styled))
    }
  }

  private var syncMeaning: String {
    if context.list.settings.isOn {
      return localized("Changes go both ways as they happen. Turning it off loses nothing.")
    }
    return localized(
      """
      The first time, your tasks in Salesforce come here and nothing that is here now is sent: only tasks that you make \
      from then on.
      """)
  }

  /// What the template makes of an example, as it is typed.
  private var preview: String {
    let text = screen.selected == .subjectTemplate ? screen.editing?.text : nil
    let saved = context.list.settings.subjectTemplate
    let template = text.flatMap { try? SubjectTemplate($0) } ?? saved
    let example = template.subject(for: ReminderFields(name: localized("Call Ada about renewal"), kind: .call))
    if example.isEmpty { return localized("makes an empty Subject") }
    return template.depends(on: .name)
      ? localized("makes: \(example)") : localized("makes: \(example) (a new name here changes nothing there)")
  }

  private mutating func addConnection() {
    let status = context.status
    guard status.org != nil || context.list.settings.isOn else {
      note(context.keys.text("No org is connected: \(.logIn) connects one."), indent: 2)
      return
    }
    fact(.org, status.org.map(SyncStatus.host) ?? localized("not known yet"))
    fact(.user, status.user ?? localized("not known yet"))
    let indicator = SyncIndicator(context)
    fact(.sync, "\(indicator.glyph) \(indicator.words[0])", indicator.role)
    if let last = status.lastSync { fact(.lastSync, context.moment(last)) }
    if let reason = status.reason { note(reason, indent: SettingsLayout.valueColumn) }
    if context.connection != nil {
      note(
        context.keys.text("\(.connection) shows what was found in your org."), indent: SettingsLayout.valueColumn)
    }
  }

  private mutating func fact(_ fact: Fact, _ value: String, _ role: Role = .text) {
    let label = fact.label
    let padding = String(repeating: " ", count: SettingsLayout.valueColumn - 2 - DisplayText(label).width)
    var line = StyledLine("  \(label)\(padding)", context.theme[.muted])
    let room = max(8, width - SettingsLayout.valueColumn - 1)
    line.append(
      DisplayText(value).truncated(to: room, mark: context.glyphs.ellipsis),
      role == .text ? .plain : context.theme[role])
    lines.append(.text(line))
  }
}

extension SettingsLayout.Line {
  var item: SettingItem? {
    if case .item(let item) = self { item } else { nil }
  }

  var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  var isText: Bool {
    if case .text = self { true } else { false }
  }
}
