import GRDB

/// Every row of a store, to tell whether two moments are alike.
///
/// Left out is what tells only how the sync stands, and the words of records and the index of those of reminders, which
/// follow from the rest.
package struct StoreDump: Sendable, Equatable {
  private let tables: [String: Table]

  private struct Table: Sendable, Equatable {
    let columns: [String]
    var rows: [[DatabaseValue]]
  }

  /// Without some of the tables.
  package func without(_ names: Set<String>) -> StoreDump {
    StoreDump(tables: tables.filter { !names.contains($0.key) })
  }

  /// The first row that only one of the two has, as text.
  package func firstDifference(from other: StoreDump) -> String? {
    Set(lines).symmetricDifference(other.lines).min()
  }

  private var lines: [String] {
    tables.flatMap { name, table in
      table.rows.map { row in
        "\(name) " + zip(table.columns, row).map { "\($0)=\($1.description)" }.joined(separator: " ")
      }
    }
  }
}

extension StoreDump {
  private static let leftOut: Set<String> = ["lastSync", "status", "statusReason", "statusDetail"]

  fileprivate init(_ database: Database) throws {
    let names = try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'recordWord'
            AND name NOT LIKE 'reminderSearch%'
          """))
    var tables: [String: Table] = [:]
    for name in names {
      let statement = try database.cachedStatement(sql: "SELECT * FROM \"\(name)\" ORDER BY rowid")
      let all = statement.columnNames
      let wanted = all.indices.filter { !Self.leftOut.contains(all[$0]) }
      let rows = try StoredRow.fetchAll(statement) { row in wanted.map { row.value(at: $0) } }
      tables[name] = Table(columns: wanted.map { all[$0] }, rows: rows)
    }
    self.tables = tables
  }
}

extension ReminderStore {
  package func dump() throws(StoreError) -> StoreDump { try read { try StoreDump($0) } }
}
