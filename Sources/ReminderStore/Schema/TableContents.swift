import GRDB

/// What the tables of a store hold, to bring another one of the same schema to it. The schema is not touched, so prepared
/// statements stay so.
struct TableContents {
  private struct Table {
    let deletion: String
    let insertion: String
    let rows: [[DatabaseValue]]
  }

  private let tables: [Table]

  /// - Parameter database: a store without reminders, so that the index of their words is empty.
  init(_ database: Database) throws {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'reminderSearch%' AND name NOT LIKE 'grdb_%'
          AND name NOT LIKE 'sqlite_stat%' ORDER BY rowid DESC
        """)
    // The later ones refer to the earlier: a table to which no row refers is emptied at once.
    tables = try names.map { name in
      let selection = try database.makeStatement(sql: "SELECT * FROM \(name)")
      let columns = selection.columnNames.joined(separator: ", ")
      return Table(
        deletion: "DELETE FROM \(name)",
        insertion: "INSERT INTO \(name) (\(columns)) VALUES (\(databaseQuestionMarks(count: selection.columnCount)))",
        rows: try StoredRow.fetchAll(selection) { row in (0..<selection.columnCount).map { row.value(at: $0) } })
    }
  }

  func restore(_ database: Database) throws {
    for table in tables { try database.executeCached(sql: table.deletion) }
    try database.executeCached(sql: "INSERT INTO reminderSearch (reminderSearch) VALUES ('delete-all')")
    for table in tables {
      for row in table.rows { try database.executeCached(sql: table.insertion, arguments: StatementArguments(row)) }
    }
  }
}
