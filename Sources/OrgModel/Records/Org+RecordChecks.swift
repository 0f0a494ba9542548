extension Org {
  /// Refuses a record that gets an owner who cannot log in.
  ///
  /// Source: SOAP API Developer Guide, "StatusCode": `INACTIVE_OWNER_OR_USER`. A record whose owner became inactive later
  /// can still be changed.
  func checkOwner(_ record: Record, from old: Record?) throws(APIError) {
    guard let owner = record["OwnerId"].id, record["OwnerId"] != old?["OwnerId"], let user = find(owner) else { return }
    guard user["IsActive"] == .flag(true) else {
      throw APIError(
        .inactiveOwnerOrUser,
        "operation performed with inactive user [\(owner.short)] as owner of \(record.definition.label.lowercased())")
    }
  }

  /// Refuses a task with a lead that is related to something else as well.
  ///
  /// Source: Object Reference, "Task", WhoId.
  func checkPeople(_ record: Record) throws(APIError) {
    guard record.definition === Schema.task, !record["WhatId"].isNull, let person = record["WhoId"].id else { return }
    guard Schema.object(of: person) !== Schema.lead else {
      throw APIError(
        .fieldIntegrityException, "WhatId must be empty where WhoId is a lead", fields: ["WhoId", "WhatId"])
    }
  }

  /// Refuses a user with the name of another.
  ///
  /// Source: Object Reference, "User", Username; SOAP API Developer Guide, "StatusCode": `DUPLICATE_USERNAME`.
  func checkUsername(_ record: Record) throws(APIError) {
    guard record.definition === Schema.user, let username = record["Username"].text,
      let other = member(named: username), other.id != record.id
    else { return }
    throw APIError(
      .duplicateUsername,
      "Duplicate Username. The username already exists in this or another Salesforce organization. Usernames must be "
        + "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match "
        + "the user's email address).", fields: ["Username"])
  }

  /// Refuses a second record with the same value in a unique field. Records in the recycle bin do not count.
  ///
  /// Source: Salesforce Help, "Create Custom Fields", Unique.
  func checkUnique(_ record: Record, from old: Record? = nil) throws(APIError) {
    for field in record.definition.fields where field.externalID == .unique {
      let value = record[field.name]
      guard let text = value.text, value != old?[field.name],
        let other = records(of: record.definition, where: field, is: text).first(where: { $0.id != record.id })
      else { continue }
      throw APIError(
        .duplicateValue,
        "duplicate value found: \(field.name) duplicates value on record with id: \(other.id.short)")
    }
  }
}
