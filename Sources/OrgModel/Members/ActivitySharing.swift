/// Who may see whose activities.
package enum ActivitySharing: String, CaseIterable, Sendable {
  /// Everybody sees and edits all.
  case publicReadWrite
  /// A user sees and edits his own and those of the people who report to him.
  case `private`
}
