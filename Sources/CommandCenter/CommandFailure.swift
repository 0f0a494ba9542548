import ArgumentParser
import Foundation
import Localization
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Signals

/// Exit codes, as in sysexits.h.
enum Exit {
  static let failed: Int32 = 1
  static let usage: Int32 = 64
  static let unavailable: Int32 = 69
  static let tryAgain: Int32 = 75
  static let loginNeeded: Int32 = 77
}

/// A failure as one line for the user, and the exit code that scripts read.
struct CommandFailure: Error {
  private let text: LocalizedText
  /// Whether it begins in the midst of a sentence, as what other modules say does.
  private var isPart = false
  let code: Int32

  /// In the language that is spoken where it is asked for: English for JSON and the log.
  var line: String { isPart ? localized(text).capitalizedFirst : localized(text) }

  init(_ text: LocalizedText, code: Int32 = Exit.failed) {
    self.text = text
    self.code = code
  }

  /// - Parameter line: What is a whole line already.
  init(line: String, code: Int32 = Exit.failed) {
    self.init("\(line)", code: code)
  }

  private init(part text: LocalizedText, code: Int32) {
    self.init(text, code: code)
    isPart = true
  }

  /// What an error of any module means to a user and to a script.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as OrgError: self.init(error)
    case SyncProblem.org(let error): self.init(error)
    case LoginError.org(let error): self.init(error)
    case let error as LoginError: self.init(part: error.text, code: Exit.loginNeeded)
    case let error as ReminderError: self.init(line: "\(error)", code: Exit.usage)
    case let error as SettingError: self.init(line: "\(error)", code: Exit.usage)
    case let error as ProfileNameError: self.init(line: "\(error)", code: Exit.usage)
    case let error as OrgAddressError: self.init(error.text, code: Exit.usage)
    default: self.init(line: String(describing: error))
    }
  }

  /// What the process that syncs has met, by its status; `nil` where it has synced.
  init?(leading state: SyncState) {
    let codes = [
      "off": Exit.failed, "offline": Exit.unavailable, "waiting": Exit.tryAgain, "loginNeeded": Exit.loginNeeded,
      "choiceNeeded": Exit.failed,
    ]
    guard let code = codes[state.statusName] else { return nil }
    if let reason = state.statusReason {
      self.init(line: reason.capitalizedFirst, code: code)
    } else {
      self.init(LocalizedText("Sync is \(StatusReport.words(for: state.statusName))."), code: code)
    }
  }

  /// Why a store is not in sync after a sync; `nil` where it is.
  init?(leftToSync counts: ReminderCounts) {
    if counts.refused > 0 {
      self.init(line: StatusReport.refused(counts.refused))
    } else if counts.pending > 0 {
      self.init(
        line: localized(
          counts.pending, one: "\(counts.pending) change is not sent yet: try again later.",
          other: "\(counts.pending) changes are not sent yet: try again later."), code: Exit.tryAgain)
    } else {
      return nil
    }
  }

  private init(_ error: OrgError) {
    let code =
      switch error {
      case .loginNeeded: Exit.loginNeeded
      case .unreachable, .unknownOutcome: Exit.unavailable
      case .busy: Exit.tryAgain
      case .refused, .invalidAnswer: Exit.failed
      }
    self.init(part: error.text, code: code)
  }
}

/// Runs the body of a command and turns what it throws into one line on stderr and an exit code.
func reportingFailures(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch is OutputClosed {
    // As it would have ended by itself, but that a connection to an org has this signal ignored.
    endProcess(by: SIGPIPE)
  } catch {
    let failure = CommandFailure(error)
    complain(failure.line)
    throw ExitCode(failure.code)
  }
}

/// Waits on the main thread for asynchronous work, which runs on the threads of the runtime and speaks as the caller does.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
  let done = DispatchSemaphore(value: 0)
  let outcome = Outcome<Value>()
  Task {
    do {
      outcome.set(.success(try await work()))
    } catch {
      outcome.set(.failure(error))
    }
    done.signal()
  }
  done.wait()
  return try outcome.get()
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
