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
    let changes: [ChangeEvent.Kind] = [.created, .updated, .deleted, .undeleted]
    let choices: [(name: String, value: ChangeEvent.Kind?)] =
      changes.map { (name: "GAP_\($0.changeType)", value: $0) } + [(name: "GAP_OVERFLOW", value: nil)]
    guard let change = try body.required("changeType", try body.choice("changeType", among: choices)) else {
      try body.allowing(["changeType", "entityName"], in: "An overflow")
      let objects = Org.capturable.compactMap { name in Schema.object(name).map { (name: name, value: $0) } }
      kind = .overflow(try body.required("entityName", try body.choice("entityName", among: objects)))
      return
    }
    try body.allowing(["changeType", "recordIds"], in: "A gap")
    let texts = try body.required("recordIds", try body.texts("recordIds"))
    let ids = texts.compactMap { RecordID($0) }
    guard !ids.isEmpty, ids.count == texts.count, ids.allSatisfy(Self.isCapturable) else {
      throw JSON.mistake("recordIds must be a list of Ids of \(JSON.listed(Org.capturable))")
    }
    kind = .gap(change, ids)
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
}
