/// What is typed where a record is wanted.
package struct LookUp: Hashable, Sendable {
  package let field: ReferenceField
  package let text: String

  package init(_ field: ReferenceField, _ text: String) {
    self.field = field
    self.text = text.trimmed
  }

  /// Salesforce searches for two characters at least.
  package static let shortestSearch = 2

  /// Whether the text is an Id of Salesforce, of 15 characters or of 18, of a record that the field may point to.
  package var isID: Bool {
    [15, 18].contains(text.utf8.count) && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && text.contains(where: \.isNumber) && field.takes(text)
  }
}

/// For which record a text stands, among those that fit to it.
package enum RecordMatch: Hashable, Sendable {
  case one(KnownRecord)
  /// Several, of which the text names none alone.
  case several([KnownRecord])
  case none

  /// The only one, or the only one of that very name, whatever its case and its accents.
  ///
  /// - Parameter records: those that fit to the text, in the order in which they are offered.
  package init(_ text: String, among records: [KnownRecord]) {
    let name = FoldedText.words(text)
    let exact = records.filter { FoldedText.words($0.name) == name }
    switch (exact.count, records.count) {
    case (1, _): self = .one(exact[0])
    case (0, 1): self = .one(records[0])
    case (0, 0): self = .none
    case (0, _): self = .several(records)
    default: self = .several(exact)
    }
  }
}

extension LookUp {
  /// The record that the text stands for.
  ///
  /// An Id that is not known here is taken at its word: what the org knows of it comes with the next pull.
  ///
  /// - Parameter records: those that are known here and fit to it.
  /// - Throws: `ReminderError` where it is none, or one of several.
  package func reference(among records: [KnownRecord]) throws(ReminderError) -> RecordReference {
    switch RecordMatch(text, among: records) {
    case .one(let record): return record.reference
    case .several(let records): throw .ambiguousRecord(self, records)
    case .none:
      guard isID else { throw .unknownRecord(self) }
      return RecordReference(id: text, name: text)
    }
  }
}
