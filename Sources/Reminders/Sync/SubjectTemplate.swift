import Localization

/// How the Subject in Salesforce is made from a reminder: free text with `{{dynamic_fields}}` (sync-rules.md §1).
package struct SubjectTemplate: Hashable, Sendable {
  package let text: String
  private let parts: [Part]

  private enum Part: Hashable, Sendable {
    case text(String)
    case field(DynamicField)
  }

  package enum DynamicField: String, Sendable, CaseIterable {
    case activityType = "activity_type"
    case activitySubject = "activity_subject"
    case salesCampaignName = "sales_campaign_name"
    case salesCampaignDay = "sales_campaign_day"
    case salesCampaignStep = "sales_campaign_step"
    case callOutcome = "call_outcome"
    case callReason = "call_reason"
  }

  package static let standard = SubjectTemplate()

  /// `{{activity_subject}}`
  private init() {
    text = "{{activity_subject}}"
    parts = [.field(.activitySubject)]
  }

  /// Parses a template; names are matched whatever their case.
  ///
  /// - Throws: `SubjectTemplateError` for a name that does not exist or braces that are not closed.
  package init(_ text: String) throws(SubjectTemplateError) {
    var parts: [Part] = []
    var rest = text[...]
    while let opening = rest.firstPair(of: UInt8(ascii: "{")) {
      if opening.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<opening.lowerBound]))) }
      guard let closing = rest[opening.upperBound...].firstPair(of: UInt8(ascii: "}")) else { throw .notClosed }
      let name = String(rest[opening.upperBound..<closing.lowerBound]).trimmed
      guard let field = DynamicField(rawValue: name.lowercased()) else { throw .unknownField(name) }
      parts.append(.field(field))
      rest = rest[closing.upperBound...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.text = text
    self.parts = parts
  }

  /// Whether a change of a field here changes the Subject there.
  package func depends(on field: ReminderField) -> Bool {
    DynamicField(field).map { parts.contains(.field($0)) } ?? false
  }

  /// The Subject: one line, at most 255 long, never cut inside a character.
  package func subject(for values: [DynamicField: String]) -> String {
    let whole =
      parts.map { part in
        switch part {
        case .text(let text): text
        case .field(let field): values[field] ?? ""
        }
      }
      .joined()
    var result = ""
    var length = 0
    for character in whole where !character.isNewline {
      length += character.utf16.count
      guard length <= ReminderDraft.nameLimit else { break }
      result.append(character)
    }
    return result
  }

  /// The Subject of a reminder; what has no value renders as nothing.
  package func subject(for fields: ReminderFields) -> String {
    subject(for: [
      .activitySubject: fields.name, .activityType: fields.kind.activityType, .callOutcome: fields.callOutcome,
      .callReason: fields.callReason,
    ])
  }
}

extension SubjectTemplate.DynamicField {
  /// How a field here shows in the Subject; `nil` if it never does.
  fileprivate init?(_ field: ReminderField) {
    switch field {
    case .name: self = .activitySubject
    case .kind: self = .activityType
    case .callOutcome: self = .callOutcome
    case .callReason: self = .callReason
    default: return nil
    }
  }
}

extension Substring {
  /// Where a byte of ASCII first stands twice. Settings are read with each step of the sync; to search for a text in
  /// general takes a hundred times as long.
  fileprivate func firstPair(of byte: UInt8) -> Range<Index>? {
    var previous: Index?
    for index in utf8.indices {
      guard utf8[index] == byte else {
        previous = nil
        continue
      }
      if let previous { return previous..<utf8.index(after: index) }
      previous = index
    }
    return nil
  }
}

/// Why a subject template is refused.
package enum SubjectTemplateError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownField(String)
  case notClosed

  package var description: String {
    let existing = SubjectTemplate.DynamicField.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
    return switch self {
    case .unknownField(let name): localized("There is no dynamic field {{\(name)}}: use \(existing).")
    case .notClosed: localized("A “{{” is not closed by “}}”: write a dynamic field as {{activity_subject}}.")
    }
  }
}
