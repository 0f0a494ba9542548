import Foundation
import Reminders
import Terminal

/// A field that points to a record: what is typed, whom it means, and the list to choose from.
struct RecordPicker: Hashable, Sendable {
  /// As it was at first.
  let original: RecordReference?
  private(set) var text: TextField
  /// Whom the text means; `nil` while that is not clear, and where the field is empty.
  private(set) var chosen: RecordReference?
  private(set) var lookAhead: LookAhead
  private(set) var isOpen = false
  private(set) var selected = 0

  init(_ field: ReferenceField, _ original: RecordReference?) {
    self.original = original
    text = TextField(original?.shownName ?? "")
    chosen = original
    lookAhead = LookAhead(field)
  }

  var field: ReferenceField { lookAhead.field }
  var records: [KnownRecord] { isOpen ? lookAhead.records : [] }
  var isChanged: Bool { chosen?.id != original?.id || text.text != original?.shownName ?? "" }

  /// Whether there is a text of which it is not clear whom it means.
  var isUnclear: Bool { chosen == nil && !text.text.trimmed.isEmpty }

  // MARK: - Typing

  /// Lets the text do something; where it is another one then, the list is that of it.
  mutating func type(_ body: (inout TextField) -> Void) -> [Step] {
    let before = text.text
    body(&text)
    guard text.text != before else { return [] }
    chosen = text.text == original?.shownName ? original : nil
    isOpen = true
    selected = 0
    return lookAhead.look(for: text.text)
  }

  mutating func settle(width: Int, isFocused: Bool) { text.settleLine(width: width, isFocused: isFocused) }

  // MARK: - Choosing

  /// Whether the list can be opened without typing.
  var canOffer: Bool { text.isEmpty && !isOpen }

  /// Opens the list of an empty field: those that were chosen or viewed lately come first.
  mutating func offer() -> [Step] {
    (isOpen, selected) = (true, 0)
    return lookAhead.look(for: "")
  }

  mutating func move(by count: Int) {
    selected = min(max(0, selected + count), max(0, records.count - 1))
  }

  /// Takes the record that is selected; whether there is one.
  mutating func take(_ index: Int? = nil) -> Bool {
    let index = index ?? selected
    guard records.indices.contains(index) else { return false }
    choose(records[index].reference)
    return true
  }

  mutating func close() { isOpen = false }

  /// Closes the list; a text that can mean only one is taken for that one.
  mutating func leave() {
    if isUnclear, lookAhead.isCurrent, case .one(let record) = RecordMatch(text.text, among: lookAhead.records) {
      choose(record.reference)
    }
    close()
  }

  /// Makes it as it was when it was kept.
  mutating func restore(_ typed: String, _ reference: RecordReference?) {
    text = TextField(typed)
    chosen = reference
  }

  private mutating func choose(_ reference: RecordReference) {
    chosen = reference
    text = TextField(DisplayText(reference.shownName).text)
    close()
  }

  // MARK: - Looking up

  /// Takes an answer; what is selected stays so, wherever it stands now.
  mutating func take(_ answer: LookUpAnswer, _ context: Context) {
    let before = records.indices.contains(selected) && selected > 0 ? records[selected].id : nil
    lookAhead.take(answer, context)
    selected = before.flatMap { id in records.firstIndex { $0.id == id } } ?? min(selected, max(0, records.count - 1))
  }

  var deadline: Date? { lookAhead.deadline }

  mutating func timePassed(_ context: Context) -> [Step] { lookAhead.timePassed(context) }
}

extension RecordReference {
  /// Its name, or its Id where that is not known.
  var shownName: String { name.isEmpty ? id : name }
}
