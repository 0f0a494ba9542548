package import Foundation
import OrgModel
package import Salesforce

extension SimulatedOrg {
  package func user() async throws(OrgError) -> OrgUser {
    try answer("user") { content throws(APIError) in
      let record = content.org.find(content.session)
      return OrgUser(
        id: content.session.text, name: record?["Name"].text ?? "", username: record?["Username"].text ?? "",
        organizationID: Self.organizationID, instanceURL: "memory:",
        timeZone: content.org.timeZone(of: content.session).identifier)
    }
  }

  package func organization() async throws(OrgError) -> Organization {
    try answer("organization") { content throws(APIError) in
      let fields = ["Name", "IsSandbox", "OrganizationType", "InstanceName"]
      let row = try content.rows("SELECT \(fields.joined(separator: ", ")) FROM Organization").first
      return Organization(
        apiVersion: "67.0", name: row?["Name"].text, type: row?["OrganizationType"].text,
        instanceName: row?["InstanceName"].text, isSandbox: row?["IsSandbox"].flag ?? false)
    }
  }

  package func taskAbilities() async throws(OrgError) -> TaskAbilities {
    try answer("describe") { content throws(APIError) in
      let object = Schema.object("Task").map { content.org.access(of: content.session, to: $0) } ?? []
      let access = content.org.members[content.session]?.restrictedFields ?? [:]
      func names(atLeast wanted: FieldAccess, _ names: [String]) -> Set<String> {
        Set(names.filter { access[FieldName(object: "Task", field: $0), default: .editable] >= wanted })
      }
      let writable = names(atLeast: .editable, TaskField.allCases.map(\.rawValue))
      let keys = content.org.optionalFields.filter { $0.object == "Task" }.map(\.field).sorted()
      return TaskAbilities(
        isQueryable: object.contains(.read), isCreateable: object.contains(.create),
        isUpdateable: object.contains(.edit), isDeletable: object.contains(.delete),
        readableFields: names(atLeast: .readOnly, TaskRecord.fieldNames), createableFields: writable,
        updateableFields: writable,
        externalIDFields: names(atLeast: .editable, keys).sorted()
          .map { .init(name: $0, isUnique: true, isCreateable: true, holdsKeys: true) },
        statuses: try content.values(of: "TaskStatus"), priorities: try content.values(of: "TaskPriority"))
    }
  }

  package func isTaskInUserInterfaceAPI() async throws(OrgError) -> Bool {
    try answer("object info") { content throws(APIError) in content.createsIdempotently }
  }

  package func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    try answer("query") { content throws(APIError) in
      try content.rows(query.soql, includesDeleted: query.includesDeleted)
        .map { TaskRecord($0, externalIDField: query.selection.externalIDField) }
    }
  }

  package func count(_ query: TaskQuery) async throws(OrgError) -> Int {
    try answer("count") { content throws(APIError) in
      try content.org
        .query(
          query.countSOQL, includesDeleted: query.includesDeleted, by: content.session, at: content.now
        )
        .totalSize
    }
  }

  package func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    try answer("retrieve") { content throws(APIError) in
      let list = ids.map { "'\($0)'" }.joined(separator: ",")
      let found = try content.rows(
        "SELECT \(selection.fieldNames.joined(separator: ", ")) FROM Task WHERE Id IN (\(list)) AND IsDeleted = false",
        includesDeleted: true)
      return ids.map { id in
        found.first { $0.id.text == id }.map { TaskRecord($0, externalIDField: selection.externalIDField) }
      }
    }
  }

  package func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks {
    try answer("deleted") { content throws(APIError) in
      let answer = try content.org.deleted(
        "Task", from: Timestamp(start), to: Timestamp(end), by: content.session, at: content.now)
      return DeletedTasks(
        ids: answer.items.map(\.id.text), latestDateCovered: answer.latestDateCovered.date,
        earliestDateAvailable: answer.earliestDateAvailable.date)
    }
  }
}

extension SimulatedOrg.Content {
  fileprivate func rows(_ soql: String, includesDeleted: Bool = false) throws(APIError) -> [QueryRow] {
    try org.rows(soql, includesDeleted: includesDeleted, by: session, at: now)
  }

  /// The values of a picklist that is kept in an object.
  fileprivate func values(of object: String) throws(APIError) -> [String] {
    try rows("SELECT ApiName FROM \(object)").compactMap { $0["ApiName"].text }
  }
}

extension TaskRecord {
  fileprivate init(_ row: QueryRow, externalIDField: String?) {
    func text(_ path: String) -> String { row[path].text ?? "" }
    func date(_ path: String) -> Date? { row[path].time?.date }
    self.init(
      id: row.id.text, subject: text("Subject"), status: text("Status"), isClosed: row["IsClosed"].flag ?? false,
      priority: text("Priority"), activityDate: row["ActivityDate"].day?.description,
      description: text("Description"), taskSubtype: row["TaskSubtype"].text, ownerID: text("OwnerId"),
      ownerName: text("Owner.Name"), whoID: row["WhoId"].text, whoName: row["Who.Name"].text,
      whatID: row["WhatId"].text, whatName: row["What.Name"].text, isReminderSet: row["IsReminderSet"].flag ?? false,
      reminderDateTime: date("ReminderDateTime"), completedDateTime: date("CompletedDateTime"),
      createdDate: date("CreatedDate") ?? .distantPast, lastModifiedDate: date("LastModifiedDate") ?? .distantPast,
      lastModifiedByID: text("LastModifiedById"), lastModifiedByName: text("LastModifiedBy.Name"),
      systemModstamp: date("SystemModstamp") ?? .distantPast, isDeleted: row["IsDeleted"].flag ?? false,
      externalID: externalIDField.flatMap { row[$0].text })
  }
}
