/// Where a group of keys is in force. The raw value is its name in the configuration, and that of no command.
enum Scope: String, Sendable, CaseIterable {
  /// On any screen, also where text is typed.
  case always
  /// On any screen where no text is typed.
  case commands
  case list, views, task, trash, detail
  case snooze = "snooze_menu"
  case conflict, vanishing
  case quickAdd = "quick_add"
  case form, calendar
  case settings = "settings_screen"
  case settingText = "setting_text"
  case connection = "connection_screen"
  case value
  case help = "help_screen"
  case helpSearch = "help_line"
  case palette = "palette_screen"
  case welcome, login
  case loginText = "login_text"
  case loginBrowser = "login_browser"
  case loginPaste = "login_paste"
  case loginBusy = "login_busy"
  case loginFailed = "login_failed"
  case logOut = "log_out_question"
  case profiles = "profiles_screen"
  case profileName = "profile_name"
  case profileDeletion = "profile_deletion"
  case triage = "triage_screen"
  case triageSummary = "triage_summary"
  case glance = "glance_screen"
  case filterLine = "filter_line"
  case filterMenu = "filter_menu"
  case sortMenu = "sort_menu"
  case changes, reminder
  case reminderMenu = "reminder_menu"

  /// Those that are in force at once, besides `always`, which is with each. No two of them may mean different things by
  /// a key that the user binds.
  static let together: [[Scope]] = [
    [.reminder, .task, .list, .views, .commands], [.reminder, .trash, .list, .views, .commands],
    [.reminder, .changes, .views, .commands],
    [.reminder, .detail, .task, .views, .commands], [.reminder, .detail, .trash, .views, .commands],
    [.settings, .commands], [.connection, .commands], [.task, .triage, .commands], [.triageSummary, .commands],
    [.glance, .commands],
  ]

  func isInForce(with other: Scope) -> Bool {
    self == other || self == .always || other == .always
      || Scope.together.contains { $0.contains(self) && $0.contains(other) }
  }

  /// Whether letters are typed where its keys are in force, so that a plain letter cannot be a command there.
  var takesText: Bool {
    switch self {
    case .always, .quickAdd, .filterLine, .form, .calendar, .settingText, .helpSearch, .palette, .loginText,
      .loginPaste,
      .profileName:
      true
    default: false
    }
  }

  /// The heading of its keys in the help.
  var heading: String {
    switch self {
    case .always, .commands: "Everywhere"
    case .list: "Lists"
    case .views: "Views"
    case .changes: "Changes"
    case .reminder: "A reminder whose moment has come"
    case .reminderMenu: "Snooze a reminder"
    case .task: "The selected task"
    case .trash: "The selected task in the trash"
    case .detail: "Details of a task"
    case .snooze: "Snooze"
    case .filterLine: "Typing a filter"
    case .filterMenu: "Filter by"
    case .sortMenu: "Sort"
    case .conflict: "Both versions of a conflict"
    case .vanishing: "Tasks gone from Salesforce"
    case .quickAdd: "Add a task"
    case .form: "Form"
    case .calendar: "Calendar"
    case .settings: "Settings"
    case .settingText: "Typing a setting"
    case .connection: "Connection"
    case .value: "Values of the org"
    case .help: "Help"
    case .helpSearch: "Searching the help"
    case .palette: "Palette"
    case .welcome: "Welcome"
    case .login, .loginText: "Log in"
    case .loginBrowser, .loginPaste, .loginBusy, .loginFailed: "During a login"
    case .logOut: "Log out"
    case .profiles: "Profiles"
    case .profileName: "Name of a profile"
    case .profileDeletion: "Delete a profile"
    case .triage: "Triage"
    case .triageSummary: "The end of a triage"
    case .glance: "Today at a glance"
    }
  }
}
