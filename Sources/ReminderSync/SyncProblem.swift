import Localization
package import ReminderStore
package import Reminders
package import Salesforce

/// Why a cycle could not be finished.
package enum SyncProblem: Error, Equatable, Sendable, CustomStringConvertible {
  case syncIsOff
  /// A value that the program would write does not exist in the org.
  case missingPicklistValue(SettingKey, value: String, choices: [String])
  case org(OrgError)
  case store(StoreError)

  package init(_ error: any Error) {
    switch error {
    case let problem as SyncProblem: self = problem
    case let error as OrgError: self = .org(error)
    case let error as StoreError: self = .store(error)
    default: self = .org(.invalidAnswer(reason: LocalizedText(verbatim: String(describing: error))))
    }
  }

  package var description: String {
    switch self {
    case .syncIsOff: localized("Sync is off: turn it on with `command-center settings set sync on`.")
    case .missingPicklistValue(let key, let value, let choices):
      localized(
        "The org has no value “\(value)” (setting \(key.rawValue)): set it to one of \(choices.joined(separator: ", "))."
      )
    case .org(let error): error.description
    case .store(let error): error.description
    }
  }

  /// Whether what the org told at connection does not hold any more, so that it has to be asked anew.
  var asksForNewConnection: Bool {
    switch self {
    case .org(.refused(let error)): error.saysFactsChanged
    case .store(.foreignOrg): true
    default: false
    }
  }

  /// What of it anybody may read, in English: a refusal in Salesforce's words may repeat what the user wrote.
  package var outline: String {
    switch self {
    case .syncIsOff: "sync is off"
    case .missingPicklistValue(let key, _, _): "the org lacks the value of \(key.rawValue)"
    case .org(.refused(let error)): "Salesforce refused the request (\(error.code)): \(error.reason.outline)"
    case .org(let error): error.text.outline
    case .store(let error): error.outline
    }
  }

  /// All of it, in English.
  package var english: String { Localization.with(.english) { description } }
}
