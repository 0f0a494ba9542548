import OrgModel

extension ControlRoute {
  static let streamingRoutes = [
    ControlRoute("GET", "streaming", "the streaming clients, their channels and the settings") { host, _ in
      HTTPAnswer(200, host.state.streamingJSON(at: Timestamp(host.now())))
    },
    ControlRoute(
      "PATCH", "streaming",
      "changes settings: {\"clientLimit\": 2, \"changeDataCapture\": [\"Task\"], \"advice\": {\"interval\": 1000}}"
    ) { host, call throws(APIError) in
      let settings = try StreamingSettings(try call.body())
      host.change { settings.apply(to: &$0) }
      return HTTPAnswer(200, host.state.streamingJSON(at: Timestamp(host.now())))
    },
    ControlRoute(
      "POST", "streaming/faults",
      "loses, doubles or delays events, or refuses handshakes: {\"kind\": \"lose\", \"count\": 2}"
    ) { host, call throws(APIError) in
      let fault = try StreamFaults.Fault(try call.body(), after: host.state.org.lastReplayID)
      host.state.streaming.faults.add(fault)
      return HTTPAnswer(200, fault.json)
    },
    ControlRoute("DELETE", "streaming/faults", "removes these faults") { host, _ in
      host.state.streaming.faults = StreamFaults()
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "streaming/gap", "a gap event: {\"changeType\": \"GAP_UPDATE\", \"recordIds\": [\"00T…\"]}") {
      host, call throws(APIError) in
      let gap = try GapAnnouncement(try call.body())
      let now = host.now()
      host.change { gap.announce(in: &$0.org, at: now) }
      return HTTPAnswer(200, ["replayId": .integer(host.state.org.lastReplayID)])
    },
    ControlRoute("POST", "streaming/expire", "nothing from before now can be replayed") { host, _ in
      host.change { $0.org.forgetEvents() }
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "streaming/forget", "forgets the clients, who must shake hands again") { host, _ in
      host.change { $0.streaming.clients = [:] }
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "streaming/release", "answers all held connects at once") { host, _ in
      host.change { $0.streaming.releaseHolds() }
      return HTTPAnswer(204)
    },
  ]
}
