import Foundation
import Localization
import Log
import ReminderStore
import Reminders

/// What a report of a mistake needs, as one text that the user can read before he sends it.
///
/// It has counts, sizes, states and codes, and nothing of what the user works on or of who he is. Each part leaves that
/// out by itself; and what is known of org, user and machine is then looked for in the whole, so that a part that forgot
/// something does not tell it.
struct DebugBundle {
  let profile: Profile
  let environment: [String: String]
  let now: Date

  /// The lines of the log that are taken at most.
  static let logLines = 1_000

  /// A part, as a title and lines.
  struct Section {
    let title: String
    let lines: [String]

    init(_ title: String, _ lines: [String]) {
      (self.title, self.lines) = (title, lines)
    }

    init(_ title: String, facts: [(String, String)]) {
      self.init(title, facts.map { "\($0): \($1.isEmpty ? "-" : $1)" })
    }
  }

  /// The whole text, in English whatever the user's language.
  ///
  /// - Parameter findings: what `doctor` found.
  func text(with findings: [Finding]) -> String { Localization.with(.english) { english(findings) } }

  private func english(_ findings: [Finding]) -> String {
    let sections =
      [programSection, doctorSection(findings), settingsSection] + storeSections + [filesSection, logSection]
    let body = sections.map { "== \($0.title) ==\n\($0.lines.joined(separator: "\n"))\n" }
    let text = ([Self.preface] + body).joined(separator: "\n")
    return KnownNames(profile, environment).removed(from: SecretPattern.masked(text))
  }

  private static let preface = """
    Debug bundle of Command Center
    It has no tokens, and no names, details or addresses of tasks, people, users and orgs: \(LogLine.nothing) stands for
    what was left out. Please look through it before you send it.

    """
}

extension DebugBundle {
  /// Writes it to a file that only this user may read, and that was not there before.
  ///
  /// - Parameters:
  ///   - path: `nil` for one of its own name in the present folder.
  ///   - findings: what `doctor` found.
  /// - Returns: the path, and how many bytes it has.
  func write(to path: String?, with findings: [Finding]) throws -> (path: String, bytes: Int) {
    let day = now.formatted(.iso8601.year().month().day())
    let names = path.map { [$0] } ?? (1...99).map { "command-center-debug-\(day)\($0 == 1 ? "" : "-\($0)").txt" }
    let bytes = Array(text(with: findings).utf8)
    for name in names {
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw CommandFailure("Cannot write \(name).") }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      guard (try? file.write(contentsOf: bytes)) != nil else { throw CommandFailure("Cannot write \(name).") }
      return (name, bytes.count)
    }
    let last = names[names.count - 1]
    throw CommandFailure("\(last) is there already: give another name, or move it away.")
  }
}
