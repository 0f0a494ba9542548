/// Where a group of keys is in force.
enum Scope: Sendable, CaseIterable {
  /// On any screen, also where text is typed.
  case always
  /// On any screen where no text is typed.
  case commands
  case list, views, task, trash, detail, snooze, conflict, vanishing, quickAdd, form, settings, settingText, connection,
    value, help,
    welcome
  case changes, reminder, reminderSnooze
  case login, loginDomain, loginBrowser, loginPaste, loginBusy, loginFailed, logOut, profiles, profileName,
    profileDeletion

  /// The heading of its keys in the help.
  var heading: String {
    switch self {
    case .always, .commands: "Everywhere"
    case .list: "Lists"
    case .views: "Views"
    case .changes: "Changes"
    case .reminder: "A reminder whose moment has come"
    case .reminderSnooze: "Snooze a reminder"
    case .task: "The selected task"
    case .trash: "The selected task in the trash"
    case .detail: "Details of a task"
    case .snooze: "Snooze"
    case .conflict: "Both versions of a conflict"
    case .vanishing: "Tasks gone from Salesforce"
    case .quickAdd: "Add a task"
    case .form: "Form"
    case .settings: "Settings"
    case .settingText: "Typing a setting"
    case .connection: "Connection"
    case .value: "Values of the org"
    case .help: "Help"
    case .welcome: "Welcome"
    case .login, .loginDomain: "Log in"
    case .loginBrowser, .loginPaste, .loginBusy, .loginFailed: "During a login"
    case .logOut: "Log out"
    case .profiles: "Profiles"
    case .profileName: "Name of a profile"
    case .profileDeletion: "Delete a profile"
    }
  }
}
