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

  /// Keeps what the org told, and has that pushed again which is worth another try by it.
  package func note(_ facts: ConnectionFacts) throws(StoreError) {
    // Most connections tell nothing new: then nothing is written.
    let (text, known, refused) = try read { database in
      let text = try ConnectionRecord.text(database)
      let known = text.flatMap(ConnectionRecord.facts)
      return (text, known, try IntentRecord.refused(for: facts.codesToTryAgain(since: known), database))
    }
    let isNews = known.map(facts.adds) ?? true
    guard isNews || !refused.isEmpty else { return }
    try write { database in
      // Another process may have written it since; to read JSON takes longer than all the rest.
      let latest = try ConnectionRecord.text(database)
      let known = latest == text ? known : latest.flatMap(ConnectionRecord.facts)
      if isNews { try ConnectionRecord.write(facts, database) }
      for var intent in try IntentRecord.refused(for: facts.codesToTryAgain(since: known), database) {
        intent.refusal = nil
        try intent.update(database)
      }
    }
  }
}

extension ConnectionFacts {
  /// The codes of refusals that are worth another try since an earlier connection.
  ///
  /// A right that Salesforce refused may have been given back before anybody asked for it: that is tried at every connection.
  fileprivate func codesToTryAgain(since known: ConnectionFacts?) -> Set<String> {
    let isTaskSame = known?.rights == rights && known?.statuses == statuses && known?.priorities == priorities
    return isTaskSame ? Refusal.codesOfRights : Refusal.codesToTryAgain
  }
}

extension IntentRecord {
  fileprivate static func refused(for codes: Set<String>, _ database: Database) throws -> [IntentRecord] {
    try fetchAll(
      database.cachedStatement(sql: "SELECT * FROM intent INDEXED BY intent_refused WHERE refusalCode IS NOT NULL")
    )
    .filter { codes.contains($0.refusal?.code ?? "") }
  }
}
