import Localization

/// Why the store cannot do its work.
package enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  /// The file was written by a later version of the program; it is left as it is.
  case newerVersion(path: String)
  case damaged(path: String)
  case diskFull
  /// Another process kept the file locked for longer than we wait.
  case busy
  case failed(reason: String)
  case unknownReminder(String)
  /// An Id that several tasks begin with; some of them are named.
  case ambiguousReminder(prefix: String, matches: Int, examples: [AmbiguousMatch])
  /// The profile belongs to another user or org (sync-rules.md §5, isolation).
  case foreignOrg(expected: String, found: String)

  /// What of it anybody may read, in English. What SQLite says is of tables, not of what is in them.
  package var outline: String {
    switch self {
    case .cannotOpen(_, let reason): "cannot open the store: \(reason)"
    case .newerVersion: "the store is of a newer version"
    case .damaged: "the store is damaged"
    case .diskFull: "the disk is full"
    case .busy: "another program holds the store"
    case .failed(let reason): "the store failed: \(reason)"
    case .unknownReminder: "there is no such task"
    case .ambiguousReminder(_, let matches, _): "a prefix stands for \(matches) tasks"
    case .foreignOrg: "the login is of another user or org than the profile"
    }
  }

  /// Whether something is wrong with the store or the disk, not with what was asked.
  package var isFault: Bool {
    switch self {
    case .cannotOpen, .newerVersion, .damaged, .diskFull, .busy, .failed: true
    case .unknownReminder, .ambiguousReminder, .foreignOrg: false
    }
  }

  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason): localized("Cannot open the tasks in \(path): \(reason)")
    case .newerVersion(let path):
      localized(
        "The tasks in \(path) were written by a newer version of Command Center: update it; nothing was changed.")
    case .damaged(let path):
      localized(
        "The file \(path) is damaged: move it away to start anew, nothing was changed; tasks that were in sync come back from Salesforce."
      )
    case .diskFull: localized("The disk is full: free some space; the last action was not saved.")
    case .busy: localized("Another program holds the tasks just now: nothing was saved; try again.")
    case .failed(let reason): localized("The tasks cannot be saved or read: \(reason)")
    case .unknownReminder(let text):
      localized("There is no task “\(text)”: see the first column of `command-center list --view all`.")
    case .ambiguousReminder(let prefix, let matches, let examples):
      ambiguous(prefix, matches, examples.map(\.description).joined(separator: ", "))
    case .foreignOrg(let expected, let found):
      localized(
        "This profile belongs to \(expected), but the login is for \(found): use another profile (--profile NAME).")
    }
  }

  private func ambiguous(_ prefix: String, _ matches: Int, _ examples: String) -> String {
    localized("“\(prefix)” stands for \(matches) tasks, such as \(examples): type more of the Id.")
  }
}

/// One of the tasks that a beginning of an Id stands for.
package struct AmbiguousMatch: Equatable, Sendable, CustomStringConvertible {
  /// As much of its Id as tells it from the others that are named.
  let prefix: String
  let name: String

  package var description: String { "\(prefix) “\(name)”" }
}
