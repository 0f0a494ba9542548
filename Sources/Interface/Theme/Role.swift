/// What a colour of a theme is for; the raw value is its name in a theme file.
package enum Role: String, Sendable, CaseIterable {
  /// Everything that has no role of its own, with the background of the screen.
  case text
  case muted
  case accent
  /// The key in a hint or in the help.
  case key
  /// The selected row, laid over the styles in it.
  case selection
  case header
  /// In the place of `header`, where the org is a sandbox.
  case sandbox
  /// The status bar.
  case bar
  case border
  /// The heading of a group.
  case heading
  case overdue
  case today
  case tomorrow
  case completed
  /// The mark of a high priority.
  case high
  case badge
  /// A row that was changed in Salesforce a moment ago, laid over the styles in it.
  case changed
  case localOnly = "local_only"
  case pending
  case conflict
  case error
  case live
  case syncing
  case offline
  /// Where text is typed.
  case field
}
