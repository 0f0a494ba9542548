import OrgModel

extension UserInput {
  /// A user in the shape in which one is given, with his Id and without the password.
  static func json(of member: Member, in org: Org) -> JSON {
    let record = org.find(member.id)
    let manager = record?["ManagerId"].id.flatMap { org.members[$0]?.username }
    return [
      "id": .string(member.id.text), "username": .string(member.username), "firstName": JSON(record?["FirstName"]),
      "lastName": JSON(record?["LastName"]), "title": JSON(record?["Title"]),
      "manager": manager.map { .string($0) } ?? .null, "timeZone": JSON(record?["TimeZoneSidKey"]),
      "active": JSON(record?["IsActive"]), "apiEnabled": .bool(member.isAPIEnabled),
      "permissions": names(Permissions.names.filter { member.permissions.contains($0.permission) }.map(\.name)),
      "objects": .object(
        member.objectAccess.sorted { $0.key < $1.key }
          .map { object, access in
            .init(
              key: object, value: names(ObjectAccess.names.filter { access.contains($0.access) }.map(\.name)))
          }),
      "fields": .object(
        member.restrictedFields.sorted { $0.key < $1.key }
          .map { field, access in .init(key: field.description, value: .string(String(describing: access))) }),
    ]
  }

  private static func names(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
}
