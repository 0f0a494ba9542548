import Terminal

/// Every key of the program: what it does, what the help says of it, and what the hints call it.
struct KeyTable: Sendable {
  private let bindings: [Scope: [KeyBinding]]

  init(_ bindings: [Scope: [KeyBinding]]) {
    self.bindings = bindings
  }

  /// The keys of interface.md; each screen declares its own.
  static let standard = KeyTable([
    .always: [
      KeyBinding(.interrupt, "ctrl-c", "quit at once"),
      KeyBinding(.suspend, "ctrl-z", "back to the shell; fg returns"),
    ],
    .commands: [
      KeyBinding(.help, "?", "the keys of this screen", hint: "help"),
      KeyBinding(.settings, ",", "settings"),
      KeyBinding(.connection, "i", "what was found in your org"),
      KeyBinding(.logIn, "L", "log in to Salesforce, or out"),
      KeyBinding(.profiles, "P", "profiles: several orgs, each with its own tasks"),
      KeyBinding(.quit, "q", "quit"),
    ],
    .list: ListScreen.listKeys, .views: ListScreen.viewKeys + [ChangesScreen.openKey], .task: TaskCommands.keys,
    .trash: TaskCommands.trashKeys,
    .detail: ListScreen.detailKeys, .snooze: SnoozeMenu.keys,
    .changes: ChangesScreen.keys, .reminder: Reminding.keys, .reminderSnooze: ReminderSnooze.keys,
    .conflict: ConflictMenu.keys, .vanishing: VanishingMenu.keys,
    .quickAdd: QuickAdd.keys, .form: FormScreen.keys, .settings: SettingsScreen.keys,
    .settingText: SettingsScreen.textKeys, .connection: ConnectionScreen.keys, .value: ValueMenu.keys,
    .help: HelpScreen.keys, .welcome: WelcomeScreen.keys,
    .login: LoginScreen.keys, .loginDomain: LoginScreen.domainKeys, .loginBrowser: LoginScreen.browserKeys,
    .loginPaste: LoginScreen.pasteKeys, .loginBusy: LoginScreen.busyKeys, .loginFailed: LoginScreen.failedKeys,
    .logOut: LogOutQuestion.keys, .profiles: ProfilesScreen.keys, .profileName: ProfilesScreen.nameKeys,
    .profileDeletion: ProfileDeletion.keys,
  ])

  /// The command of a key where these scopes are in force.
  func command(for press: KeyPress, in scopes: [Scope]) -> Command? {
    bindings(in: scopes).first { $0.keys.contains(press) }?.command
  }

  /// The key to name when a command is mentioned.
  func name(of command: Command, in scopes: [Scope]) -> String? {
    bindings(in: scopes).first { $0.command == command }?.keys.first?.name
  }

  /// What the line of hints offers on a screen: what is of use there now.
  func hints(of screen: any ScreenState, _ context: Context) -> [KeyBinding] {
    bindings(in: screen.scopes).map { $0.hinted(screen.hint(for: $0, context)) }
  }

  /// The keys by scope, for the help.
  func help(in scopes: [Scope]) -> [HelpSection] {
    var sections: [HelpSection] = []
    for scope in scopes {
      guard let bindings = bindings[scope] else { continue }
      if let last = sections.indices.last, sections[last].heading == scope.heading {
        sections[last].bindings += bindings
      } else {
        sections.append(HelpSection(heading: scope.heading, bindings: bindings))
      }
    }
    return sections
  }

  private func bindings(in scopes: [Scope]) -> [KeyBinding] {
    scopes.flatMap { bindings[$0] ?? [] }
  }
}

/// The keys under one heading of the help.
struct HelpSection: Sendable {
  let heading: String
  var bindings: [KeyBinding]
}
