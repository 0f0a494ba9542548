import Foundation
import Localization
import Reminders
import Terminal

/// Logs the profile in to an org: where, then in the browser, with what comes back from it.
struct LoginScreen: ScreenState {
  enum Stage: Hashable {
    case choosing
    /// Something is on its way that says how it goes on: these words tell what.
    case busy(String)
    case waiting(LoginInvitation)
    case failed(LoginFailure)
  }

  struct Note: Hashable {
    let text: String
    let role: Role
  }

  private(set) var stage = Stage.choosing
  let choices: [LoginChoice]
  private(set) var selected = 0
  /// What is typed for the choices that take a text.
  private(set) var texts: [LoginChoice: TextField]
  /// What is wrong with the domain.
  private(set) var domainError: String?
  /// What was pasted or typed of the browser's last address; never shown in full.
  private(set) var answer = TextField()
  /// What became of the last answer.
  private(set) var note: Note?
  /// The first line of the address in view.
  private(set) var firstLine = 0

  init(_ profile: ProfileFacts) {
    choices = LoginChoice.all(profile)
    texts = Dictionary(uniqueKeysWithValues: choices.filter(\.takesText).map { ($0, TextField()) })
  }

  var title: String { localized("Log in") }
  var choice: LoginChoice { choices[min(selected, choices.count - 1)] }

  var scopes: [Scope] {
    switch stage {
    case .choosing: [choice.takesText ? .loginText : .login, .always]
    case .busy: [.loginBusy, .always]
    case .waiting: [answer.isEmpty ? .loginBrowser : .loginPaste, .always]
    case .failed: [.loginFailed, .always]
    }
  }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    switch (binding.command, stage) {
    case (.logOut, _): context.profile.isLoggedIn ? binding.hint : nil
    case (.profiles, .failed(let failure)): failure.isOfOtherProfile ? binding.hint : nil
    default: binding.hint
    }
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch (command, stage) {
    case (.down, .choosing): select(selected + 1)
    case (.up, .choosing): select(selected - 1)
    case (.down, .waiting): firstLine += 1
    case (.up, .waiting): firstLine = max(0, firstLine - 1)
    case (.open, _), (.openAgain, _): return begin()
    case (.copyAddress, .waiting(let invitation)):
      return [.effect(.copy(invitation.address)), .say(localized("Copied, if the terminal lets programs copy."))]
    case (.save, .waiting): return finish()
    case (.logOut, _):
      return context.profile.isLoggedIn
        ? [.open(LogOutQuestion())] : [.say(localized("This profile is not logged in."))]
    case (.back, .choosing): return [.close]
    case (.back, .failed): stage = .choosing
    case (.back, .waiting) where !answer.isEmpty: answer = TextField()
    case (.back, .waiting), (.back, .busy):
      stage = .choosing
      return [.effect(.cancelLogin)]
    default: break
    }
    return []
  }

  private mutating func select(_ index: Int) {
    selected = min(max(0, index), choices.count - 1)
    domainError = nil
  }

  private mutating func begin() -> [Step] {
    let place = choice.place(texts[choice]?.text.trimmed ?? "")
    if case .domain("") = place {
      domainError = localized("Type the org's own domain: acme, or https://acme.my.salesforce.com.")
      return []
    }
    if case .salesforceCLI = place {
      stage = .busy(localized("The Salesforce CLI is asked for its login"))
    } else {
      stage = .busy(localized("The login begins"))
    }
    (answer, note, domainError, firstLine) = (TextField(), nil, nil, 0)
    return [.effect(.logIn(place))]
  }

  private mutating func finish() -> [Step] {
    let text = answer.text
    answer = TextField()
    note = Note(text: localized("What was pasted is looked at."), role: .accent)
    return [.effect(.finishLogin(text))]
  }

  mutating func told(_ news: News, _ context: Context) -> [Step] {
    guard case .login(let progress) = news else { return [] }
    switch progress {
    case .connected(let connection):
      return [.close] + (connection.asksForSync ? [.open(SettingsScreen(isAsking: true))] : [])
    // What was on its way when the user gave up.
    case _ where stage == .choosing: break
    case .waiting(let invitation): (stage, note) = (.waiting(invitation), nil)
    case .answerRefused(let reason): note = Note(text: reason.sentence, role: .error)
    case .checking: stage = .busy(localized("Salesforce is asked who this is"))
    case .failed(let failure): stage = .failed(failure)
    case .unusableAddress(let reason):
      stage = .choosing
      domainError = reason
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    switch stage {
    case .choosing: if texts[choice]?.press(press) == true { domainError = nil }
    case .waiting: _ = answer.press(press)
    default: break
    }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    switch stage {
    case .choosing where choice.takesText:
      texts[choice]?.insert(text)
      domainError = nil
    case .waiting: answer.insert(text)
    default: break
    }
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch (mouse.action, stage) {
    case (.wheelDown, _): return perform(.down, context)
    case (.wheelUp, _): return perform(.up, context)
    case (.press(.left), .choosing):
      if let index = choice(at: mouse.position, in: Layout(context.size).body, context) { select(index) }
    default: break
    }
    return []
  }

  /// The time that is left stands on the screen, to the second.
  func nextDeadline(_ context: Context) -> Date? {
    guard case .waiting(let invitation) = stage else { return nil }
    let left = invitation.until.timeIntervalSince(context.now)
    return left > 0 ? invitation.until.addingTimeInterval(-(left.rounded(.up) - 1)) : nil
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let (width, current) = (textWidth(area), choice)
    for choice in texts.keys {
      texts[choice]?.settleLine(width: width, isFocused: choice == current)
    }
    answer.settleLine(width: answerWidth(area))
    firstLine = min(firstLine, lastFirstLine(in: area, context))
  }
}
