import GRDB

extension ReminderRecord {
  /// Inserts many: what SQLite keeps so that it could take back a statement, which a trigger makes it do, it then keeps once for
  /// many rows.
  static func insert(_ records: [ReminderRecord], _ database: Database) throws {
    var rest = records[...]
    if rest.count >= rowsAtOnce {
      var number = try Int.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM reminder")) ?? 0
      while rest.count >= rowsAtOnce {
        try database.executeCached(sql: insertMany) { binder in
          for record in rest.prefix(rowsAtOnce) {
            number += 1
            record.bind(to: &binder)
            binder.bind(number)
          }
        }
        rest = rest.dropFirst(rowsAtOnce)
      }
    }
    for record in rest { try record.insert(database) }
  }

  /// SQLite took no more than 999 parameters in a statement before 3.32.
  private static let rowsAtOnce = 25

  private static let insertMany: String = {
    let names = columns + ["number"]
    let row = "(\(databaseQuestionMarks(count: names.count)))"
    let rows = Array(repeating: row, count: rowsAtOnce).joined(separator: ", ")
    return "INSERT INTO reminder (\(names.joined(separator: ", "))) VALUES \(rows)"
  }()
}
