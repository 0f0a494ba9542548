extension Org {
  /// Whether `user` may see the record: sharing applies to tasks only; everything else is public in this org.
  package func canSee(_ record: Record, _ user: RecordID) -> Bool {
    sharingAllows(record, user) || permissions(of: user).contains(.viewAllData)
  }

  /// Whether `user` may change or delete the record.
  func checkEdit(_ record: Record, by user: RecordID) throws(APIError) {
    let permissions = permissions(of: user)
    try checkObject(record.definition, by: user)
    guard sharingAllows(record, user) || permissions.contains(.modifyAllData) else {
      throw APIError(.insufficientAccess, "insufficient access rights on object id")
    }
  }

  /// Whether `user` may write records of the object at all.
  func checkObject(_ definition: ObjectDefinition, by user: RecordID) throws(APIError) {
    guard definition.isWritable else {
      throw APIError(.invalidTypeForOperation, "entity type \(definition.label) does not support this operation")
    }
    let needed: Permissions =
      switch definition.name {
      case Schema.user.name: .manageUsers
      case Schema.pushTopic.name: .managePushTopics
      default: []
      }
    guard permissions(of: user).isSuperset(of: needed) else {
      throw APIError(.insufficientAccess, "insufficient access rights on entity: \(definition.name)")
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
}
