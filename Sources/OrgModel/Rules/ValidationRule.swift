/// A condition under which a record is refused.
///
/// Source: Salesforce Help, "Validation Rules". The condition is the WHERE clause of a SOQL query over the record, where
/// Salesforce has a formula.
package struct ValidationRule: Sendable, Identifiable {
  /// What the rule is told from others by.
  package let id: Int
  /// The object whose records it is about.
  package let object: String
  /// What is wrong with a record, such as `Priority = 'High' AND ActivityDate = null`.
  package let condition: String
  /// What the user is told.
  package let message: String
  /// The field beside which the message is shown; `nil`: at the top of the page.
  package let field: String?
  /// Whether it counts.
  package let isActive: Bool
  let test: BoundCondition
}
