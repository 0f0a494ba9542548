extension Org {
  /// Whether `user` may see the record: sharing applies to tasks only; everything else is public in this org.
  package func canSee(_ record: Record, _ user: RecordID) -> Bool {
    canRead(record.definition, user) && (!isPrivate(record.definition, for: user) || sharingAllows(record, user))
  }

  /// Whether `user` may change the record.
  func checkEdit(_ record: Record, by user: RecordID) throws(APIError) {
    try checkWrite(record.definition, isCreation: false, by: user)
    try checkRecord(record, by: user)
  }

  /// Whether `user` may delete the record or take it back. Without the permission on the object Salesforce answers as if
  /// sharing forbade it.
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

  /// Whether sharing decides which records of the object `user` sees.
  func isPrivate(_ definition: ObjectDefinition, for user: RecordID) -> Bool {
    isPrivate(definition) && !access(of: user, to: definition).contains(.viewAll)
  }

  private func isPrivate(_ definition: ObjectDefinition) -> Bool {
    activitySharing == .private && definition === Schema.task
  }

  private func sharingAllows(_ record: Record, _ user: RecordID) -> Bool {
    guard isPrivate(record.definition) else { return true }
    return record["OwnerId"].id.map { sharesRecords(of: $0, with: user) } ?? false
  }

  /// Whether private records of `owner` are seen by `user`: by himself and by those above him.
  func sharesRecords(of owner: RecordID, with user: RecordID) -> Bool {
    var next: RecordID? = owner
    var seen: Set<RecordID> = []
    while let current = next, seen.insert(current).inserted {
      if current == user { return true }
      next = find(current)?["ManagerId"].id
    }
    return false
  }

  private static let noRights = APIError(.insufficientAccess, "insufficient access rights on object id")
}
