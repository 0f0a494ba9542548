import OrgModel

extension ControlRoute {
  static let userRoutes = [
    ControlRoute("GET", "users", "the users, and what each may do") { host, _ in
      let org = host.state.org
      let users = org.members.values.sorted { $0.id < $1.id }.map { UserInput.json(of: $0, in: org) }
      return HTTPAnswer(200, ["users": .array(users)])
    },
    ControlRoute("POST", "users", "adds a user: {\"username\": \"ada@demo.example\", \"lastName\": \"Byron\"}") {
      host, call throws(APIError) in
      let (body, now) = (try call.body(), host.now())
      let id = try host.changeOrgWholly { org throws(APIError) in try UserInput.add(body, to: &org, at: now) }
      return HTTPAnswer(201, host.state.org.members[id].map { UserInput.json(of: $0, in: host.state.org) })
    },
    ControlRoute("PATCH", "users/{username}", "changes a user: {\"fields\": {\"Task.Description\": \"hidden\"}}") {
      host, call throws(APIError) in
      guard let id = host.state.org.member(named: call.arguments[0])?.id else {
        throw APIError(.notFound, "There is no user \(call.arguments[0])")
      }
      let (body, now) = (try call.body(), host.now())
      try host.changeOrgWholly { org throws(APIError) in
        try UserInput.change(id, by: try body.allowing(UserInput.members), in: &org, at: now)
      }
      return HTTPAnswer(200, host.state.org.members[id].map { UserInput.json(of: $0, in: host.state.org) })
    },
  ]
}
