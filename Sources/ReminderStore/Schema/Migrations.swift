import Foundation
import GRDB

/// The schema, one migration a version; a landed migration is never edited.
///
/// Instants are integers, milliseconds since 1970 UTC; days are integers, days since 1970-01-01.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 reminders") { try $0.execute(sql: Version1.sql) }
    migrator.registerMigration("2 journal") { try Version2.migrate($0) }
    migrator.registerMigration("3 requests") { try Version3.migrate($0) }
    migrator.registerMigration("4 overtaken") { try Version4.migrate($0) }
    migrator.registerMigration("5 screens") { try Version5.migrate($0) }
    migrator.registerMigration("6 costs") { try Version6.migrate($0) }
    return migrator
  }

  /// Looks at a file by a connection that cannot write, before one that can is opened.
  ///
  /// - Returns: whether it is a store of this version.
  /// - Throws: for a file that is no database, is cut short, is of a newer version or of another program.
  static func check(fileAt path: String) throws -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    if facts.st_mode & S_IFMT == S_IFDIR { throw StoreError.cannotOpen(path: path, reason: "it is a folder") }
    guard facts.st_size != 0 else { return false }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(ReminderStore.patience)
    return try DatabaseQueue(path: path, configuration: configuration).read { try check($0, at: path) }
  }

  /// - Returns: whether it is a store of this version.
  /// - Throws: for a store of a newer version, or a file of another program.
  static func check(_ database: Database, at path: String) throws -> Bool {
    let migrator = migrator
    // Mostly it is, which one statement tells.
    let applied = try? String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations")
    if let applied, Set(applied) == Set(migrator.migrations) { return true }
    if try migrator.hasBeenSuperseded(database) { throw StoreError.newerVersion(path: path) }
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard try isEmpty || database.tableExists("reminder") else {
      throw StoreError.cannotOpen(path: path, reason: "it is of another program")
    }
    return false
  }

  /// Brings a store to the present schema; each version in one transaction, so a failure leaves the one before.
  ///
  /// - Returns: the versions that it did not have yet.
  @discardableResult
  static func migrate(_ writer: any DatabaseWriter) throws -> [String] {
    let migrator = migrator
    let before = try writer.read(migrator.appliedIdentifiers)
    try migrator.migrate(writer)
    return migrator.migrations.filter { !before.contains($0) }
  }
}
