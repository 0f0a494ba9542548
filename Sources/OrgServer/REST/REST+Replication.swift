import OrgModel

extension REST {
  /// `sobjects/{object}/deleted?start=&end=`.
  static func deleted(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let (start, end) = try span(of: call)
    let answer = try state.org.deleted(
      try call.object(in: state.org).name, from: start, to: end, by: call.user, at: call.now.date)
    return HTTPAnswer(
      200,
      [
        "deletedRecords": .array(
          answer.items.map { ["deletedDate": .string($0.date.description), "id": .string($0.id.text)] }),
        "earliestDateAvailable": .string(answer.earliestDateAvailable.description),
        "latestDateCovered": .string(answer.latestDateCovered.description),
      ])
  }

  /// `sobjects/{object}/updated?start=&end=`.
  static func updated(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let (start, end) = try span(of: call)
    let answer = try state.org.updated(
      try call.object(in: state.org).name, from: start, to: end, by: call.user, at: call.now.date)
    return HTTPAnswer(
      200,
      [
        "ids": .array(answer.items.map { .string($0.text) }),
        "latestDateCovered": .string(answer.latestDateCovered.description),
      ])
  }

  private static func span(of call: RESTCall) throws(APIError) -> (start: Timestamp, end: Timestamp) {
    func moment(_ name: String) throws(APIError) -> Timestamp {
      // A plus that was not encoded arrives as a space.
      let text = (call.request.parameter(name) ?? "").replacing(" ", with: "+")
      guard let moment = Timestamp(text) else {
        throw APIError(.invalidReplicationDate, "\(name) is not a dateTime: \(text)")
      }
      return moment
    }
    return (try moment("start"), try moment("end"))
  }
}
