package import Foundation

/// A row of Salesforce's `Task` object, with the fields that Command Center reads.
package struct TaskRecord: Sendable, Equatable {
  package var id: String
  package var subject: String
  package var status: String
  package var isClosed: Bool
  package var priority: String
  /// A day, `2026-11-24`; no time, no zone.
  package var activityDate: String?
  package var description: String
  package var taskSubtype: String?
  package var ownerID: String
  package var ownerName: String
  package var whoID: String?
  package var whoName: String?
  package var whatID: String?
  package var whatName: String?
  package var isReminderSet: Bool
  package var reminderDateTime: Date?
  package var completedDateTime: Date?
  package var createdDate: Date
  package var lastModifiedDate: Date
  package var lastModifiedByID: String
  package var lastModifiedByName: String
  package var systemModstamp: Date
  package var isDeleted: Bool
  /// The value of the external Id field, where one was asked for.
  package var externalID: String?

  package init(
    id: String, subject: String, status: String, isClosed: Bool, priority: String, activityDate: String?,
    description: String, taskSubtype: String?, ownerID: String, ownerName: String, whoID: String?, whoName: String?,
    whatID: String?, whatName: String?, isReminderSet: Bool, reminderDateTime: Date?, completedDateTime: Date?,
    createdDate: Date, lastModifiedDate: Date, lastModifiedByID: String, lastModifiedByName: String,
    systemModstamp: Date, isDeleted: Bool, externalID: String? = nil
  ) {
    self.id = id
    self.subject = subject
    self.status = status
    self.isClosed = isClosed
    self.priority = priority
    self.activityDate = activityDate
    self.description = description
    self.taskSubtype = taskSubtype
    self.ownerID = ownerID
    self.ownerName = ownerName
    self.whoID = whoID
    self.whoName = whoName
    self.whatID = whatID
    self.whatName = whatName
    self.isReminderSet = isReminderSet
    self.reminderDateTime = reminderDateTime
    self.completedDateTime = completedDateTime
    self.createdDate = createdDate
    self.lastModifiedDate = lastModifiedDate
    self.lastModifiedByID = lastModifiedByID
    self.lastModifiedByName = lastModifiedByName
    self.systemModstamp = systemModstamp
    self.isDeleted = isDeleted
    self.externalID = externalID
  }

  /// The fields to ask for, in a SELECT list.
  package static let fieldNames = [
    "Id", "Subject", "Status", "IsClosed", "Priority", "ActivityDate", "Description", "TaskSubtype", "OwnerId",
    "Owner.Name", "WhoId", "Who.Name", "WhatId", "What.Name", "IsReminderSet", "ReminderDateTime", "CompletedDateTime",
    "CreatedDate", "LastModifiedDate", "LastModifiedById", "LastModifiedBy.Name", "SystemModstamp", "IsDeleted",
  ]

  /// Those of Task itself.
  package static let ownFieldNames = fieldNames.filter { !$0.contains(".") }
}

/// The fields of a task that Command Center writes.
package enum TaskField: String, Sendable, Hashable, CaseIterable, Codable {
  case subject = "Subject"
  case status = "Status"
  case priority = "Priority"
  case activityDate = "ActivityDate"
  case description = "Description"
  case ownerID = "OwnerId"
  case whoID = "WhoId"
  case whatID = "WhatId"
  case isReminderSet = "IsReminderSet"
  case reminderDateTime = "ReminderDateTime"
}

/// The value of a field that is to be written.
package enum FieldValue: Sendable, Hashable, Codable {
  case null
  case text(String)
  case flag(Bool)
  case time(Date)
}

/// Fields to write; what is not in it is left alone.
package typealias TaskValues = [TaskField: FieldValue]

/// A change of one task: only the fields in `values` are written.
package struct TaskUpdate: Sendable, Equatable {
  package let id: String
  package let values: TaskValues

  package init(id: String, values: TaskValues) {
    self.id = id
    self.values = values
  }
}

/// A task to create under a value of an external Id field.
package struct TaskUpsert: Sendable, Equatable {
  package let externalID: String
  package let values: TaskValues

  package init(externalID: String, values: TaskValues) {
    self.externalID = externalID
    self.values = values
  }
}
