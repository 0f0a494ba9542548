import Foundation
import Testing

@testable import OrgModel

struct AccessTests {
  private func user(_ user: DemoUser, in world: SmallOrg) throws -> RecordID {
    try #require(user.id(in: world.org))
  }

  @Test("A hidden field does not exist: it is read by nobody, queried by nobody, written by nobody it is hidden from")
  func hiddenField() throws {
    var world = try SmallOrg()
    let kim = try user(.restricted, in: world)
    let id = try world.task(["Subject": .text("Call"), "Description": .text("secret")])
    #expect(try world.org.record(id.text, by: kim)["Description"] == .null)
    #expect(try world.org.record(id.text, by: world.rep)["Description"] == .text("secret"))
    #expect(
      error(.invalidField) { _ = try world.org.rows("SELECT Description FROM Task", by: kim, at: world.now) } != nil)
    let refused = error(.invalidField) {
      try world.org.update(id.text, ["Description": .text("x")], by: kim, at: world.now)
    }
    #expect(refused?.message == "No such column 'Description' on sobject of type Task")
    let fields = world.org.readableFields(of: Schema.task, by: kim).map(\.name)
    #expect(!fields.contains("Description") && fields.contains("Priority"))
  }

  @Test("Fields that a user may only read are refused when written, all of them in one error")
  func readOnlyField() throws {
    var world = try SmallOrg()
    let kim = try user(.restricted, in: world)
    let refused = error(.invalidFieldForInsertUpdate) {
      try world.task(["Priority": .text("High"), "IsClosed": .flag(true)], by: kim)
    }
    #expect(refused?.fields == ["IsClosed", "Priority"])
    let id = try world.task(by: kim)
    #expect(try world.org.record(id.text, by: kim)["Priority"] == .text("Normal"))
  }

  @Test("Without a permission on the object a user is told so in Salesforce's words")
  func objectAccess() throws {
    var world = try SmallOrg()
    let mira = try user(.reader, in: world)
    let id = try world.task()
    #expect(try world.org.record(id.text, by: mira).id == id)
    let creating = error(.cannotInsertUpdateActivateEntity) { try world.task(by: mira) }
    #expect(creating?.message == "entity type cannot be inserted: Task")
    let updating = error(.cannotInsertUpdateActivateEntity) {
      try world.org.update(id.text, ["Subject": .text("x")], by: mira, at: world.now)
    }
    #expect(updating?.message == "entity type cannot be updated: Task")
    let deleting = error(.insufficientAccess) { try world.org.delete(id.text, by: mira, at: world.now) }
    #expect(deleting?.message == "insufficient access rights on object id")
    #expect(world.org.access(of: mira, to: Schema.task) == .read)
  }

  @Test("An object that a user may not read does not exist for him")
  func unreadableObject() throws {
    var world = try SmallOrg()
    let luca = try user(.poller, in: world)
    #expect(world.org.access(of: luca, to: Schema.pushTopic) == [])
    #expect(error(.invalidType) { _ = try world.org.rows("SELECT Id FROM PushTopic", by: luca, at: world.now) } != nil)
    #expect(error(.invalidType) { _ = try world.org.create("PushTopic", [:], by: luca, at: world.now) } != nil)
    world.org.changeMember(luca) { $0.objectAccess["Contact"] = [] }
    #expect(error(.notFound) { _ = try world.org.record(world.ada.text, by: luca) } != nil)
    #expect(
      error(.insufficientAccessOnCrossReference) { try world.task(["WhoId": .id(world.ada)], by: luca) } != nil)
  }

  @Test(
    "What a user may do with an object follows from his permissions",
    arguments: [
      (.rep, "Task", .ordinary), (.rep, "PushTopic", .ordinary), (.colleague, "PushTopic", .read),
      (.rep, "User", [.read, .edit]), (.rep, "TaskStatus", .read), (.admin, "Task", .all),
      (.integration, "Task", [.ordinary, .viewAll]), (.admin, "User", [.create, .read, .edit, .viewAll, .modifyAll]),
    ] as [(DemoUser, String, ObjectAccess)])
  func profile(who: DemoUser, object: String, access: ObjectAccess) throws {
    let world = try SmallOrg()
    let definition = try #require(Schema.object(object))
    #expect(world.org.access(of: try user(who, in: world), to: definition) == access)
  }

  @Test("The right to modify all tasks gives those of others where sharing is private, the right to view all does not")
  func viewAndModifyAll() throws {
    var world = try SmallOrg(sharing: .private)
    let id = try world.task()
    #expect(error(.notFound) { _ = try world.org.record(id.text, by: world.other) } != nil)
    world.org.changeMember(world.other) { $0.objectAccess["Task"] = [.ordinary, .viewAll] }
    #expect(try world.org.record(id.text, by: world.other).id == id)
    #expect(
      error(.insufficientAccess) { try world.org.update(id.text, [:], by: world.other, at: world.now) } != nil)
    world.org.changeMember(world.other) { $0.objectAccess["Task"] = .all }
    try world.org.update(id.text, [:], by: world.other, at: world.now)
  }

  @Test("Without the API nobody gets in, and without the permission the user does not")
  func apiEnabled() throws {
    var world = try SmallOrg()
    try world.org.checkAPI(for: world.rep)
    let jonas = try user(.noAPI, in: world)
    #expect(error(.apiCurrentlyDisabled) { try world.org.checkAPI(for: jonas) } != nil)
    world.org.isAPIEnabled = false
    #expect(error(.apiDisabledForOrg) { try world.org.checkAPI(for: world.rep) } != nil)
  }
}
