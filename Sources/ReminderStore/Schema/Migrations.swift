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
    return migrator
  }

  /// Looks at a file by a connection that cannot write, before one that can is opened.
  ///
  /// - Throws: for a file that is no database, is cut short, is of a newer version or of another program.
  static func check(fileAt path: String) throws {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      throw StoreError.cannotOpen(path: path, reason: "it is a folder")
    }
    guard attributes[.size] as? Int != 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(ReminderStore.patience)
    try DatabaseQueue(path: path, configuration: configuration).read { try check($0, at: path) }
  }

  /// - Throws: for a store of a newer version, or a file of another program.
  static func check(_ database: Database, at path: String) throws {
    if try migrator.hasBeenSuperseded(database) { throw StoreError.newerVersion(path: path) }
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard try isEmpty || database.tableExists("reminder") else {
      throw StoreError.cannotOpen(path: path, reason: "it is of another program")
    }
  }

  /// Brings a store to the present schema; each version in one transaction, so a failure leaves the one before.
  ///
  /// - Returns: the versions that it did not have yet.
  @discardableResult
  static func migrate(_ writer: any DatabaseWriter) throws -> [String] {
    let migrator = migrator
    if try writer.read(migrator.hasCompletedMigrations) { return [] }
    let before = try writer.read(migrator.appliedIdentifiers)
    try migrator.migrate(writer)
    return migrator.migrations.filter { !before.contains($0) }
  }
}
