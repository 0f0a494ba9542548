/// Something that happens in a history: a plain value, so that a history can be shortened by leaving events out.
///
/// What exactly happens is drawn from the event's own seed and from what there is at that moment; so an event stays as it
/// is when others are left out.
package struct Event: Sendable, Hashable {
  package let kind: Kind
  package let seed: UInt64

  init(_ kind: Kind, seed: UInt64) {
    self.kind = kind
    self.seed = seed
  }

  package enum Kind: String, Sendable, CaseIterable {
    // The user, at any terminal.
    case create, createTwins, edit, complete, delete, restore, undo, redo, resolveConflict, dismissConflicts, send,
      retry
    case giveUp, answerVanishing, toggleSync
    // Other writers there: a colleague, or the same user in a browser.
    case createThere, editThere, unmappedThere, renameThere, completeThere, deleteThere, undeleteThere, purgeThere
    case reassignThere, deleteManyThere
    // The administrator of the org.
    case takeField, giveFieldBack, removePicklistValue, restorePicklistValue, addRule, removeRule
    // Time.
    case seconds, minutes, hours, days, midnight, clockJump, zoneChange
    // Processes and logins.
    case kill, killSoon, startTerminal, stopTerminal, endSession, login, loginAsOther
    // Faults of one of the next requests, writes to the store, or announcements.
    case requestFault, storeFault, streamFault
  }
}

extension Event: CustomStringConvertible {
  package var description: String { "\(kind.rawValue)(\(String(seed, radix: 36)))" }
}

extension Event.Kind {
  /// How often each kind happens, relative to the others.
  var weight: Int {
    switch self {
    case .edit, .editThere: 12
    case .seconds, .requestFault: 14
    case .create, .minutes: 9
    case .createThere, .complete: 6
    case .completeThere, .unmappedThere, .delete, .deleteThere, .undo, .streamFault: 4
    case .restore, .renameThere, .reassignThere, .hours, .kill, .login, .storeFault, .restorePicklistValue: 3
    case .giveFieldBack, .redo, .send, .retry, .toggleSync, .undeleteThere, .days, .clockJump, .startTerminal,
      .killSoon,
      .resolveConflict:
      2
    case .createTwins, .dismissConflicts, .giveUp, .answerVanishing, .purgeThere, .deleteManyThere, .takeField,
      .removePicklistValue, .addRule, .removeRule, .midnight, .zoneChange, .stopTerminal, .endSession, .loginAsOther:
      1
    }
  }

  /// What most often meets a request that is under way.
  static let racing: [Event.Kind] = [.edit, .complete, .delete, .undo, .editThere, .completeThere, .deleteThere]

  /// What can happen at one instant, so also in the midst of a request.
  static let instant = allCases.filter { kind in
    switch kind {
    // A login takes effect with the next connection.
    case .seconds, .minutes, .hours, .days, .midnight, .requestFault, .killSoon, .startTerminal, .loginAsOther: false
    default: true
    }
  }
}
