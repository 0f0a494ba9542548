/// What a streaming subscription says: a hint that tasks changed, or how the subscription itself stands.
package enum LiveEvent: Sendable, Equatable {
  /// The subscription stands: whatever changes from now on is announced.
  case subscribed
  /// These tasks were created, changed, deleted or restored.
  case changed([Announcement])
  /// Something may have been missed: ask what changed.
  case missed
  /// The connection broke; it is being made again.
  case interrupted
  /// This user or org cannot stream; `reason` is for the user. Nothing more comes.
  case unavailable(reason: String)
}

/// What the org announces of one change; the values are left to a request.
package struct Announcement: Sendable, Hashable {
  /// The task.
  package let id: String
  /// Its owner after the change; `nil` where it is not told, as of a deleted task.
  package let owner: String?

  package init(id: String, owner: String?) {
    self.id = id
    self.owner = owner
  }
}
