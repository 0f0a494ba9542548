package import Foundation

/// An entry of the conflict log: something that both sides changed differently, with both versions.
package struct ConflictEntry: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case field(ReminderField)
    /// One side deleted what the other changed.
    case deletion
  }

  package let reminder: ReminderID
  package let subject: Subject
  /// Whose version stands now.
  package let kept: Merge.Side
  package let hereValue: String
  package let thereValue: String
  /// Who changed it there, and when.
  package let author: String
  package let authorAt: Date
  /// Both whole versions, as they were when they met; `nil` for an entry that an earlier version of the program wrote.
  package let here: ReminderFields?
  package let there: ReminderFields?

  package init(
    reminder: ReminderID, subject: Subject, kept: Merge.Side, hereValue: String, thereValue: String, author: String,
    authorAt: Date, here: ReminderFields? = nil, there: ReminderFields? = nil
  ) {
    self.reminder = reminder
    self.subject = subject
    self.kept = kept
    self.hereValue = hereValue
    self.thereValue = thereValue
    self.author = author
    self.authorAt = authorAt
    self.here = here
    self.there = there
  }
}
