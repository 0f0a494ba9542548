import Reminders
import Salesforce

extension SalesforceTask {
  /// A row of the org as the merge looks at it; line ends are made those of this system.
  init(_ record: TaskRecord) {
    self.init(
      id: record.id, subject: record.subject, status: record.status, isClosed: record.isClosed,
      priority: record.priority, due: record.activityDate.flatMap(Day.init(iso:)),
      details: record.description.withLinesOfThisSystem, subtype: record.taskSubtype,
      owner: RecordReference(id: record.ownerID, name: record.ownerName),
      person: record.whoID.map { RecordReference(id: $0, name: record.whoName ?? "") },
      relatedTo: record.whatID.map { RecordReference(id: $0, name: record.whatName ?? "") },
      remindAt: record.isReminderSet ? record.reminderDateTime : nil, completedAt: record.completedDateTime,
      createdAt: record.createdDate, modifiedAt: record.lastModifiedDate,
      modifiedBy: RecordReference(id: record.lastModifiedByID, name: record.lastModifiedByName),
      stamp: record.systemModstamp, isDeleted: record.isDeleted, externalID: record.externalID)
  }
}

extension String {
  fileprivate var withLinesOfThisSystem: String {
    utf8.contains(UInt8(ascii: "\r")) ? replacing("\r\n", with: "\n") : self
  }
}
