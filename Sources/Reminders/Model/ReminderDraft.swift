import Localization

/// What the user typed for a new reminder, before it is one.
package struct ReminderDraft: Hashable, Sendable, Codable {
  package var fields: ReminderFields

  package init(fields: ReminderFields) {
    self.fields = fields
  }

  /// Salesforce's limit of `Subject`.
  package static let nameLimit = 255
  /// Salesforce's limit of `Description`.
  package static let detailsLimit = 32_000
  /// What came of a call and what it was about are for the Subject.
  package static let callTextLimit = 255

  /// The draft with its name trimmed and on one line, or why it cannot be saved.
  package func validated() throws(ReminderError) -> ReminderDraft {
    var result = self
    result.fields.name = try ReminderDraft.validatedName(fields.name)
    try ReminderDraft.validateDetails(fields.details)
    try ReminderDraft.validateCallText(fields.callOutcome)
    try ReminderDraft.validateCallText(fields.callReason)
    try fields.checkRelation()
    return result
  }

  package static func validatedName(_ name: String) throws(ReminderError) -> String {
    let name = name.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    guard !name.isEmpty else { throw .emptyName }
    guard name.salesforceLength <= nameLimit else { throw .nameTooLong(name.salesforceLength) }
    return name
  }

  package static func validateDetails(_ details: String) throws(ReminderError) {
    guard details.salesforceLength <= detailsLimit else { throw .detailsTooLong(details.salesforceLength) }
  }

  /// Checks the outcome or the reason of a call.
  package static func validateCallText(_ text: String) throws(ReminderError) {
    guard !text.contains(where: \.isNewline), text.salesforceLength <= callTextLimit else {
      throw .callTextTooLong(text.salesforceLength)
    }
  }
}

/// Why a reminder cannot be saved as typed.
package enum ReminderError: Error, Equatable, Sendable, CustomStringConvertible {
  case emptyName
  case nameTooLong(Int)
  case detailsTooLong(Int)
  case callTextTooLong(Int)
  case noSuchDay(String)
  case notADate(String)
  case notAMoment(String)
  case unknownKind(String)
  case unknownPriority(String)
  case unknownRecord(LookUp)
  /// Several records fit, as many as are worth listing.
  case ambiguousRecord(LookUp, [KnownRecord])
  /// A task with this lead cannot be related to something.
  case leadWithRelation(String)
  case nobodyToDoIt

  package var description: String {
    switch self {
    case .emptyName: localized("A task needs a name: type what is to be done.")
    case .nameTooLong(let count):
      localized(
        "The name has \(String(count)) characters; Salesforce takes \(ReminderDraft.nameLimit): shorten it, or move a part to the details."
      )
    case .detailsTooLong(let count):
      localized("The details have \(String(count)) characters; Salesforce takes 32,000: shorten them.")
    case .callTextTooLong(let count):
      localized(
        "Outcome and reason of a call are one line of at most \(ReminderDraft.callTextLimit) characters, not \(String(count)): shorten it."
      )
    case .noSuchDay(let text): localized("There is no day “\(text)”: type a date such as 2026-12-01, fri or +3d.")
    case .notADate(let text):
      localized("“\(text)” is not a date: type tomorrow, fri, next mon, +3d, dec 1 or 2026-12-01.")
    case .notAMoment(let text):
      localized("“\(text)” is no time: type tomorrow 9:00, 14:30, fri 9am or 2026-12-01 08:15.")
    case .unknownKind(let text): localized("There is no kind “#\(text)”: use #email, #call, #inmail or #custom.")
    case .unknownPriority(let text): localized("There is no priority “!\(text)”: use !high or !normal.")
    case .unknownRecord(let lookUp): lookUp.notKnown
    case .ambiguousRecord(let lookUp, let records): lookUp.ambiguous(records)
    case .nobodyToDoIt: localized("Somebody has to do it: give the name of a user.")
    case .leadWithRelation(let name):
      name.isEmpty
        ? localized(
          "The person is a lead, and Salesforce relates no task of a lead to anything: empty one of the two.")
        : localized("\(name) is a lead, and Salesforce relates no task of a lead to anything: empty one of the two.")
    }
  }
}

extension String {
  /// The length as Salesforce counts it: UTF-16 code units.
  package var salesforceLength: Int { utf16.count }

  package var trimmed: String {
    // A space, and what could make one of a letter, is none of these.
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) { return self }
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
