import Localization
import Reminders

/// A setting of the Settings screen, in the order of the screen.
enum SettingItem: Sendable, CaseIterable, Hashable {
  case sync, subjectTemplate, importWindow, statusOpen, statusCompleted, priorityNormal, priorityHigh, live,
    notifications, keys, logLevel, language, screenReader, theme

  enum Editing {
    /// Space turns it over or goes to the next value.
    case choice
    /// Enter lets type it.
    case text
    /// Enter opens what there is to see.
    case list
  }

  /// `nil` for what is no single value.
  var key: SettingKey? {
    switch self {
    case .sync: .sync
    case .subjectTemplate: .subjectTemplate
    case .importWindow: .importWindow
    case .live: .live
    case .statusOpen: .statusOpen
    case .statusCompleted: .statusCompleted
    case .priorityNormal: .priorityNormal
    case .priorityHigh: .priorityHigh
    case .theme: .theme
    case .language: .language
    case .screenReader: .screenReader
    case .notifications: .notifications
    case .logLevel: .logLevel
    case .keys: nil
    }
  }

  var editing: Editing {
    switch self {
    case .sync, .importWindow, .live, .theme, .language, .screenReader, .notifications, .logLevel: .choice
    case .subjectTemplate, .statusOpen, .statusCompleted, .priorityNormal, .priorityHigh: .text
    case .keys: .list
    }
  }

  var title: String {
    switch self {
    case .sync: localized("Sync reminder tasks with Salesforce")
    case .subjectTemplate: localized("Subject")
    case .importWindow: localized("First import")
    case .live: localized("Live updates")
    case .statusOpen: localized("Open is")
    case .statusCompleted: localized("Completed is")
    case .priorityNormal: localized("Normal is")
    case .priorityHigh: localized("High is")
    case .theme: localized("Theme")
    case .language: localized("Language")
    case .screenReader: localized("Screen reader")
    case .notifications: localized("Reminders")
    case .keys: localized("Keys")
    case .logLevel: localized("Log")
    }
  }
}
