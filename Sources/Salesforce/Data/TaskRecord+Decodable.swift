import Foundation

/// A row of an answer. What a user may not see, what is empty and what was not asked for is null or absent there, and empty
/// here; only what every user may read and the sync cannot do without must be there.
extension TaskRecord: Decodable {
  package init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: Field.self)
    self.init(
      id: try row.decode(String.self, forKey: .Id), subject: try row.text(.Subject) ?? "",
      status: try row.text(.Status) ?? "", isClosed: try row.flag(.IsClosed), priority: try row.text(.Priority) ?? "",
      activityDate: try row.text(.ActivityDate), description: try row.text(.Description) ?? "",
      taskSubtype: try row.text(.TaskSubtype), ownerID: try row.text(.OwnerId) ?? "",
      ownerName: try row.name(.Owner) ?? "", whoID: try row.text(.WhoId), whoName: try row.name(.Who),
      whatID: try row.text(.WhatId), whatName: try row.name(.What), isReminderSet: try row.flag(.IsReminderSet),
      reminderDateTime: try row.time(.ReminderDateTime), completedDateTime: try row.time(.CompletedDateTime),
      createdDate: try row.decode(SalesforceDate.self, forKey: .CreatedDate).date,
      lastModifiedDate: try row.decode(SalesforceDate.self, forKey: .LastModifiedDate).date,
      lastModifiedByID: try row.text(.LastModifiedById) ?? "", lastModifiedByName: try row.name(.LastModifiedBy) ?? "",
      systemModstamp: try row.decode(SalesforceDate.self, forKey: .SystemModstamp).date,
      isDeleted: try row.flag(.IsDeleted), externalID: try Self.externalID(decoder))
  }

  private static func externalID(_ decoder: any Decoder) throws -> String? {
    guard let key = CodingUserInfoKey.externalIDField, let field = decoder.userInfo[key] as? String else { return nil }
    return try decoder.container(keyedBy: CustomField.self)
      .decodeIfPresent(String.self, forKey: CustomField(stringValue: field))
  }
}

extension JSONDecoder {
  /// A decoder of tasks with the external Id field that was asked for.
  static func tasks(externalIDField: String?) -> JSONDecoder {
    let decoder = JSONDecoder()
    if let key = CodingUserInfoKey.externalIDField, let externalIDField { decoder.userInfo[key] = externalIDField }
    return decoder
  }
}

extension CodingUserInfoKey {
  fileprivate static let externalIDField = CodingUserInfoKey(rawValue: "externalIDField")
}

/// A field whose name depends on the org.
private struct CustomField: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private enum Field: String, CodingKey {
  case Id, Subject, Status, IsClosed, Priority, ActivityDate, Description, TaskSubtype, OwnerId, Owner, WhoId, Who,
    WhatId,
    What, IsReminderSet, ReminderDateTime, CompletedDateTime, CreatedDate, LastModifiedDate, LastModifiedById,
    LastModifiedBy, SystemModstamp, IsDeleted
}

private struct Related: Decodable {
  let Name: String?
}

extension KeyedDecodingContainer where Key == Field {
  fileprivate func text(_ field: Field) throws -> String? { try decodeIfPresent(String.self, forKey: field) }
  fileprivate func flag(_ field: Field) throws -> Bool { try decodeIfPresent(Bool.self, forKey: field) ?? false }
  fileprivate func name(_ field: Field) throws -> String? { try decodeIfPresent(Related.self, forKey: field)?.Name }

  fileprivate func time(_ field: Field) throws -> Date? {
    try decodeIfPresent(SalesforceDate.self, forKey: field)?.date
  }
}
