import Foundation
import OrgModel

/// A user in control requests and answers.
///
/// ```json
/// {"username": "kim@demo.example", "password": "demo", "firstName": "Kim", "lastName": "Nowak", "title": "Trainee",
///  "manager": "manager@demo.example", "timeZone": "Europe/Amsterdam", "active": true, "apiEnabled": true,
///  "permissions": ["managePushTopics"], "objects": {"PushTopic": [], "Task": ["read", "edit"]},
///  "fields": {"Task.Description": "hidden", "Task.Priority": "readOnly"}}
/// ```
enum UserInput {
  /// What can be changed.
  static let members = [
    "password", "firstName", "lastName", "title", "manager", "timeZone", "active", "apiEnabled", "permissions",
    "objects", "fields",
  ]

  /// Adds a user; the name, and the last name, must be given. Without a password it is that of the demo users.
  static func add(_ body: JSON, to org: inout Org, at now: Date) throws(APIError) -> RecordID {
    let input = try body.allowing(["username"] + members)
    let username = try input.required("username", try input.text("username"))
    guard (1...80).contains(username.utf16.count), org.member(named: username) == nil else {
      throw JSON.mistake("username must have 1 to 80 characters, and no other user may have it")
    }
    let lastName = try input.required("lastName", try input.text("lastName"))
    let id = org.addMember(
      username: username, password: DemoUser.password, firstName: try input.text("firstName") ?? "",
      lastName: lastName, at: now)
    try change(id, by: input, in: &org, at: now)
    return id
  }

  /// Changes what is given.
  static func change(_ id: RecordID, by input: JSON, in org: inout Org, at now: Date) throws(APIError) {
    let fields = try recordFields(of: input, in: org)
    if !fields.isEmpty { try org.update(id.text, fields, by: Org.automatedProcess, at: now) }
    let password = try input.text("password")
    let isAPIEnabled = try input.flag("apiEnabled")
    let permissions = try permissions(of: input)
    let objects = try objectAccess(of: input)
    let restricted = try fieldAccess(of: input)
    org.changeMember(id) { member in
      member.password = password ?? member.password
      member.isAPIEnabled = isAPIEnabled ?? member.isAPIEnabled
      member.permissions = permissions ?? member.permissions
      for (object, access) in objects { member.objectAccess[object] = access }
      for (field, access) in restricted { member.restrictedFields[field] = access == .editable ? nil : access }
    }
  }

  /// What is kept in the User record.
  private static func recordFields(of input: JSON, in org: Org) throws(APIError) -> Fields {
    var fields: Fields = [:]
    for (name, field) in [("firstName", "FirstName"), ("lastName", "LastName"), ("title", "Title")] {
      if let text = try input.text(name) { fields[field] = .text(text) }
    }
    if let isActive = try input.flag("active") { fields["IsActive"] = .flag(isActive) }
    if let zone = try input.text("timeZone") {
      guard TimeZone(identifier: zone) != nil else {
        throw JSON.mistake("timeZone must be a name such as Europe/Amsterdam")
      }
      fields["TimeZoneSidKey"] = .text(zone)
    }
    if let manager = try input.text("manager") {
      guard let id = org.member(named: manager)?.id else {
        throw JSON.mistake("manager must be a user's name")
      }
      fields["ManagerId"] = .id(id)
    }
    return fields
  }

  private static func permissions(of input: JSON) throws(APIError) -> Permissions? {
    guard let wanted = try input.list("permissions") else { return nil }
    var permissions: Permissions = []
    for name in wanted {
      guard let permission = Permissions.names.first(where: { $0.name == name.string })?.permission else {
        throw JSON.mistake("permissions are \(JSON.listed(Permissions.names.map(\.name)))")
      }
      permissions.insert(permission)
    }
    return permissions
  }

  /// By object; `nil` (null) for what follows from the permissions.
  private static func objectAccess(of input: JSON) throws(APIError) -> [String: ObjectAccess?] {
    var result: [String: ObjectAccess?] = [:]
    for member in try input.object("objects")?.members ?? [] {
      guard let object = Schema.object(member.key) else {
        throw JSON.mistake("objects are \(JSON.listed(Schema.objects.map(\.name)))")
      }
      let chosen = member.value.array?.map { name in ObjectAccess.names.first { $0.name == name.string }?.access }
      guard member.value == .null || chosen?.allSatisfy({ $0 != nil }) == true else {
        throw JSON.mistake(
          "objects.\(object.name) must be null or a list of some of "
            + JSON.listed(ObjectAccess.names.map(\.name)))
      }
      result[object.name] = .some(chosen.map { ObjectAccess($0.compactMap(\.self)) })
    }
    return result
  }

  private static func fieldAccess(of input: JSON) throws(APIError) -> [FieldName: FieldAccess] {
    var result: [FieldName: FieldAccess] = [:]
    for member in try input.object("fields")?.members ?? [] {
      let parts = member.key.split(separator: ".").map(String.init)
      guard parts.count == 2, let object = Schema.object(parts[0]), let field = object.field(parts[1]),
        field.isNillable || field.isCreateable
      else {
        throw JSON.mistake(
          "'\(member.key)' in fields must be a field such as Task.Description, and none that everybody may read")
      }
      guard let access = FieldAccess.allCases.first(where: { String(describing: $0) == member.value.string }) else {
        throw JSON.mistake(
          "fields.\(member.key) must be \(JSON.listed(FieldAccess.allCases.map { "\($0)" }, or: true))")
      }
      result[FieldName(object: object.name, field: field.name)] = access
    }
    return result
  }
}
