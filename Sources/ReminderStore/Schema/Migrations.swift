import GRDB

/// The schema, one migration a version; a landed migration is never edited.
///
/// Instants are integers, milliseconds since 1970 UTC; days are integers, days since 1970-01-01.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 reminders") { try $0.execute(sql: Version1.sql) }
    migrator.registerMigration("2 journal") { try $0.execute(sql: Version2.sql) }
    return migrator
  }
}
