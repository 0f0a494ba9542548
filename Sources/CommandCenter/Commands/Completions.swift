import ArgumentParser
import Foundation
import Interface
import ReminderStore
import Reminders

/// What a shell offers at the tab key, beside what the parser knows: what is in the store and the folders now.
///
/// Whatever goes wrong, nothing is offered and nothing is said: the user is in the middle of a line.
enum Completions {
  /// How many tasks are offered at most: more cannot be chosen from.
  private static let most = 100

  /// Those tasks that the command of the line is for, each by its Id with its name.
  static let tasks: Candidates = { words, _, _ in
    let view: ReminderView =
      if words.contains("reopen") { .completed } else if words.contains("restore") { .trash } else { .open }
    return tasks(of: view, words)
  }

  static let profiles: Candidates = { _, _, _ in
    (try? Profile(ProfileName.standard, Places())).map { ProfileList(open: $0).summaries.map(\.name) } ?? []
  }
  static let themes: Candidates = { _, _, _ in ThemeFiles(Places()).names }
  static let settings = CompletionKind.list(SettingKey.allCases.map(\.rawValue))

  typealias Candidates = @Sendable (_ words: [String], _ index: Int, _ prefix: String) -> [String]

  private static func tasks(of view: ReminderView, _ words: [String]) -> [String] {
    let name = words.firstIndex(of: "--profile").flatMap { words.dropFirst($0 + 1).first } ?? ProfileName.standard
    guard let store = try? Profile(name, Places()).openStoreToRead(),
      let rows = try? store.rows(view, on: LocalDay(at: Date(), in: .current), limit: most)
    else { return [] }
    let length = TextTable.idLength(rows.map(\.id))
    return rows.map { described(String($0.id.rawValue.prefix(length)), by: $0.reminder.fields.name) }
  }

  /// Shells that can show what a candidate means get it in the way of each.
  private static func described(_ candidate: String, by text: String) -> String {
    let text = text.withoutControls.replacing("\n", with: " ")
    return switch CompletionShell.requesting {
    case CompletionShell.zsh: "\(candidate):\(text.replacing(":", with: " "))"
    case CompletionShell.fish: "\(candidate)\t\(text)"
    default: candidate
    }
  }
}
