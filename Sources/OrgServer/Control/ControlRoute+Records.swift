import Foundation
import OrgModel

extension ControlRoute {
  static let recordRoutes = [
    ControlRoute(
      "POST", "records",
      "a change by another user: {\"as\": \"colleague@demo.example\", \"action\": \"update\", \"id\": \"00T…\", \"fields\": {…}}"
    ) { host, call throws(APIError) in
      let (body, now) = (try call.body(), host.now())
      let id = try host.changeOrg { org throws(APIError) in try write(&org, body, at: now) }
      return HTTPAnswer(200, ["id": .string(id)])
    },
    ControlRoute("POST", "records/{id}/lock", "locks a record, as an approval process does") {
      host, call throws(APIError) in
      try change(host, call) { org, id in org.lockedRecords.insert(id) }
    },
    ControlRoute("POST", "records/{id}/unlock", "unlocks it") { host, call throws(APIError) in
      try change(host, call) { org, id in org.lockedRecords.remove(id) }
    },
    ControlRoute("POST", "records/{id}/purge", "removes a record for good") { host, call throws(APIError) in
      try change(host, call) { org, id in org.purge(id) }
    },
    ControlRoute("POST", "bin/purge", "empties the recycle bin, or what is in it for {\"olderThanHours\": 2}") {
      host, call throws(APIError) in
      let input = try call.body().allowing(["olderThanHours"])
      let hours = try input.whole("olderThanHours", 0...24 * 365) ?? 0
      // Zero hours old is old enough, even if deleted in this millisecond.
      let limit = Timestamp(host.now()).adding(seconds: hours == 0 ? 1 : -hours * 3600)
      let purged = try host.changeOrg { org in org.emptyRecycleBin(before: limit) }
      return HTTPAnswer(200, ["purged": .integer(purged)])
    },
    ControlRoute("POST", "housekeeping", "archives and purges now what is due at night") { host, _ throws(APIError) in
      let now = host.now()
      let (archived, purged) = try host.changeOrg { org in org.keepHouse(at: now) }
      return HTTPAnswer(200, ["archived": .integer(archived), "purged": .integer(purged)])
    },
  ]

  /// `{"as": "colleague@demo.example", "action": "update", "object": "Task", "id": "00T…", "fields": {…}, "origin": "…"}`:
  /// the change of another user, with all the checks that his own request would have. Returns the Id of the record.
  private static func write(_ org: inout Org, _ body: JSON, at now: Date) throws(APIError) -> String {
    let input = try body.allowing(["as", "action", "object", "id", "fields", "origin"])
    let username = try input.required("as", try input.text("as"))
    guard let user = org.member(named: username)?.id else { throw JSON.mistake("as must be a user's name") }
    let origin = try input.text("origin") ?? ""
    let actions = ["create", "update", "delete", "undelete"].map { (name: $0, value: $0) }
    let action = try input.required("action", try input.choice("action", among: actions))
    if action == "create" {
      return
        try org.create(
          try input.text("object") ?? "Task", try input.fields("fields") ?? [:], by: user, from: origin,
          at: now
        )
        .text
    }
    let id = try input.required("id", try input.text("id"))
    switch action {
    case "update": try org.update(id, try input.fields("fields") ?? [:], by: user, from: origin, at: now)
    case "delete": try org.delete(id, by: user, from: origin, at: now)
    default: try org.undelete(id, by: user, from: origin, at: now)
    }
    return RecordID(id)?.text ?? id
  }

  /// Does something with the record that the path names.
  private static func change(
    _ host: isolated OrgHost, _ call: ControlCall, _ body: (inout Org, RecordID) throws(APIError) -> Void
  ) throws(APIError) -> HTTPAnswer {
    guard let id = RecordID(call.arguments[0]), host.state.org.find(id) != nil else {
      throw APIError(.notFound, "There is no record \(call.arguments[0])")
    }
    try host.changeOrg { org throws(APIError) in try body(&org, id) }
    return HTTPAnswer(204)
  }
}
