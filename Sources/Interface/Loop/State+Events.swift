import Localization
import Reminders
import Terminal

extension State {
  mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .terminal(let event): return take(event)
    case .list(let contents): return take(contents)
    case .status(let status):
      context.status = status
      announceSync()
    case .connection(let facts): take(facts)
    case .time(let now, let today):
      context.now = now
      context.today = today
      if context.currentNotice == nil { context.notice = nil }
      return remindIfDue() + ask { $0.timePassed($1) }
    case .timeZone(let timeZone): context.timeZone = timeZone
    case .notifications(let ways): context.notifications = ways
    case .logLevel(let level): context.logLevel = level
    case .screenReader(let isOn):
      context.isForScreenReader = isOn
      // What was said before it was turned off may not be so any more.
      context.announcedSync = nil
    case .theme(let theme): context.theme = theme
    case .language(let language): context.speak(language)
    case .profile(let facts): context.profile = facts
    case .login(let progress): return take(progress)
    case .profiles(let profiles):
      context.profile.isOneOfSeveral = profiles.contains { $0.name != context.profile.name }
      return tell(.profiles(profiles))
    case .notice(let text, isWarning: false): context.notice = Notice(text, at: context.now)
    case .notice(let text, isWarning: true): context.notice = Notice(warning: text, at: context.now)
    case .edited(let text): return tell(.edited(text))
    case .performed(let report): return take(.done(report))
    case .settingSaved(let key): return take(.saved(key))
    case .lookedUp(let answer): return tell(.lookedUp(answer))
    case .failed(let line): return take(Answer.failed(line))
    case .changes(let feed): return tell(.changes(feed))
    case .upcomingReminders(let upcoming): return take(upcoming)
    case .notShownOnDesktop(let text): return [.notifyByTerminal(text)]
    case .reminded(let rows): return remind(of: rows)
    }
    return []
  }

  private mutating func take(_ contents: ListContents) -> [Effect] {
    // Another list that was asked for before, and comes late.
    if context.isLoaded, context.list.query == listQuery, contents.query != listQuery { return [] }
    context.list = contents
    context.isLoaded = true
    if screens.first is WelcomeScreen { screens = [ListScreen()] }
    lookForTrouble()
    settle()
    return takeKeysAhead()
  }

  /// Does what the keys mean that had to wait, if they need not any more.
  private mutating func takeKeysAhead() -> [Effect] {
    let keys = keysAhead
    keysAhead = []
    return keys.flatMap { key -> [Effect] in
      defer { settle() }
      return take(key)
    }
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .resize(let size): context.size = size
    case .key(let press): return take(TypedKey(.press(press), at: context.now))
    case .paste(let text):
      count = nil
      return ask { $0.paste(text, $1) }
    case .mouse(let mouse):
      count = nil
      if let tab = tab(at: mouse) { return take(TypedKey(.command(tab.command), at: context.now)) }
      return ask { $0.mouse(mouse, $1) }
    case .focusGained, .focusLost: break
    }
    return []
  }

  /// The view that is clicked, where nothing lies over the screen that has it.
  private func tab(at mouse: Mouse) -> Header.Tab? {
    guard case .press(.left) = mouse.action, let top = screens.last else { return nil }
    return Header(title: top.title, tabs: top.tabs(context), context)
      .tab(at: mouse.position, in: Layout(context.size).header)
  }

  private mutating func take(_ typed: TypedKey) -> [Effect] {
    var key = typed
    // Whoever types has read it, or has something better to do.
    let isRead = context.notice?.isWarning == true || context.isForScreenReader
    if isRead || screens.last is QuickAdd { context.notice = nil }
    // What waits already is about another screen than this one.
    if keysAhead.isEmpty, takeAsCount(&key) { return [] }
    if mustWait(key) {
      keysAhead.append(key)
      return []
    }
    guard let top = screens.last, let command = keys.command(for: key, in: scopesInForce) else {
      guard case .press(let press) = key.meaning else { return [] }
      return ask { $0.type(press, $1) }
    }
    context.count = key.count
    defer { context.count = nil }
    return perform(command, over: top)
  }

  /// The keys of the screen, and of a reminder over it.
  private var scopesInForce: [Scope] { (isReminding ? [.reminder] : []) + (screens.last?.scopes ?? []) }

  private mutating func perform(_ command: Command, over top: any ScreenState) -> [Effect] {
    switch command {
    case .quit, .interrupt: return [.quit]
    case .suspend: return [.suspend]
    case .help:
      let scopes = (isReminding ? [.reminder] : []) + top.helpScopes
      screens.append(HelpScreen(title: top.title, sections: keys.help(in: scopes)))
    case .palette: screens.append(PaletteScreen(scopesInForce, context))
    case .answerReminder:
      if let row = reminding.current?.row { screens.append(ReminderMenu(row: row)) }
    case .settings: screens.append(SettingsScreen())
    case .connection: screens.append(ConnectionScreen(context))
    case .logIn: screens.append(LoginScreen(context.profile))
    case .profiles:
      screens.append(ProfilesScreen())
      return [.listProfiles]
    case .mark, .markAll:
      // How many are selected stands where it was.
      context.notice = nil
      return ask { $0.perform(command, $1) }
    default: return ask { $0.perform(command, $1) }
    }
    return []
  }

  /// Whether a key is about what was asked for and is not there yet; the keys after it then wait too.
  private func mustWait(_ key: TypedKey) -> Bool {
    if screens.last?.isWaiting == true {
      return ![.quit, .interrupt].contains(keys.command(for: key, in: [.commands, .always]))
    }
    guard let list = screens.last as? ListScreen, context.isLoaded, !list.isCurrent(context) else { return false }
    switch keys.command(for: key, in: [.views, .commands, .always]) {
    case .interrupt: return false
    case .some: return !keysAhead.isEmpty
    case nil: return true
    }
  }

  private mutating func take(_ answer: Answer) -> [Effect] {
    let awaited = self.awaited.isEmpty ? nil : self.awaited.removeFirst()
    let effects = take(answer, to: awaited)
    guard case .perform(let action) = awaited?.effect else { return effects }
    return effects + tell(.answered(action, answer)) + takeKeysAhead()
  }

  /// The answer goes to the screen that waits for it, else to the user.
  private mutating func take(_ answer: Answer, to awaited: Awaited?) -> [Effect] {
    if let awaited, awaited.holdsScreen, screens.last?.isSaving == true {
      if case .done(let report) = answer { announce(report, awaited) }
      return ask { $0.answered(answer, $1) }
    }
    switch answer {
    case .done(let report):
      if case .add = awaited?.effect { context.unfinishedEntry = "" }
      announce(report, awaited)
    case .saved: break
    case .failed(let line): context.notice = Notice(warning: line, at: context.now)
    }
    return []
  }

  private mutating func announce(_ report: ActionReport?, _ awaited: Awaited?) {
    let text: String
    switch (report, awaited?.effect) {
    case (let report?, _): text = report.summary
    case (nil, .perform(.undo)), (nil, .perform(.undoEntries)): text = localized("There is nothing to undo.")
    case (nil, .perform(.redo)): text = localized("There is nothing to do again.")
    case (nil, .perform(.dismissConflicts)): text = localized("Conflict seen: it stays as it was merged.")
    default: return
    }
    let hints = report.map { self.hints(after: awaited?.effect, $0) } ?? []
    context.notice = Notice(text, hints: hints, at: context.now)
  }

  /// What can be done about what was just done.
  private func hints(after effect: Effect?, _ report: ActionReport) -> [String] {
    func hint(_ command: Command, _ scope: Scope, _ text: KeyedText) -> String? {
      keys.name(of: command, in: [scope]).map { _ in keys.text(text, in: [scope]) }
    }
    let undo = hint(.undo, .list, KeyedText("\(.undo) undoes it"))
    guard case .perform(let action) = effect else { return [undo].compactMap(\.self) }
    switch action {
    case .undo, .undoEntries: return [hint(.redo, .list, KeyedText("\(.redo) does it again"))].compactMap(\.self)
    case .retry, .answerVanishing(.keep): return []
    // It could not be done.
    case .resolveConflict where report.reminders.isEmpty, .edit where report.reminders.isEmpty: return []
    case .delete: return [undo, localized("the trash keeps it 30 days")].compactMap(\.self)
    case .setCompleted(let ids, true) where ids.count == 1 && context.row(ids[0])?.reminder.kind == .call:
      return [undo, hint(.sayOutcome, .task, KeyedText("\(.sayOutcome) adds what came of it"))].compactMap(\.self)
    default: return [undo].compactMap(\.self)
    }
  }

  private mutating func take(_ progress: LoginProgress) -> [Effect] {
    guard case .connected(let connection) = progress else { return tell(.login(progress)) }
    // The profile is made by its first login, and opened then.
    if screens.first is WelcomeScreen { return [.openProfile(context.profile.name)] }
    context.notice = Notice(
      localized("Connected to \(SyncStatus.host(connection.org)) as \(connection.user)"), at: context.now)
    return tell(.login(progress))
  }

  /// Closes all but the home screen, and shows a task or a view there.
  mutating func go(to destination: Destination) {
    guard var list = screens.first as? ListScreen else { return }
    list.go(to: destination)
    screens = [list]
  }

  /// Tells every screen, from the top down: one that closes then leaves those to be told where they are.
  private mutating func tell(_ news: News) -> [Effect] {
    screens.indices.reversed().flatMap { index in ask(index) { $0.told(news, $1) } }
  }

  /// Lets the screen that takes the keys do something, and does what it wants.
  private mutating func ask(_ question: (inout any ScreenState, Context) -> [Step]) -> [Effect] {
    ask(screens.count - 1, question)
  }

  private mutating func ask(_ index: Int, _ question: (inout any ScreenState, Context) -> [Step]) -> [Effect] {
    let steps = question(&screens[index], context)
    let holdsScreen = screens[index].isSaving
    var effects: [Effect] = []
    for step in steps {
      switch step {
      case .effect(.openProfile) where !awaited.isEmpty:
        context.notice = Notice(
          warning: localized("A change is still being saved: try again in a moment."), at: context.now)
      case .effect(let effect):
        effects.append(effect)
        if let awaited = Awaited(effect, holdsScreen: holdsScreen) { self.awaited.append(awaited) }
        if case .perform(let action) = effect { effects += tell(.asked(action)) }
      case .open(let screen):
        // A question must not be hidden by what was said before.
        if screen.keepsFooter { context.notice = nil }
        screens.append(screen)
      case .tell(let news): effects += tell(news)
      case .show(let destination): go(to: destination)
      case .close: if screens.count > 1 { screens.remove(at: index) }
      case .run(let command):
        context.recentCommands.removeAll { $0 == command }
        context.recentCommands.insert(command, at: 0)
        effects += take(TypedKey(.command(command), at: context.now))
      case .answerReminder(let command): effects += answerReminder(command)
      case .say(let text): context.notice = Notice(text, at: context.now)
      case .warn(let text): context.notice = Notice(warning: text, at: context.now)
      case .narrow(let filter): changeList { $0.place.narrow(to: filter) }
      case .sort(let orders): changeList { $0.orders = orders }
      case .keepEntry(let text): context.unfinishedEntry = text
      }
    }
    return effects
  }

  private mutating func changeList(_ change: (inout ListScreen) -> Void) {
    guard var list = screens.first as? ListScreen else { return }
    change(&list)
    screens[0] = list
  }
}
