import Terminal

/// Every key of the program: what it does, what the help says of it, and what the hints call it.
package struct KeyTable: Sendable {
  private var bindings: [Scope: [KeyBinding]]

  init(_ bindings: [Scope: [KeyBinding]]) {
    self.bindings = bindings
  }

  /// The keys of interface.md; each screen declares its own.
  package static let standard = KeyTable([
    .always: [
      KeyBinding(.interrupt, "ctrl-c", "quit at once"),
      KeyBinding(.suspend, "ctrl-z", "back to the shell; fg returns"),
    ],
    .commands: [
      KeyBinding(.help, "?", "the keys of this screen", hint: "help"),
      .palette,
      KeyBinding(.settings, ",", "settings"),
      KeyBinding(.connection, "i", "what was found in your org"),
      KeyBinding(.logIn, "L", "log in to Salesforce, or out"),
      KeyBinding(.profiles, "P", "profiles: several orgs, each with its own tasks"),
      KeyBinding(.quit, "q", "quit"),
    ],
    .list: ListScreen.listKeys, .views: ListScreen.viewKeys + [ChangesScreen.openKey, ListScreen.outboxKey],
    .task: TaskCommands.keys + TaskCommands.linkKeys, .trash: TaskCommands.trashKeys,
    .detail: ListScreen.detailKeys, .snooze: SnoozeMenu.keys,
    .filterLine: FilterLine.keys, .filterMenu: FilterMenu.keys, .sortMenu: SortMenu.keys,
    .changes: ChangesScreen.keys, .reminder: Reminding.keys, .reminderMenu: ReminderMenu.keys,
    .conflict: ConflictMenu.keys, .vanishing: VanishingMenu.keys,
    .quickAdd: QuickAdd.keys, .form: FormScreen.keys, .calendar: CalendarMenu.keys, .settings: SettingsScreen.keys,
    .settingText: SettingsScreen.textKeys, .connection: ConnectionScreen.keys, .value: ValueMenu.keys,
    .help: HelpScreen.keys, .helpSearch: HelpScreen.searchKeys, .palette: PaletteScreen.keys,
    .welcome: WelcomeScreen.keys,
    .login: LoginScreen.keys, .loginText: LoginScreen.textKeys, .loginBrowser: LoginScreen.browserKeys,
    .loginPaste: LoginScreen.pasteKeys, .loginBusy: LoginScreen.busyKeys, .loginFailed: LoginScreen.failedKeys,
    .logOut: LogOutQuestion.keys, .profiles: ProfilesScreen.keys, .profileName: ProfilesScreen.nameKeys,
    .profileDeletion: ProfileDeletion.keys,
    .triage: TriageScreen.keys, .triageSummary: TriageScreen.summaryKeys,
    .glance: GlanceScreen.keys,
  ])

  /// The keys of a scope.
  subscript(scope: Scope) -> [KeyBinding] {
    get { bindings[scope] ?? [] }
    set { bindings[scope] = newValue }
  }

  /// Whether a command is in force where these scopes are, by a key or only by the palette.
  func has(_ command: Command, in scopes: [Scope]) -> Bool {
    bindings(in: scopes).contains { $0.command == command }
  }

  /// The command of a key where these scopes are in force.
  func command(for press: KeyPress, in scopes: [Scope]) -> Command? {
    bindings(in: scopes).first { $0.keys.contains(press) }?.command
  }

  /// The key to name when a command is mentioned; `nil` where the user has bound none to it.
  func name(of command: Command, in scopes: [Scope] = Scope.allCases) -> String? {
    bindings(in: scopes).first { $0.command == command && !$0.keys.isEmpty }?.keys.first?.name
  }

  /// A sentence with the keys that it names. A command without a key is named as the palette finds it: `:undo`.
  ///
  /// - Parameter scopes: Where the commands are meant that have several keys.
  func text(_ sentence: KeyedText, in scopes: [Scope] = Scope.allCases) -> String {
    sentence.text { command in
      if let name = name(of: command, in: scopes) { return name }
      let palette = name(of: .palette).map { $0.count == 1 ? $0 : "\($0) " } ?? ""
      return palette + command.rawValue
    }
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

  /// The commands that have other keys than the standard ones.
  var changedCommands: Set<Command> {
    let changed = Scope.allCases.flatMap { scope in
      zip(self[scope], KeyTable.standard[scope]).filter { $0.keys != $1.keys }.map(\.0.command)
    }
    return Set(changed)
  }

  /// Their names, as in `config.toml`.
  package var changedNames: [String] { changedCommands.map(\.rawValue).sorted() }

  /// The keys of these scopes, those that win first.
  func bindings(in scopes: [Scope]) -> [KeyBinding] {
    scopes.flatMap { bindings[$0] ?? [] }
  }
}

/// The keys under one heading of the help.
struct HelpSection: Sendable {
  let heading: String
  var bindings: [KeyBinding]
}
