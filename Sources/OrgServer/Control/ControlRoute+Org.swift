import Foundation
import OrgModel

extension ControlRoute {
  static let orgRoutes = [
    ControlRoute("GET", "", "this list") { _, _ in
      let routes = all.map { route -> JSON in
        ["method": .string(route.method), "path": .string(route.path), "summary": .string(route.summary)]
      }
      return HTTPAnswer(200, ["controls": .array(routes)])
    },
    ControlRoute("GET", "org", "what the org holds") { host, _ in description(of: host) },
    ControlRoute("POST", "reset", "the org as it began, or a demo of {\"tasks\": 48, \"seed\": 1}; no faults") {
      host, call throws(APIError) in try reset(host, try call.body())
    },
    ControlRoute("POST", "limits", "{\"dailyApiRequests\": 100}: how many API requests the org may get in 24 hours") {
      host, call throws(APIError) in
      let body = try call.body()
      try body.allowing(["dailyApiRequests"], in: "The limits")
      if let limit = try body.whole("dailyApiRequests", 0...Int(Int32.max)) { host.state.dailyRequestLimit = limit }
      return HTTPAnswer(200, ["dailyApiRequests": .integer(host.state.dailyRequestLimit)])
    },
    ControlRoute("POST", "cursors/expire", "forgets the further pages of all queries") { host, _ in
      host.state.cursors.expireAll()
      return HTTPAnswer(204)
    },
  ]

  private static func description(of host: isolated OrgHost) -> HTTPAnswer {
    let org = host.state.org
    let counts = Schema.objects.map { object in
      let records = org.all(object.name)
      return JSON.Member(
        key: object.name,
        value: [
          "records": .integer(records.count), "deleted": .integer(records.count(where: \.isDeleted)),
        ])
    }
    return HTTPAnswer(
      200,
      [
        "id": .string(org.id.text), "address": .string(host.state.address),
        "now": .string(Timestamp(host.now()).zulu), "timeZone": .string(org.timeZone.identifier),
        "objects": .object(counts), "lastReplayId": .integer(org.lastReplayID),
        "streamingClients": .integer(host.state.streaming.clients.count),
        "waitingRequests": .integer(host.waits.count),
        "requests": .integer(host.state.rest.usage.total(at: Timestamp(host.now()))),
        "requestLimit": .integer(host.state.dailyRequestLimit),
      ])
  }

  private static func reset(_ host: isolated OrgHost, _ body: JSON) throws(APIError) -> HTTPAnswer {
    try body.allowing(["tasks", "seed"], in: "A reset")
    let tasks = try body.whole("tasks", 0...1_000_000)
    let seed = try body.whole("seed", 0...Int.max)
    if tasks == nil, seed == nil {
      host.reset()
    } else {
      let timeZone = host.state.org.timeZone
      host.reset { now in
        Org.demo(tasks: tasks ?? 48, seed: UInt64(seed ?? 1), now: now, timeZone: timeZone)
      }
    }
    return HTTPAnswer(200, ["reset": true])
  }
}
