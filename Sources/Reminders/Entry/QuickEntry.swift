import Localization

/// A reminder typed on one line: `Call Ada about renewal tomorrow !high #call @Ada Lovelace`.
///
/// `!high` is the priority, `#call` the kind, `@` begins the name of a person and takes the words up to the next mark
/// or date. A date is read where it stands at an end of the line or before the person, or anywhere when it cannot be
/// mistaken for a part of the name. A backslash before a word keeps it in the name.
package struct QuickEntry: Hashable, Sendable {
  package var name: String
  package var due: Day?
  package var priority: Reminder.Priority
  package var kind: Reminder.Kind
  /// The person as typed; it is looked up among the people who are known here.
  package var personName: String?

  /// Reads a line.
  ///
  /// - Throws: a `ReminderError` for an empty or long name, a day that does not exist, an unknown kind or priority.
  package init(_ line: String, today: Day) throws(ReminderError) {
    name = ""
    priority = .normal
    kind = .custom
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    try takeMarks(from: &words)
    let expression = DayExpression(today: today)
    try takeDate(from: &words, expression)
    takePerson(from: &words)
    name = try ReminderDraft.validatedName(
      // A backslash by itself escapes nothing.
      words.map { $0.hasPrefix("\\") && $0.count > 1 ? String($0.dropFirst()) : $0 }.joined(separator: " "))
  }

  private mutating func takeMarks(from words: inout [String]) throws(ReminderError) {
    var kept: [String] = []
    for word in words {
      switch word.first {
      case "!" where word.count > 1 && word.dropFirst().allSatisfy(\.isLetter):
        guard let priority = Reminder.Priority(rawValue: QuickEntry.english(word.dropFirst())) else {
          throw .unknownPriority(String(word.dropFirst()))
        }
        self.priority = priority
      case "#" where word.count > 1 && word.dropFirst().allSatisfy(\.isLetter):
        let typed = QuickEntry.english(word.dropFirst())
        guard let kind = Reminder.Kind.allCases.first(where: { $0.rawValue.lowercased() == typed }) else {
          throw .unknownKind(String(word.dropFirst()))
        }
        self.kind = kind
      default:
        kept.append(word)
        continue
      }
      // A person's name ends where a mark stood.
      if kept.last != "" { kept.append("") }
    }
    words = kept
  }

  /// The empty words left by `takeMarks` are borders; the ends of the line are next to them.
  private mutating func takeDate(from words: inout [String], _ expression: DayExpression) throws(ReminderError) {
    let significant = words.indices.filter { !words[$0].isEmpty }
    guard let first = significant.first, let last = significant.last else { return }
    for length in stride(from: min(DayExpression.maximumWords, significant.count), through: 1, by: -1) {
      // The end of the line is tried first: that is where most people put the date.
      for start in significant.reversed() where start + length <= words.count {
        let range = start..<(start + length)
        let candidate = words[range].map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
        guard !candidate.contains(where: \.isEmpty) else { continue }
        let isBeforePerson = words[range.upperBound...].first { !$0.isEmpty }.map(QuickEntry.isPerson) ?? false
        let isAtAnEnd = range.lowerBound == first || range.upperBound == last + 1 || isBeforePerson
        guard isAtAnEnd || DayExpression.isUnmistakable(candidate) else { continue }
        switch expression.read(candidate) {
        case .none: continue
        case .impossible(let text): throw .noSuchDay(text)
        case .day(let day):
          due = day
          words.replaceSubrange(range, with: [""])
          if range.lowerBound > 0, words[range.lowerBound - 1].hasSuffix(",") {
            words[range.lowerBound - 1].removeLast()
          }
          return
        }
      }
    }
  }

  /// What is to be looked up.
  package var person: LookUp? { personName.map { LookUp(.person, $0) } }

  private mutating func takePerson(from words: inout [String]) {
    if let start = words.firstIndex(where: QuickEntry.isPerson) {
      let end = words[start...].firstIndex(of: "") ?? words.endIndex
      personName = words[start..<end].joined(separator: " ").dropFirst().description
      words.removeSubrange(start..<end)
    }
    words.removeAll(where: \.isEmpty)
  }

  /// The English for what stands after a mark, in small letters.
  private static func english(_ word: Substring) -> String {
    Localization.current.language.english(for: word.lowercased())
  }

  private static func isPerson(_ word: String) -> Bool { word.hasPrefix("@") && word.count > 1 }
}
