package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// Carries out what the user did, with the intent to push it and the way to undo it, in one transaction.
  ///
  /// When it returns, the action is on the disk. Ids that are not there (any more) are passed over.
  ///
  /// - Returns: what was done, in words; `nil` when there was nothing to do.
  /// - Throws: `StoreError`; nothing of the action was done then.
  package func perform(_ action: UserAction, at now: Date) throws(StoreError) -> ActionReport? {
    try write { database in
      var transaction = UserTransaction(database: database, now: now, makeID: makeID)
      let report = try transaction.perform(action)
      try transaction.changes.write(database)
      return report
    }
  }
}
