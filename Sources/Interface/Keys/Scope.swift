import Localization
import Reminders

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
    case .always, .commands: localized("Everywhere")
    case .list: localized("Lists")
    case .views: localized("Views")
    case .changes: localized("Changes")
    case .reminder: localized("A reminder whose moment has come")
    case .reminderMenu: localized("Snooze a reminder")
    case .task: localized("The selected task")
    case .trash: localized("The selected task in the trash")
    case .detail: localized("Details of a task")
    case .snooze: localized("Snooze")
    case .filterLine: localized("Typing a filter")
    case .filterMenu: localized("Filter by")
    case .sortMenu: localized("Sort")
    case .conflict: localized("Both versions of a conflict")
    case .vanishing: localized("Tasks gone from Salesforce")
    case .quickAdd: localized("Add a task")
    case .form: localized("Form")
    case .calendar: localized("Calendar")
    case .settings: localized("Settings")
    case .settingText: localized("Typing a setting")
    case .connection: localized("Connection")
    case .value: localized("Values of the org")
    case .help: localized("Help")
    case .helpSearch: localized("Searching the help")
    case .palette: localized("Palette")
    case .welcome: localized("Welcome")
    case .login, .loginText: localized("Log in")
    case .loginBrowser, .loginPaste, .loginBusy, .loginFailed: localized("During a login")
    case .logOut: localized("Log out")
    case .profiles: localized("Profiles")
    case .profileName: localized("Name of a profile")
    case .profileDeletion: localized("Delete a profile")
    case .triage: localized("Triage")
    case .triageSummary: localized("The end of a triage")
    case .glance: localized("Today at a glance")
    }
  }
}
