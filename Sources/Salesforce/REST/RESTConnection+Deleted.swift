package import Foundation

extension RESTConnection {
  /// By `/sobjects/Task/deleted/`, which looks at minutes only and wants at least one between start and end.
  package func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks {
    let latestStart = end.addingTimeInterval(-60)
    let query = [
      ("start", SalesforceTime.secondsText(min(start, latestStart))), ("end", SalesforceTime.secondsText(end)),
    ]
    let answer: DeletedAnswer = try await call(.get, "/sobjects/Task/deleted/", query: query).decoded()
    return DeletedTasks(
      ids: answer.deletedRecords.map(\.id), latestDateCovered: answer.latestDateCovered.date,
      earliestDateAvailable: answer.earliestDateAvailable.date)
  }
}

private struct DeletedAnswer: Decodable {
  struct Row: Decodable {
    let id: String
  }

  let deletedRecords: [Row]
  let latestDateCovered: SalesforceDate
  let earliestDateAvailable: SalesforceDate
}
