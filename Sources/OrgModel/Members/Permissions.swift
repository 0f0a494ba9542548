/// What a profile allows.
package struct Permissions: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Sees every record, whatever the sharing; may be told of deletes where sharing is private.
  package static let viewAllData = Permissions(rawValue: 1 << 0)
  /// Edits every record, whatever the sharing.
  package static let modifyAllData = Permissions(rawValue: 1 << 1)
  /// Creates, edits and deletes PushTopics.
  package static let managePushTopics = Permissions(rawValue: 1 << 2)
  /// Creates and edits users.
  package static let manageUsers = Permissions(rawValue: 1 << 3)
  /// Sees the setup of the org (the permission "View Setup and Configuration").
  package static let viewSetup = Permissions(rawValue: 1 << 4)

  /// Each of them with the name that control requests and answers use.
  package static let names: [(name: String, permission: Permissions)] = [
    ("viewAllData", .viewAllData), ("modifyAllData", .modifyAllData), ("managePushTopics", .managePushTopics),
    ("manageUsers", .manageUsers), ("viewSetup", .viewSetup),
  ]

  /// An ordinary user.
  package static let rep: Permissions = []
  /// A user who may do everything.
  package static let administrator: Permissions = [
    .viewAllData, .modifyAllData, .managePushTopics, .manageUsers, .viewSetup,
  ]
}
