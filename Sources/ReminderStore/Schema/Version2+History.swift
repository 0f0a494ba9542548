import Foundation
import GRDB

extension Version2 {
  /// Rewrites the steps of the history: the kind moved into the fields, and results of calls came into them.
  ///
  /// It works on the JSON, not on the types that read it, since those will go on changing. An entry that cannot be
  /// read is dropped: an action that cannot be undone is better than a store that does not open.
  static func migrateHistory(_ database: Database) throws {
    for row in try Row.fetchAll(database, sql: "SELECT id, inverses FROM history") {
      let id: Int64 = row["id"]
      if let json = migrated(row["inverses"]) {
        try database.execute(sql: "UPDATE history SET inverses = ? WHERE id = ?", arguments: [json, id])
      } else {
        try database.execute(sql: "DELETE FROM history WHERE id = ?", arguments: [id])
      }
    }
  }

  private static func migrated(_ json: String) -> String? {
    guard let steps = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] else { return nil }
    let migrated = steps.compactMap(migrated)
    guard migrated.count == steps.count, let data = try? JSONSerialization.data(withJSONObject: migrated) else {
      return nil
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func migrated(_ step: [String: Any]) -> [String: Any]? {
    guard var write = step["write"] as? [String: Any] else { return step }
    guard var fields = write.removeValue(forKey: "before") as? [String: Any],
      let changed = write["changed"] as? [String], let kind = write.removeValue(forKey: "kind")
    else { return nil }
    fields.merge(["kind": kind, "callOutcome": "", "callReason": ""]) { $1 }
    write["fields"] = fields
    write["changed"] = changed + ["kind"]
    return ["write": write]
  }
}
