package import Foundation

extension Org {
  /// Adds a user who can log in; returns the Id of the User record.
  @discardableResult
  package mutating func addMember(
    username: String, password: String, firstName: String, lastName: String, title: String? = nil,
    permissions: Permissions = .rep, manager: RecordID? = nil, isActive: Bool = true, at now: Date
  ) -> RecordID {
    let id = nextID(of: Schema.user)
    var record = Record(Schema.user, id: id)
    record["Username"] = .text(username)
    record["FirstName"] = .text(firstName)
    record["LastName"] = .text(lastName)
    record["Name"] = .text("\(firstName) \(lastName)")
    record["Email"] = .text(username)
    record["Alias"] = .text(String((firstName.prefix(1) + lastName.prefix(4)).lowercased()))
    record["Title"] = title.map { .text($0) } ?? .null
    record["ManagerId"] = manager.map { .id($0) } ?? .null
    record["IsActive"] = .flag(isActive)
    record["UserType"] = .text("Standard")
    record["TimeZoneSidKey"] = .text(timeZone.identifier)
    record.stampCreation(by: id, at: Timestamp(now))
    tables[Schema.user.name]?.insert(record)
    members[id] = Member(id: id, username: username, password: password, permissions: permissions)
    return id
  }

  /// Lets the one whose User record was written log in by the Username that it has now. A new user gets the password of
  /// the demo users, where Salesforce would let him choose one by e-mail.
  mutating func keepMember(of record: Record) {
    guard record.definition === Schema.user, let username = record["Username"].text else { return }
    let new = Member(id: record.id, username: username, password: DemoUser.password, permissions: .rep)
    members[record.id, default: new].username = username
  }

  /// The user with this name, in any case.
  package func member(named username: String) -> Member? {
    members.values.first { $0.username.lowercased() == username.lowercased() }
  }

  /// Whether the user may log in (Setup, "Active").
  package func isActive(_ member: RecordID) -> Bool {
    members[member] != nil && find(member)?["IsActive"] == .flag(true)
  }

  /// The zone in which days are meant for a user: his own, or where he has none that is known, the org's.
  package func timeZone(of user: RecordID) -> TimeZone {
    find(user)?["TimeZoneSidKey"].text.flatMap(TimeZone.init(identifier:)) ?? timeZone
  }

  /// Changes what a user may do.
  package mutating func changeMember(_ id: RecordID, _ change: (inout Member) -> Void) {
    guard var member = members[id] else { return }
    change(&member)
    members[id] = member
  }

  /// The user as whom the org itself, or somebody who steers the simulator, makes changes; nobody logs in as him.
  package static let automatedProcess = RecordID(prefix: Schema.user.keyPrefix, number: 0)

  func permissions(of user: RecordID) -> Permissions {
    if user == Self.automatedProcess { return .administrator }
    return members[user]?.permissions ?? .rep
  }
}
