extension Org {
  /// Whether `user` may see the record: sharing applies to tasks only; everything else is public in this org.
  package func canSee(_ record: Record, _ user: RecordID) -> Bool {
    canRead(record.definition, user)
      && (sharingAllows(record, user) || access(of: user, to: record.definition).contains(.viewAll))
  }

  /// Whether `user` may change the record.
  func checkEdit(_ record: Record, by user: RecordID) throws(APIError) {
    try checkWrite(record.definition, isCreation: false, by: user)
    try checkRecord(record, by: user)
  }

  /// Whether `user` may delete the record or take it back.
  ///
  /// Source: Salesforce answers a user without the Delete permission as one whom sharing forbids it.
  func checkDelete(_ record: Record, by user: RecordID) throws(APIError) {
    guard record.definition.supported.contains(.delete) else {
      throw APIError(.invalidTypeForOperation, "entity type cannot be deleted: \(record.definition.label)")
    }
    guard access(of: user, to: record.definition).contains(.delete) else { throw Self.noRights }
    try checkRecord(record, by: user)
  }

  /// Sharing and locks. Users are read by all, but written by those who manage them.
  private func checkRecord(_ record: Record, by user: RecordID) throws(APIError) {
    if record.definition === Schema.user {
      guard permissions(of: user).contains(.manageUsers) else { throw Self.noRights }
    }
    if access(of: user, to: record.definition).contains(.modifyAll) { return }
    guard sharingAllows(record, user) else { throw Self.noRights }
    guard !lockedRecords.contains(record.id) else {
      throw APIError(.entityIsLocked, "This record is locked. If you need to edit it, contact your admin.")
    }
  }

  private func sharingAllows(_ record: Record, _ user: RecordID) -> Bool {
    guard activitySharing == .private, record.definition === Schema.task else { return true }
    var owner = record["OwnerId"].id
    var seen: Set<RecordID> = []
    while let current = owner, seen.insert(current).inserted {
      if current == user { return true }
      owner = find(current)?["ManagerId"].id
    }
    return false
  }

  private static let noRights = APIError(.insufficientAccess, "insufficient access rights on object id")
}
