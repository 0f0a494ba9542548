import Foundation
import Testing

@testable import OrgModel

/// An org with two users, a contact, an account and no tasks, at a time of its own.
struct SmallOrg {
  var org: Org
  /// 2026-11-25T09:30:00Z, a Wednesday; in Amsterdam it is 10:30.
  var now = Date(timeIntervalSince1970: 1_795_599_000)
  let rep: RecordID
  let other: RecordID
  let ada: RecordID
  let account: RecordID

  init(sharing: ActivitySharing = .publicReadWrite) throws {
    let amsterdam = try #require(TimeZone(identifier: "Europe/Amsterdam"))
    // The picklists of the demo org, without its tasks.
    org = Org.demo(tasks: 0, seed: 1, now: now, timeZone: amsterdam)
    org.activitySharing = sharing
    rep = try #require(DemoUser.rep.id(in: org))
    other = try #require(DemoUser.colleague.id(in: org))
    ada = try #require(org.all("Contact").first { $0["Name"] == .text("Ada Lovelace") }).id
    account = try #require(org.all("Account").first).id
  }

  @discardableResult
  mutating func task(_ fields: Fields = ["Subject": .text("Call")], by user: RecordID? = nil) throws -> RecordID {
    try org.create("Task", fields, by: user ?? rep, at: now)
  }

  mutating func pass(seconds: Double) { now += seconds }

  func subjects(_ condition: String, all: Bool = false) throws -> [String] {
    try org.rows("SELECT Subject FROM Task WHERE \(condition)", includesDeleted: all, by: rep, at: now)
      .map { $0["Subject"].text ?? "" }
  }

  func task(_ id: RecordID) throws -> Record { try #require(org.find(id)) }
}

func error(_ code: ErrorCode, in body: () throws -> Void) -> APIError? {
  do {
    try body()
    return nil
  } catch let error as APIError {
    return error.code == code ? error : nil
  } catch {
    return nil
  }
}

extension Result where Failure == APIError {
  var errorCode: ErrorCode? {
    if case .failure(let error) = self { error.code } else { nil }
  }
}
