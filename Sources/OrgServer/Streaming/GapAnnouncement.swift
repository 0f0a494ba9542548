import Foundation
import OrgModel

/// What `POST /simulator/streaming/gap` asks for.
struct GapAnnouncement {
  private enum Kind {
    case gap(ChangeEvent.Kind, [RecordID])
    case overflow(ObjectDefinition)
  }

  private let kind: Kind

  /// Reads `{"changeType": "GAP_UPDATE", "recordIds": ["00T…"]}` or `{"changeType": "GAP_OVERFLOW", "entityName": "Task"}`.
  init(_ body: JSON) throws(APIError) {
    let type = body["changeType"]?.string ?? ""
    let kinds: [ChangeEvent.Kind] = [.created, .updated, .deleted, .undeleted]
    if type == "GAP_OVERFLOW", let object = body["entityName"]?.string, Org.capturable.contains(object),
      let definition = Schema.object(object)
    {
      kind = .overflow(definition)
    } else if let change = kinds.first(where: { "GAP_\($0.changeType)" == type }),
      let texts = body["recordIds"]?.array, !texts.isEmpty
    {
      let ids = texts.compactMap { $0.string.flatMap { RecordID($0) } }
      guard ids.count == texts.count, ids.allSatisfy(Self.isCapturable) else { throw Self.badGap }
      kind = .gap(change, ids)
    } else {
      throw Self.badGap
    }
  }

  func announce(in org: inout Org, at now: Date) {
    switch kind {
    case .gap(let kind, let ids): org.announceGap(kind, of: ids, at: now)
    case .overflow(let object): org.announceOverflow(of: object, at: now)
    }
  }

  private static func isCapturable(_ id: RecordID) -> Bool {
    Schema.object(of: id).map { Org.capturable.contains($0.name) } ?? false
  }

  private static let badGap = APIError(
    .jsonParserError,
    "A gap is {\"changeType\": \"GAP_CREATE\", \"GAP_UPDATE\", \"GAP_DELETE\" or \"GAP_UNDELETE\", \"recordIds\": [Ids]} or "
      + "{\"changeType\": \"GAP_OVERFLOW\", \"entityName\": one of \(Org.capturable.joined(separator: ", "))}")
}
