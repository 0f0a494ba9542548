/// What a refusal of Salesforce means, and what to do about it.
package struct RefusalAdvice: Hashable, Sendable {
  package let explanation: String
  package let remedy: String

  package init(code: String) {
    explanation = "Salesforce did not accept this change."
    remedy = "Change the task, or ask the administrator of your org."
  }
}
