import Foundation
import Interface
import ReminderStore
import Reminders
import Salesforce
import Synchronization

/// Carries out the logins that the Login screen asks for, one at a time, and tells how each goes.
final class LoginDesk: Sendable {
  private let login: ProfileLogin
  private let post: @Sendable (Event) -> Void
  private let current = Mutex<Attempt?>(nil)

  private struct Attempt {
    let task: Task<Void, Never>
    /// What the user pastes for it.
    let pasted: AsyncStream<String>.Continuation
  }

  init(_ login: ProfileLogin, post: @escaping @Sendable (Event) -> Void) {
    self.login = login
    self.post = post
  }

  /// Begins a login, when the one before has given its port back.
  func begin(_ place: LoginPlace) {
    let (pasted, continuation) = AsyncStream.makeStream(of: String.self)
    current.withLock { current in
      let previous = current?.task
      previous?.cancel()
      let task = Task { [self] in
        await previous?.value
        await run(place, pasted)
      }
      current = Attempt(task: task, pasted: continuation)
    }
  }

  /// Hands the login that waits what the user has pasted.
  func finish(with text: String) { current.withLock { _ = $0?.pasted.yield(text) } }

  func cancel() { current.withLock { $0?.task.cancel() } }

  func logOut() {
    Task { [login, post] in
      do {
        post(.notice(try await login.logOut(), isWarning: false))
      } catch {
        post(.notice(CommandFailure(error).line, isWarning: true))
      }
    }
  }

  private func run(_ place: LoginPlace, _ pasted: AsyncStream<String>) async {
    do {
      let made = try await make(place, pasted)
      tell(.checking)
      let kept = try await login.keep(made)
      let asksForSync = try !kept.store.isDecided(.sync)
      post(
        .login(
          .connected(
            LoginConnection(
              user: kept.user.name, org: made.session.instance.description, asksForSync: asksForSync))))
    } catch let error as OrgAddressError {
      tell(.unusableAddress("\(error)"))
    } catch {
      if !Task.isCancelled { login.note(failure: error) }
      var failure = LoginFailure(CommandFailure(error).line)
      if case StoreError.foreignOrg = error { failure = LoginFailure("\(error)", isOfOtherProfile: true) }
      tell(.failed(failure))
    }
  }

  /// A login that was given up has nothing more to say.
  private func tell(_ progress: LoginProgress) {
    if !Task.isCancelled { post(.login(progress)) }
  }

  private func make(_ place: LoginPlace, _ pasted: AsyncStream<String>) async throws -> Login {
    switch place {
    case .salesforceCLI(let username): try await SalesforceCLI().login(of: username)
    case .production: try await browserLogin(at: .production, pasted)
    case .sandbox: try await browserLogin(at: .sandbox, pasted)
    case .domain(let text): try await browserLogin(at: OrgAddress(loginDomain: text), pasted)
    }
  }

  private func browserLogin(at address: OrgAddress, _ pasted: AsyncStream<String>) async throws -> Login {
    let (browser, client) = try login.browser(at: address)
    let until = Date().addingTimeInterval(TimeInterval(ProfileLogin.patience.components.seconds))
    let session = try await browser.session(patience: ProfileLogin.patience, pasted: pasted) { obstacle in
      let isOpen = Browser(environment: ProcessInfo.processInfo.environment).open(browser.address)
      tell(
        .waiting(
          LoginInvitation(
            address: browser.address, until: until, isOpen: isOpen, obstacle: obstacle.map { "\($0)" })))
    } onStray: { [post] error in
      post(.login(.answerRefused("\(error)")))
    }
    return Login(session: session, method: .browser(clientID: client.id))
  }
}
