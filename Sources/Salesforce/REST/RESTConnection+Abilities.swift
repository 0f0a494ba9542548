extension RESTConnection {
  /// By the describe of Task, which lists only fields that this user may read (REST API Developer Guide, "sObject
  /// Describe"; SOAP API Developer Guide, "DescribeSObjectResult").
  package func taskAbilities() async throws(OrgError) -> TaskAbilities {
    let task: TaskDescription = try await call(.get, "/sobjects/Task/describe").decoded()
    func names(where isWanted: (TaskDescription.Field) -> Bool) -> Set<String> {
      Set(task.fields.filter(isWanted).map(\.name))
    }
    return TaskAbilities(
      isQueryable: task.queryable, isCreateable: task.createable, isUpdateable: task.updateable,
      isDeletable: task.deletable, readableFields: names { _ in true },
      createableFields: names(where: \.createable), updateableFields: names(where: \.updateable),
      externalIDFields: task.fields.filter(\.externalId).map(TaskAbilities.ExternalIDField.init),
      statuses: task.values(of: .status), priorities: task.values(of: .priority))
  }

  /// "All Supported Objects" (User Interface API Developer Guide) says to ask for the object info: an object that the API
  /// or the user does not have is refused.
  package func isTaskInUserInterfaceAPI() async throws(OrgError) -> Bool {
    do throws(OrgError) {
      let info: ObjectInfo = try await call(.get, "/ui-api/object-info/Task").decoded()
      return info.createable
    } catch {
      guard case .refused = error else { throw error }
      return false
    }
  }
}

private struct TaskDescription: Decodable {
  struct Field: Decodable {
    let name: String
    let type: String
    let length: Int
    let createable: Bool
    let updateable: Bool
    let externalId: Bool
    let unique: Bool
    let picklistValues: [PicklistValue]?
  }

  /// `value` is what a task holds, whatever people see (its label).
  struct PicklistValue: Decodable {
    let value: String
    let active: Bool
  }

  let queryable: Bool
  let createable: Bool
  let updateable: Bool
  let deletable: Bool
  let fields: [Field]

  func values(of field: TaskField) -> [String] {
    fields.first { $0.name == field.rawValue }?.picklistValues?.filter(\.active).map(\.value) ?? []
  }
}

extension TaskAbilities.ExternalIDField {
  fileprivate init(_ field: TaskDescription.Field) {
    self.init(
      name: field.name, isUnique: field.unique, isCreateable: field.createable,
      holdsKeys: field.type == "string" && field.length >= 32)
  }
}

private struct ObjectInfo: Decodable {
  let createable: Bool
}
