package import Foundation

/// A SOQL query for the records of an object that matter to a user, the one that was changed last first: those that he
/// owns, those of a list, and of users all who work in the org.
///
/// A page is at most 2,000 rows, and is followed by the row after which the next one begins, as in `TaskQuery`. Where
/// somebody has more than is worth keeping, the first pages are of the records that are in use.
package struct RecordQuery: Sendable, Equatable {
  package let object: OrgObject
  /// The Id of the user.
  package let owner: String
  /// Only what changed since, deleted ones too; `nil` asks for all that live.
  package let since: Date?
  /// Records of others that are known here, however they are.
  package let ids: [String]
  /// The last row of the page before: its stamp and its Id.
  package let after: Place?

  package struct Place: Sendable, Hashable {
    package let stamp: Date
    package let id: String

    package init(stamp: Date, id: String) {
      self.stamp = stamp
      self.id = id
    }
  }

  package init(object: OrgObject, owner: String, since: Date? = nil, ids: [String] = [], after: Place? = nil) {
    self.object = object
    self.owner = owner
    self.since = since
    self.ids = ids
    self.after = after
  }

  package static let pageSize = 2_000

  /// Deleted ones are in the answer of `queryAll` only.
  package var includesDeleted: Bool { since != nil }

  /// - Parameter onlyNecessary: for a user who may not read one of the other fields.
  package func soql(onlyNecessary: Bool = false) -> String {
    "SELECT \(object.fieldNames(onlyNecessary: onlyNecessary).joined(separator: ", ")) FROM \(object.rawValue)"
      + " WHERE \(condition) ORDER BY SystemModstamp DESC, Id DESC LIMIT \(Self.pageSize)"
  }

  private var condition: String {
    guard let after else { return selection }
    let stamp = SOQL.literal(after.stamp)
    return "\(selection) AND (SystemModstamp < \(stamp)"
      + " OR (SystemModstamp = \(stamp) AND Id < \(SOQL.literal(after.id))))"
  }

  private var selection: String {
    let own = object == .user ? Self.colleagues(since != nil) : "OwnerId = \(SOQL.literal(owner))"
    let wanted = since.map { "\(own) AND SystemModstamp >= \(SOQL.literal($0))" } ?? own
    return ids.isEmpty ? "(\(wanted))" : "((\(wanted)) OR Id IN \(SOQL.list(ids)))"
  }

  /// Those to whom a task can be given: no customers of a portal, no Chatter guests (Object Reference, "User", UserType).
  /// Who was deactivated is told where changes are asked for.
  private static func colleagues(_ includingInactive: Bool) -> String {
    includingInactive ? "UserType = 'Standard'" : "UserType = 'Standard' AND IsActive = true"
  }
}
