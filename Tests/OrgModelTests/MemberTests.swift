import Foundation
import Testing

@testable import OrgModel

struct MemberTests {
  private let newUser: Fields = [
    "Username": .text("new@demo.example"), "LastName": .text("New"), "Email": .text("new@demo.example"),
  ]

  @Test("A user logs in by the Username that his record has now")
  func renamed() throws {
    var world = try SmallOrg()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    try world.org.update(world.rep.text, ["Username": .text("robin@demo.example")], by: admin, at: world.now)
    #expect(world.org.member(named: "Robin@demo.example")?.id == world.rep)
    #expect(world.org.member(named: DemoUser.rep.username) == nil)
    #expect(world.org.members[world.rep]?.permissions == .managePushTopics)
  }

  @Test("A User record that is created is somebody who can log in, with the rights of an ordinary user")
  func created() throws {
    var world = try SmallOrg()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    let id = try world.org.create("User", newUser, by: admin, at: world.now)
    #expect(world.org.isActive(id))
    #expect(world.org.member(named: "new@demo.example")?.id == id)
    #expect(world.org.members[id]?.permissions == .rep)
    try world.task(by: id)
  }

  @Test("No two users have the same name, in any case")
  func duplicate() throws {
    var world = try SmallOrg()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    let taken: Fields = ["Username": .text("REP@demo.example")]
    let created = error(.duplicateUsername) {
      _ = try world.org.create("User", newUser.merging(taken) { $1 }, by: admin, at: world.now)
    }
    #expect(created?.fields == ["Username"])
    #expect(
      error(.duplicateUsername) { try world.org.update(world.other.text, taken, by: admin, at: world.now) } != nil)
    try world.org.update(world.rep.text, taken, by: admin, at: world.now)
  }

  @Test("A user's time zone is his own, or where he has none that is known, the org's")
  func timeZone() throws {
    var world = try SmallOrg()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    for (zone, expected) in [("Asia/Tokyo", "Asia/Tokyo"), ("Nowhere", "Europe/Amsterdam")] {
      try world.org.update(world.rep.text, ["TimeZoneSidKey": .text(zone)], by: admin, at: world.now)
      #expect(world.org.timeZone(of: world.rep).identifier == expected)
    }
  }
}
