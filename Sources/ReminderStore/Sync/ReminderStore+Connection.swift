import GRDB
package import Reminders
import Synchronization

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
    let (known, refused) = try read { database in
      let known = try ConnectionRecord.text(database).flatMap(latestFacts.read)
      return (known, try IntentRecord.refused(for: facts.codesToTryAgain(since: known), database))
    }
    let isNews = known.map(facts.adds) ?? true
    guard isNews || !refused.isEmpty else { return }
    try write { database in
      // Another process may have written it since.
      let known = try ConnectionRecord.text(database).flatMap(latestFacts.read)
      if isNews { latestFacts.note(facts, as: try ConnectionRecord.write(facts, database)) }
      for var intent in try IntentRecord.refused(for: facts.codesToTryAgain(since: known), database) {
        intent.refusal = nil
        try intent.update(database)
      }
    }
  }
}

/// What the last text of facts says: to read JSON takes longer than all the rest, and mostly it is the same text.
final class LatestFacts: Sendable {
  private let latest = Mutex<(text: String, facts: ConnectionFacts)?>(nil)

  func read(_ text: String) -> ConnectionFacts? {
    if let (known, facts) = latest.withLock({ $0 }), known == text { return facts }
    guard let facts = ConnectionRecord.facts(text) else { return nil }
    note(facts, as: text)
    return facts
  }

  func note(_ facts: ConnectionFacts, as text: String) { latest.withLock { $0 = (text, facts) } }
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
