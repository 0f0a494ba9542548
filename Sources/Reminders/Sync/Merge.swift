/// The three-way merge of a reminder, field by field (sync-rules.md §4).
package enum Merge {
  package enum Side: String, Sendable, Codable, CaseIterable {
    case here, there
  }

  /// What a field becomes.
  enum Resolution: Equatable {
    /// Both sides hold the same already, or neither changed.
    case agreed
    case take
    case push
    case conflict(kept: Side)
  }

  /// What a field becomes, given where it changed since both last agreed.
  ///
  /// - Parameters:
  ///   - isSame: here and there hold the same value.
  ///   - changedHere: here differs from base.
  ///   - changedThere: there differs from base.
  static func field(isSame: Bool, changedHere: Bool, changedThere: Bool, laterEdit: Side) -> Resolution {
    if isSame { return .agreed }
    switch (changedHere, changedThere) {
    case (false, _): return .take
    case (true, false): return .push
    case (true, true): return .conflict(kept: laterEdit)
    }
  }

  /// Merges what is here with what is there.
  ///
  /// - Parameters:
  ///   - base: what both sides last agreed on; `there` has its unmapped values and its name from it
  ///     (`PicklistMapping.fields(of:agreedBefore:)`), so those never count as changed there.
  ///   - laterEdit: which side was edited last; it wins where both changed a field differently.
  package static func fields(
    base: ReminderFields, here: ReminderFields, there: ReminderFields, laterEdit: Side
  ) -> Outcome {
    var outcome = Outcome(here: here, conflicts: [])
    for field in ReminderField.allCases {
      let resolution = Merge.field(
        isSame: here.agrees(with: there, on: field), changedHere: !here.agrees(with: base, on: field),
        changedThere: !there.agrees(with: base, on: field), laterEdit: laterEdit)
      switch resolution {
      case .agreed, .take:
        // Also where they agree: the name of a person may have changed behind the same Id.
        outcome.here.take(field, from: there)
      case .push:
        break
      case .conflict(let kept):
        outcome.conflicts.append(Conflict(field: field, kept: kept))
        if kept == .there { outcome.here.take(field, from: there) }
      }
    }
    return outcome
  }

  /// What is here after a merge. What is left to push is where it differs from what is there, the new base.
  package struct Outcome: Equatable, Sendable {
    package var here: ReminderFields
    package var conflicts: [Conflict]
  }

  /// A field that both sides changed differently; the version of the other side than `kept` goes to the conflict log.
  package struct Conflict: Equatable, Sendable {
    package let field: ReminderField
    package let kept: Side
  }
}
