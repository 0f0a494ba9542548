import Localization

/// A refusal of Salesforce in a rep's words, for *Diagnostics* (sync-rules.md §3).
///
/// ```swift
/// let advice = RefusalAdvice(code: "STRING_TOO_LONG")
/// print(advice.explanation, advice.remedy)
/// ```
package struct RefusalAdvice: Hashable, Sendable {
  private let explanationText: LocalizedText
  private let remedyText: LocalizedText

  init(_ explanation: LocalizedText, _ remedy: LocalizedText) {
    explanationText = explanation
    remedyText = remedy
  }

  /// What happened, in one sentence.
  package var explanation: String { localized(explanationText) }
  /// What to do about it.
  package var remedy: String { localized(remedyText) }

  /// - Parameter code: Salesforce's `errorCode` or `statusCode`; of one that is not known only the message of Salesforce
  ///   says more.
  package init(code: String) {
    self = Self.table[code] ?? Self.general
  }

  /// Whether there is more to say of a code than that Salesforce refused.
  static func knows(_ code: String) -> Bool { table[code] != nil }

  private static let general = RefusalAdvice(
    LocalizedText("Salesforce refused this for a reason that Command Center does not know."),
    LocalizedText(
      "Read the message from Salesforce; correct the task and retry, or show the code to your administrator."))
}
