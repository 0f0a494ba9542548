import OrgModel

extension ControlRoute {
  static let validationRuleRoutes = [
    ControlRoute("GET", "validation-rules", "the validation rules") { host, _ in
      HTTPAnswer(200, ["rules": .array(host.state.org.validationRules.map(json))])
    },
    ControlRoute(
      "POST", "validation-rules",
      "adds a rule: {\"object\": \"Task\", \"condition\": \"Subject = null\", \"message\": \"A subject, please\"}"
    ) { host, call throws(APIError) in
      let input = try call.body().allowing(["object", "condition", "message", "field", "active"])
      let object = try input.required("object", try input.text("object"))
      let condition = try input.required("condition", try input.text("condition"))
      let message = try input.required("message", try input.text("message"))
      let (field, isActive) = (try input.text("field"), try input.flag("active") ?? true)
      let id = try host.changeOrg { org throws(APIError) in
        try org.addValidationRule(
          on: object, refusing: condition, message: message, field: field, isActive: isActive)
      }
      return HTTPAnswer(201, host.state.org.validationRules.first { $0.id == id }.map(json))
    },
    ControlRoute("DELETE", "validation-rules/{id}", "removes a rule") { host, call throws(APIError) in
      let id = Int(call.arguments[0]) ?? 0
      guard try host.changeOrg({ org in org.removeValidationRule(id) }) else {
        throw APIError(.notFound, "There is no validation rule \(call.arguments[0])")
      }
      return HTTPAnswer(204)
    },
  ]

  private static func json(_ rule: ValidationRule) -> JSON {
    [
      "id": .integer(rule.id), "object": .string(rule.object), "condition": .string(rule.condition),
      "message": .string(rule.message), "field": rule.field.map { .string($0) } ?? .null,
      "active": .bool(rule.isActive),
    ]
  }
}
