import Foundation
import OrgModel
import Reminders

/// What stays the same in one history: the org, the settings, and what there is when sync is turned on.
package struct Configuration: Sendable, Hashable {
  enum CreateWay: String, Sendable, CaseIterable {
    case externalID, idempotencyKey, search
  }

  enum Streaming: String, Sendable, CaseIterable {
    case healthy, flaky, refused
  }

  var terminals: Int
  var createWay: CreateWay
  var streaming: Streaming
  var isSharingPrivate: Bool
  var template: String
  var importWindow: SyncSettings.ImportWindow
  /// The org's own names of the four mapped values, which are set here too.
  var hasOwnValues: Bool
  /// By how many milliseconds a stamp may lie before its commit.
  var commitSkew: Int
  var hasWholeSecondStamps: Bool
  /// How far the clock here is ahead of the server's, in seconds.
  var clockOffset: Int
  var timeZone: String
  /// How many tasks there are there and here before sync is turned on.
  var tasksThere: Int
  var tasksHere: Int

  init(_ random: inout SplitMix64) {
    terminals = Int.random(in: 1...3, using: &random)
    createWay = CreateWay.allCases.randomElement(using: &random) ?? .search
    streaming = Streaming.allCases.randomElement(using: &random) ?? .healthy
    isSharingPrivate = Int.random(in: 0..<3, using: &random) == 0
    template =
      Self.templates.randomElement(using: &random) ?? SubjectTemplate.standard.text
    importWindow = Int.random(in: 0..<3, using: &random) == 0 ? .recent : .recentAndDue
    hasOwnValues = Int.random(in: 0..<4, using: &random) == 0
    commitSkew = [0, 0, 2_000, 30_000, 120_000].randomElement(using: &random) ?? 0
    hasWholeSecondStamps = Bool.random(using: &random)
    clockOffset = Bool.random(using: &random) ? 0 : Int.random(in: -86_400...86_400, using: &random)
    timeZone = Self.timeZones.randomElement(using: &random) ?? "GMT"
    tasksThere = Int.random(in: 0...4, using: &random)
    tasksHere = Int.random(in: 0...2, using: &random)
  }

  static let timeZones = ["GMT", "America/Los_Angeles", "Asia/Tokyo", "Europe/Amsterdam", "Pacific/Kiritimati"]
  private static let templates = [
    "{{activity_subject}}", "{{activity_subject}}", "[CC] {{activity_type}}: {{activity_subject}} {{call_outcome}}",
    "[CC] {{activity_type}} {{call_reason}}",
  ]

  /// The mapped values of the org.
  var mapping: PicklistMapping {
    var mapping = PicklistMapping()
    if hasOwnValues {
      (mapping.open, mapping.completed, mapping.normal, mapping.high) = ("Offen", "Erledigt", "Mittel", "Hoch")
    }
    return mapping
  }
}

extension Configuration: CustomStringConvertible {
  package var description: String {
    """
    \(terminals) terminals, creates by \(createWay), streaming \(streaming), sharing \
    \(isSharingPrivate ? "private" : "public"), template “\(template)”, import \(importWindow.rawValue), values \
    \(hasOwnValues ? "of the org's own" : "as shipped"), stamps \(hasWholeSecondStamps ? "of whole seconds" : "exact") \
    up to \(commitSkew) ms before the commit, clock here \(clockOffset) s ahead in \(timeZone), \(tasksThere) tasks \
    there and \(tasksHere) here before sync is on
    """
  }
}
