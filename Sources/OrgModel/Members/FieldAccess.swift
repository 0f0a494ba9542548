/// What a profile allows with a field (field-level security).
package enum FieldAccess: Int, Comparable, CaseIterable, Sendable {
  /// As if there were no such field.
  case hidden
  /// Seen, not written.
  case readOnly
  /// Seen and written.
  case editable

  package static func < (left: FieldAccess, right: FieldAccess) -> Bool { left.rawValue < right.rawValue }
}
