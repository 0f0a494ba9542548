/// What may be done with the records of an object: by a user's profile, or by anybody at all.
///
/// Source: Salesforce Help, "Object Permissions".
package struct ObjectAccess: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Makes records.
  package static let create = ObjectAccess(rawValue: 1 << 0)
  /// Sees the object, and those records that sharing allows. Without it nothing else counts.
  package static let read = ObjectAccess(rawValue: 1 << 1)
  /// Changes records.
  package static let edit = ObjectAccess(rawValue: 1 << 2)
  /// Deletes records and takes them back out of the recycle bin.
  package static let delete = ObjectAccess(rawValue: 1 << 3)
  /// Sees every record, whatever the sharing.
  package static let viewAll = ObjectAccess(rawValue: 1 << 4)
  /// Changes every record, whatever the sharing and even if it is locked.
  package static let modifyAll = ObjectAccess(rawValue: 1 << 5)

  /// Everything that an ordinary user may do, within sharing.
  package static let ordinary: ObjectAccess = [.create, .read, .edit, .delete]
  /// Everything.
  package static let all: ObjectAccess = [.ordinary, .viewAll, .modifyAll]

  /// Each of them with the name that control requests and answers use.
  package static let names: [(name: String, access: ObjectAccess)] = [
    ("create", .create), ("read", .read), ("edit", .edit), ("delete", .delete), ("viewAll", .viewAll),
    ("modifyAll", .modifyAll),
  ]
}
