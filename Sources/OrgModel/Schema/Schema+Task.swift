extension Schema {
  /// Source: Object Reference, "Task".
  static let task = ObjectDefinition(
    "Task", label: "Task", plural: "Tasks", prefix: "00T",
    [
      FieldDefinition("WhoId", "Name ID", .reference(to: ["Contact", "Lead"], relationship: "Who")),
      FieldDefinition("WhatId", "Related To ID", .reference(to: ["Account", "Opportunity"], relationship: "What")),
      FieldDefinition("Subject", "Subject", .text(max: 255)),
      FieldDefinition("ActivityDate", "Due Date Only", .day),
      FieldDefinition("Status", "Status", .picklist(.rows(of: "TaskStatus")), nillable: false),
      FieldDefinition("Priority", "Priority", .picklist(.rows(of: "TaskPriority")), nillable: false),
      FieldDefinition("IsHighPriority", "High Priority", .flag, .readOnly, nillable: false, default: .flag(false)),
      FieldDefinition(
        "OwnerId", "Assigned To ID", .reference(to: ["User"], relationship: "Owner"), nillable: false),
      FieldDefinition("Description", "Description", .longText(max: 32_000)),
      FieldDefinition("Type", "Type", .picklist(.open(["Call", "Email", "Meeting", "Other"]))),
      FieldDefinition("IsClosed", "Closed", .flag, .readOnly, nillable: false, default: .flag(false)),
      FieldDefinition("AccountId", "Account ID", .reference(to: ["Account"], relationship: "Account"), .readOnly),
      FieldDefinition("IsArchived", "Archived", .flag, .readOnly, nillable: false, default: .flag(false)),
      FieldDefinition("ReminderDateTime", "Reminder Date/Time", .time),
      FieldDefinition("IsReminderSet", "Reminder Set", .flag, nillable: false, default: .flag(false)),
      FieldDefinition(
        "TaskSubtype", "Task Subtype",
        .picklist(.restricted(["Task", "Email", "Call", "ListEmail", "Cadence", "LinkedIn"])), .createOnly,
        default: .text("Task")),
      FieldDefinition("CompletedDateTime", "Completed Date/Time", .time, .readOnly),
      FieldDefinition(
        "Command_Center_Id__c", "Command Center ID", .text(max: 36), externalID: .unique, optional: true),
      FieldDefinition("Legacy_Id__c", "Legacy ID", .text(max: 36), externalID: .shared, optional: true),
    ])

  /// Source: Object Reference, "TaskStatus".
  static let taskStatus = ObjectDefinition(
    "TaskStatus", label: "Task Status Value", plural: "Task Status Values", prefix: "01T", isWritable: false,
    deletable: false,
    picklistRow + [FieldDefinition("IsClosed", "Closed", .flag, .readOnly, nillable: false, default: .flag(false))])

  /// Source: Object Reference, "TaskPriority".
  static let taskPriority = ObjectDefinition(
    "TaskPriority", label: "Task Priority Value", plural: "Task Priority Values", prefix: "01P", isWritable: false,
    deletable: false,
    picklistRow + [
      FieldDefinition("IsHighPriority", "High Priority", .flag, .readOnly, nillable: false, default: .flag(false))
    ])

  private static let picklistRow = [
    FieldDefinition("MasterLabel", "Master Label", .text(max: 255), .readOnly),
    FieldDefinition("ApiName", "API Name", .text(max: 255), .readOnly),
    FieldDefinition("SortOrder", "Sort Order", .integer, .readOnly),
    FieldDefinition("IsDefault", "Is Default", .flag, .readOnly, nillable: false, default: .flag(false)),
  ]
}
