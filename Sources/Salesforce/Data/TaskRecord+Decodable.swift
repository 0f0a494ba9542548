import Foundation

/// A row of an answer. What a user may not see or what is empty is null or absent there; only what the sync cannot do
/// without must be there.
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
      isDeleted: try row.flag(.IsDeleted))
  }
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
