import Localization
import Reminders
import Terminal

/// The settings, the box that syncs first, and how the sync stands.
struct SettingsScreen: ScreenState {
  /// It was opened to ask for sync, after the first login; ticking the box is the answer, and closes it.
  let isAsking: Bool
  private(set) var selected = SettingItem.sync
  /// The text of the selected setting while it is typed.
  private(set) var editing: TextField?
  private(set) var isSaving = false
  /// Why the text was not taken.
  private(set) var failure: String?

  static let keys =
    [
      KeyBinding(.change, "space enter", "tick, change or type the setting", hint: "change"),
      KeyBinding(.nextValue, "right l", "next value"),
      KeyBinding(.previousValue, "left h", "previous value"),
    ] + KeyBinding.movement(over: .setting, byTab: true) + [
      KeyBinding(.syncNow, "r", "sync with Salesforce now", hint: "sync now"),
      KeyBinding(.back, "esc q ,", "close", hint: "close"),
    ]

  static let textKeys = [
    KeyBinding(.save, "enter", "save it", hint: "save"),
    KeyBinding(.back, "esc", "leave it as it was", hint: "cancel"),
  ]

  init(isAsking: Bool = false) {
    self.isAsking = isAsking
  }

  var title: String { localized("Settings") }
  var scopes: [Scope] { editing == nil ? [.settings, .commands, .always] : [.settingText, .always] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .change where selected == .theme: return [.open(ValueMenu(.theme, context))]
    case .change where selected == .language: return [.open(ValueMenu(.language, context))]
    case .change: return change(by: 1, context)
    case .nextValue where selected.editing == .choice: return change(by: 1, context)
    case .previousValue where selected.editing == .choice: return change(by: -1, context)
    case .syncNow: return [.effect(.syncNow)]
    case .save: return save(context)
    case .back where editing != nil: (editing, failure) = (nil, nil)
    case .back: return [.close]
    default:
      let index = SettingItem.allCases.firstIndex(of: selected) ?? 0
      move(by: command.distance(context, from: index) ?? 0)
    }
    return []
  }

  private mutating func move(by count: Int) {
    let all = SettingItem.allCases
    guard let index = all.firstIndex(of: selected) else { return }
    selected = all[min(max(0, index + count), all.count - 1)]
    failure = nil
  }

  private mutating func change(by count: Int, _ context: Context) -> [Step] {
    failure = nil
    let settings = context.list.settings
    // Where the org's own values are known, one of them is chosen.
    if let key = selected.key, context.connection?.choices(for: key) != nil { return [.open(ValueMenu(key, context))] }
    switch selected {
    case .sync:
      let tick = Step.effect(.set(.sync, settings.isOn ? "off" : "on"))
      return isAsking && !settings.isOn ? [tick, .close] : [tick]
    case .importWindow:
      return next(after: settings.importWindow, by: count)
    case .live:
      return next(after: settings.live, by: count)
    case .theme:
      return SettingsScreen.next(after: context.theme.name, in: context.themes, by: count)
        .map { [.effect(.set(.theme, $0))] } ?? []
    case .language:
      return SettingsScreen.next(after: context.language, in: context.languages, by: count)
        .map { [.effect(.set(.language, $0))] } ?? []
    case .screenReader:
      return [.effect(.set(.screenReader, context.isForScreenReader ? "off" : "on"))]
    case .notifications:
      return next(after: context.notifications, by: count)
    case .logLevel:
      return next(after: context.logLevel, by: count)
    case .keys:
      return [.open(HelpScreen(title: localized("all screens"), sections: context.keys.help(in: Scope.allCases)))]
    case .subjectTemplate, .statusOpen, .statusCompleted, .priorityNormal, .priorityHigh:
      editing = selected.key.map { TextField(settings[key: $0] ?? "") }
    }
    return []
  }

  private func next<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
    after choice: Choice, by count: Int
  ) -> [Step] {
    guard let key = selected.key else { return [] }
    return SettingsScreen.next(after: choice, in: Array(Choice.allCases), by: count)
      .map { [.effect(.set(key, $0.rawValue))] } ?? []
  }

  /// The value after or before one, round and round; `nil` where there is no other.
  private static func next<Value: Equatable>(after value: Value, in all: [Value], by count: Int) -> Value? {
    guard let index = all.firstIndex(of: value) else { return all.first }
    return all.count > 1 ? all[((index + count) % all.count + all.count) % all.count] : nil
  }

  private mutating func save(_ context: Context) -> [Step] {
    guard !isSaving, let editing, let key = selected.key else { return [] }
    if editing.text == context.list.settings[key: key] {
      self.editing = nil
      return []
    }
    if let error = error(context) {
      failure = error
      return []
    }
    isSaving = true
    return [.effect(.set(key, editing.text))]
  }

  /// What is wrong with the text as typed.
  func error(_ context: Context) -> String? {
    guard let editing, let key = selected.key else { return nil }
    var settings = context.list.settings
    do { try settings.set(key, to: editing.text) } catch { return error.description }
    return nil
  }

  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] {
    isSaving = false
    if case .failed(let line) = answer {
      failure = line
    } else {
      (editing, failure) = (nil, nil)
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    if editing?.press(press) == true { failure = nil }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    editing?.insert(text)
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    guard editing == nil else { return [] }
    switch mouse.action {
    case .wheelDown: move(by: 1)
    case .wheelUp: move(by: -1)
    case .press(.left):
      let area = Layout(context.size).body
      let layout = SettingsLayout(self, in: area, context)
      guard let item = layout.item(atRow: mouse.position.row - area.origin.row) else { return [] }
      let isAgain = item == selected
      selected = item
      // The box is ticked by one click; a value must be selected first, so that nothing changes by accident.
      if item == .sync || isAgain { return perform(.change, context) }
    default: break
    }
    return []
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    editing?.settleLine(width: SettingsLayout.valueWidth(area))
  }
}
