import GRDB

/// A row that is written for every task, so that nothing about its statement may have to be found out anew.
protocol WritableRecord: StoredRecord {
  static var statements: RecordStatements { get }
  /// Binds the values in the order of the columns.
  func bind(to binder: inout ColumnBinder) throws
}

/// The statements that write the rows of a table.
struct RecordStatements {
  let insert: String
  let update: String
  let upsert: String

  /// - Parameters:
  ///   - columns: of what a record holds, its key first.
  ///   - computed: columns that a new row gets by an expression.
  init(table: String, columns: [String], computed: KeyValuePairs<String, String> = [:]) {
    let names = (columns + computed.map(\.key)).joined(separator: ", ")
    let values = (columns.map { _ in "?" } + computed.map(\.value)).joined(separator: ", ")
    insert = "INSERT INTO \(table) (\(names)) VALUES (\(values))"
    let assigned = columns.enumerated().dropFirst()
    update =
      "UPDATE \(table) SET \(assigned.map { "\($1) = ?\($0 + 1)" }.joined(separator: ", ")) WHERE \(columns[0]) = ?1"
    upsert =
      "\(insert) ON CONFLICT DO UPDATE SET \(assigned.map { "\($1) = excluded.\($1)" }.joined(separator: ", "))"
  }
}

extension WritableRecord {
  func insert(_ database: Database) throws {
    try database.executeCached(sql: Self.statements.insert, binding: bind)
  }

  /// Without such a row it does nothing.
  func update(_ database: Database) throws {
    try database.executeCached(sql: Self.statements.update, binding: bind)
  }

  func upsert(_ database: Database) throws {
    try database.executeCached(sql: Self.statements.upsert, binding: bind)
  }
}
