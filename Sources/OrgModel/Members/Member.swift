/// A user who can log in.
package struct Member: Sendable, Identifiable {
  /// The Id of the User record.
  package let id: RecordID
  /// What he logs in with, in any case.
  package let username: String
  /// What he proves himself with.
  package var password: String
  /// What his profile allows.
  package var permissions: Permissions
  /// The fields with which he may do less than edit them.
  package var restrictedFields: [FieldName: FieldAccess] = [:]
}
