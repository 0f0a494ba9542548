extension Org {
  /// What `user` may do with the records of an object, as far as the object supports it. Describes, queries and writes
  /// all ask here.
  package func access(of user: RecordID, to definition: ObjectDefinition) -> ObjectAccess {
    let granted = members[user]?.objectAccess[definition.name] ?? profileAccess(of: user, to: definition)
    return granted.contains(.read) ? granted.intersection(definition.supported) : []
  }

  /// Whether the object exists for `user`.
  package func canRead(_ definition: ObjectDefinition, _ user: RecordID) -> Bool {
    // Asked for every record of a query, so the usual case comes first: nothing was taken from anybody.
    guard let access = members[user]?.objectAccess, !access.isEmpty else { return true }
    return access[definition.name]?.contains(.read) ?? true
  }

  /// What follows from the general permissions, where nothing was said about the object.
  private func profileAccess(of user: RecordID, to definition: ObjectDefinition) -> ObjectAccess {
    let permissions = permissions(of: user)
    var access = ObjectAccess.ordinary
    switch definition.name {
    case Schema.user.name where !permissions.contains(.manageUsers): access = [.read, .edit]
    case Schema.pushTopic.name where !permissions.contains(.managePushTopics): access = [.read]
    default: break
    }
    if permissions.contains(.viewAllData) { access.insert(.viewAll) }
    if permissions.contains(.modifyAllData) { access.formUnion([.viewAll, .modifyAll]) }
    return access
  }

  /// Refuses a create or an update that `user` may make of no record of the object.
  ///
  /// Source: Object Reference, "StatusCode": `CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY`. Salesforce says the same of an object
  /// that nobody may write and of one that only this user may not.
  func checkWrite(_ definition: ObjectDefinition, isCreation: Bool, by user: RecordID) throws(APIError) {
    guard canRead(definition, user) else { throw Self.unknownObject(definition.name) }
    guard access(of: user, to: definition).contains(isCreation ? .create : .edit) else {
      throw APIError(
        .cannotInsertUpdateActivateEntity,
        "entity type cannot be \(isCreation ? "inserted" : "updated"): \(definition.label)")
    }
  }
}
