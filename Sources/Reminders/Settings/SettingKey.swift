import Localization

/// A setting that `command-center settings` and the Settings screen show.
package enum SettingKey: String, Sendable, CaseIterable {
  case sync
  case subjectTemplate = "subject_template"
  case importWindow = "import_window"
  case live
  case statusOpen = "status_open"
  case statusCompleted = "status_completed"
  case priorityNormal = "priority_normal"
  case priorityHigh = "priority_high"
  case externalIDField = "external_id_field"
  case listOrder = "list_order"
  case theme
  case language
  case screenReader = "screen_reader"
  case notifications
  case clientID = "client_id"
  case callbackURL = "callback_url"
  case keyring
  case logLevel = "log_level"

  /// Where a setting lives: with the profile, in its store, or with the user, in `config.toml`.
  package enum Scope: Sendable {
    case profile, user
  }

  package var scope: Scope {
    switch self {
    case .theme, .language, .screenReader, .notifications, .clientID, .callbackURL, .keyring, .logLevel: .user
    default: .profile
    }
  }

  /// What it is for, in one line.
  package var purpose: String {
    switch self {
    case .sync: localized("Sync reminder tasks with Salesforce (on or off)")
    case .subjectTemplate: localized("How the Subject in Salesforce is made (activity detail customization)")
    case .importWindow: localized("What the first import fetches: recent (24 hours) or recent+due")
    case .live:
      localized("Which changes in Salesforce come at once: on (all), own (of your tasks) or off (all are asked for)")
    case .statusOpen: localized("The Status of an open task in Salesforce")
    case .statusCompleted: localized("The Status of a completed task in Salesforce")
    case .priorityNormal: localized("The Priority of a normal task in Salesforce")
    case .priorityHigh: localized("The Priority of a high task in Salesforce")
    case .externalIDField: localized("A unique external Id field of Task in the org, if it has one")
    case .listOrder: localized("How lists are sorted that are not in their own order, e.g. open=name completed=newest")
    case .theme: localized("The colours: a file of the themes folder")
    case .language: localized("The language: auto (that of the system), en, or a file of the languages folder")
    case .screenReader: localized("A screen that is read aloud: no drawings, nothing that moves (on or off)")
    case .notifications:
      localized("How reminders draw attention, beside their line: on (bell and desktop), bell, desktop or off")
    case .clientID: localized("The consumer key of the connected app by which this program logs in")
    case .callbackURL: localized("The callback URL of that app, where the browser comes back to")
    case .keyring: localized("Whether logins are kept in the desktop's keyring where there is one (on or off)")
    case .logLevel: localized("How much the log tells: error, warning, info, debug or trace")
    }
  }

  /// Finds a setting by the name typed.
  package init(named name: String) throws(SettingError) {
    guard let key = SettingKey(rawValue: name) else { throw .unknownKey(name) }
    self = key
  }
}

/// Why a setting is refused.
package enum SettingError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownKey(String)
  case notOneOf(key: SettingKey, value: String, choices: [String])
  case empty(SettingKey)
  case template(SubjectTemplateError)
  case sameValue(SettingKey, SettingKey)
  case notAFieldName(String)
  case notListOrders(String)

  package var description: String {
    switch self {
    case .unknownKey(let name):
      localized("There is no setting “\(name)”: use \(SettingKey.allCases.map(\.rawValue).joined(separator: ", ")).")
    case .notOneOf(let key, let value, let choices):
      localized("“\(value)” is not a value of \(key.rawValue): use \(Self.either(choices)).")
    case .empty(let key): localized("\(key.rawValue) cannot be empty: type the value as Salesforce shows it.")
    case .template(let error): error.description
    case .sameValue(let one, let other):
      localized("\(one.rawValue) and \(other.rawValue) would be the same value: they must differ.")
    case .notAFieldName(let name):
      localized("“\(name)” is not the name of a custom field: type its API name, such as Command_Center_Id__c.")
    case .notListOrders(let text): notListOrders(text)
    }
  }

  private static func either(_ choices: [String]) -> String {
    choices.joined(separator: " \(localized("or")) ")
  }

  private func notListOrders(_ text: String) -> String {
    let orders = ListOrder.allCases.map(\.rawValue).joined(separator: ", ")
    let views = ReminderView.allCases.map(\.rawValue).joined(separator: ", ")
    return localized(
      "“\(text)” does not say how lists are sorted: write VIEW=ORDER with spaces between, where an order is \(orders) and a view is \(views)."
    )
  }
}
