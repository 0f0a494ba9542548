import GRDB
import Reminders

/// Leads from words to the few reminders in which they stand, by the index of words.
struct WordLookUp {
  /// True of every reminder that fits to the words, and perhaps of some others.
  let condition: SQLCondition

  /// `nil` where the terms stand in many reminders, or there are none.
  static func rare(_ terms: [String], _ database: Database) throws -> WordLookUp? {
    guard let pattern = pattern(terms) else { return nil }
    let numbers = try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT rowid FROM reminderSearch WHERE reminderSearch MATCH ? LIMIT \(ViewSearch.few)"),
      arguments: [pattern])
    guard numbers.count < ViewSearch.few else { return nil }
    return WordLookUp(
      condition: SQLCondition("r.number IN (SELECT value FROM json_each(?))", ["\(numbers)"]))
  }

  /// The words as FTS5 reads them: each a string in quotes, of which it takes nothing for syntax, and a star, by which it
  /// begins a word ("SQLite FTS5 Extension", "Full-text Query Syntax").
  private static func pattern(_ terms: [String]) -> String? {
    let words = terms.flatMap { $0.split(separator: " ") }
    return words.isEmpty ? nil : words.map { "\"\($0.replacing("\"", with: "\"\""))\" *" }.joined(separator: " ")
  }
}
