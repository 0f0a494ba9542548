/// A user who can log in.
package struct Member: Sendable, Identifiable {
  /// The Id of the User record.
  package let id: RecordID
  /// What he logs in with, in any case: the Username of the User record.
  package internal(set) var username: String
  /// What he proves himself with.
  package var password: String
  /// What his profile allows.
  package var permissions: Permissions
  /// Whether he may use the API at all (the permission "API Enabled").
  package var isAPIEnabled = true
  /// What he may do with the records of an object, where it is not what his permissions say.
  package var objectAccess: [String: ObjectAccess] = [:]
  /// The fields with which he may do less than edit them.
  package var restrictedFields: [FieldName: FieldAccess] = [:]
}
