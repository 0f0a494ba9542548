import OrgModel

/// Source: REST API Developer Guide, "Composite", "Composite Subrequest Result", "allOrNone Parameters in Composite and
/// Collections Requests".
extension REST {
  /// `composite`: subrequests in their order, which is a permitted order of collated ones too.
  static func composite(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let composite = try CompositeRequest(try call.objectBody())
    let before = composite.allOrNone ? state : nil
    var references = CompositeReferences()
    var answers: [HTTPAnswer] = []
    for (referenceID, request) in composite.subrequests {
      let answer = answer(
        to: composite.allOrNone ? request.allOrNone : request, with: &references, &state, call)
      if let json = answer.json, !answer.isFailure { references.note(json, as: referenceID) }
      answers.append(answer)
      if let before, answer.hasFailures {
        state = before
        return HTTPAnswer(200, compositeResponse(composite, undone(answers, of: composite)))
      }
    }
    return HTTPAnswer(200, compositeResponse(composite, answers))
  }

  private static func answer(
    to request: Subrequest, with references: inout CompositeReferences, _ state: inout OrgState, _ call: RESTCall
  ) -> HTTPAnswer {
    do throws(APIError) {
      let request = try references.resolved(request)
      return request.answer(&state, within: call, path: String(request.url.dropFirst("/services/data".count)))
    } catch {
      return HTTPAnswer(error)
    }
  }

  /// The answers when the last one is a failure that undoes the others, and prevents those to come.
  private static func undone(_ answers: [HTTPAnswer], of composite: CompositeRequest) -> [HTTPAnswer] {
    let rolledBack = HTTPAnswer(
      APIError(
        .processingHalted,
        "The transaction was rolled back since another operation in the same transaction failed."))
    return composite.subrequests.indices.map { index in
      index == answers.count - 1 ? answers[index] : rolledBack
    }
  }

  private static func compositeResponse(_ composite: CompositeRequest, _ answers: [HTTPAnswer]) -> JSON {
    let results = zip(composite.subrequests, answers)
      .map { subrequest, answer -> JSON in
        [
          "body": answer.json ?? .null,
          "httpHeaders": .object(answer.headers.map { .init(key: $0.name, value: .string($0.value)) }),
          "httpStatusCode": .integer(answer.status), "referenceId": .string(subrequest.referenceID),
        ]
      }
    return ["compositeResponse": .array(results)]
  }
}

extension HTTPAnswer {
  /// The JSON of the body; `nil` where there is none.
  var json: JSON? {
    switch body {
    case .json(let json): json
    case .bytes(let bytes, _): try? JSON(utf8: bytes)
    case nil: nil
    }
  }

  /// Whether the request was not done; with 300 the client has to choose among records first.
  fileprivate var isFailure: Bool { status >= 300 && status != 304 }

  /// Whether the request failed, or one of the records of an sObject Collections request.
  fileprivate var hasFailures: Bool {
    isFailure || json?.array?.contains { $0["success"] == false } == true
  }
}
