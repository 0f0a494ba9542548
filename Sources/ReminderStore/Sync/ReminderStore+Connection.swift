import GRDB
package import Reminders

extension ReminderStore {
  /// What the org told when it was last connected.
  package func connectionFacts() throws(StoreError) -> ConnectionFacts? {
    try read { try ConnectionRecord.fetch($0) }
  }

  /// What the org told when it was last connected, now and after every change.
  package func connections() -> AsyncThrowingStream<ConnectionFacts?, any Error> {
    observe { try ConnectionRecord.fetch($0) }
  }

  package func note(_ facts: ConnectionFacts) throws(StoreError) {
    // Most connections tell nothing new: then nothing is written.
    guard try connectionFacts().map(facts.adds) ?? true else { return }
    try write { database in
      let known = try ConnectionRecord.fetch(database)
      try ConnectionRecord.write(facts, database)
      let isTaskSame =
        known?.rights == facts.rights && known?.statuses == facts.statuses && known?.priorities == facts.priorities
      if !isTaskSame { try IntentRecord.tryAgain(Refusal.codesToTryAgain, database) }
    }
  }
}

extension IntentRecord {
  /// Takes refusals of some codes off: what was refused is pushed again.
  fileprivate static func tryAgain(_ codes: Set<String>, _ database: Database) throws {
    for var intent in try fetchAll(
      database.cachedStatement(sql: "SELECT * FROM intent INDEXED BY intent_refused WHERE refusalCode IS NOT NULL"))
    where codes.contains(intent.refusal?.code ?? "") {
      intent.refusal = nil
      try intent.update(database)
    }
  }
}
