import OrgModel

/// Source: REST API Developer Guide, "Describe Global", "sObject Basic Information", "sObject Describe"; SOAP API Developer
/// Guide, "DescribeSObjectResult".
extension REST {
  /// `sobjects`
  static func describeGlobal(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let visible = Schema.objects.filter { state.org.canRead($0, call.user) }
    let description: JSON = [
      "encoding": "UTF-8", "maxBatchSize": 200,
      "sobjects": .array(visible.map { ObjectDescription($0, state.org, call).summary }),
    ]
    return try described("", as: description, &state, call)
  }

  /// `sobjects/{object}`
  static func basicInformation(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let description = ObjectDescription(definition, state.org, call)
    return HTTPAnswer(
      200,
      [
        "objectDescribe": description.summary,
        "recentItems": .array(recentItems(state, call, of: definition)),
      ])
  }

  /// `sobjects/{object}/describe`
  static func describe(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let definition = try call.object(in: state.org)
    let description = ObjectDescription(definition, state.org, call).whole
    return try described(definition.name, as: description, &state, call)
  }

  /// Answers with a description, unless the client has it.
  private static func described(
    _ subject: String, as description: JSON, _ state: inout OrgState, _ call: RESTCall
  ) throws(APIError) -> HTTPAnswer {
    let key = DescribeLog.Key(subject: subject, user: call.user, version: call.version)
    let precondition = Precondition(lastModified: state.rest.describes.moment(of: description, key, at: call.now))
    if let refusal = try precondition.refusal(of: call.request, isRead: true) { return refusal }
    return precondition.adding(to: HTTPAnswer(200, description))
  }
}
