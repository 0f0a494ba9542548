import OrgModel

extension ControlRoute {
  static let faultRoutes = [
    ControlRoute("GET", "faults", "the faults that are set up, and how often each has struck") { host, _ in
      HTTPAnswer(200, ["faults": .array(host.state.faults.faults.map(\.json))])
    },
    ControlRoute("POST", "faults", "sets up a fault, a list of them, or {\"seed\": 7, \"faults\": […]}") {
      host, call throws(APIError) in try addFaults(host, try call.json())
    },
    ControlRoute("DELETE", "faults", "removes all faults") { host, _ in
      host.state.faults.removeAll()
      return HTTPAnswer(204)
    },
    ControlRoute("GET", "faults/kinds", "the kinds of faults, and what each stands for") { _, _ in
      let kinds = FaultKind.all.map { kind -> JSON in
        ["kind": .string(kind.name), "summary": .string(kind.summary), "definition": kind.definition]
      }
      return HTTPAnswer(200, ["kinds": .array(kinds)])
    },
    ControlRoute("GET", "faults/{id}", "a fault") { host, call throws(APIError) in
      guard let fault = host.state.faults.faults.first(where: { String($0.id) == call.arguments[0] }) else {
        throw noFault
      }
      return HTTPAnswer(200, fault.json)
    },
    ControlRoute("DELETE", "faults/{id}", "removes a fault") { host, call throws(APIError) in
      guard let id = Int(call.arguments[0]), host.state.faults.remove(id) else { throw noFault }
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "outage", "closes the port for {\"milliseconds\": 2000}") { host, call throws(APIError) in
      let body = try call.body()
      try body.allowing(["milliseconds"], in: "An outage")
      let milliseconds = try body.whole("milliseconds", 1...600_000) ?? 2000
      host.interrupt?(.milliseconds(milliseconds))
      return HTTPAnswer(202, ["milliseconds": .integer(milliseconds)])
    },
  ]

  private static let noFault = APIError(.notFound, "There is no such fault")

  /// All of them or none, if one is wrong.
  private static func addFaults(_ host: isolated OrgHost, _ json: JSON) throws(APIError) -> HTTPAnswer {
    let isGroup = json["faults"] != nil
    if isGroup { try json.allowing(["seed", "faults"], in: "The body") }
    var requests: [FaultRequest] = []
    for fault in isGroup ? try json.list("faults") ?? [] : json.array ?? [json] {
      requests.append(try FaultRequest(fault))
    }
    if isGroup, let seed = try json.whole("seed", 0...Int.max) {
      host.state.faults.random = SplitMix64(seed: UInt64(seed))
    }
    let added = requests.map { host.state.faults.add($0).json }
    return HTTPAnswer(201, ["faults": .array(added)])
  }
}
