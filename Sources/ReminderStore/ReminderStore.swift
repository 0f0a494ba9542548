import Foundation
import GRDB
package import Reminders

/// The tasks of one profile: the only meeting place of the interface and the sync.
///
/// The file is SQLite in WAL mode with `synchronous = FULL`: an action that returned is on the disk, and a reader never
/// waits for a writer. Several processes may have the same file open.
package final class ReminderStore: Sendable {
  let writer: any DatabaseWriter
  /// Makes the identifiers of new reminders; tests make them predictable.
  let makeID: @Sendable () -> ReminderID

  /// Opens the store in a file, and makes it where there is none.
  ///
  /// - Throws: `StoreError`; a file that cannot be read, or is of a newer version, is left as it is.
  package init(
    path: String, makeID: @escaping @Sendable () -> ReminderID = { ReminderID(UUID()) }
  ) throws(StoreError) {
    self.makeID = makeID
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    do {
      writer = try DatabasePool(path: path, configuration: configuration)
      try Migrations.migrate(writer, path: path)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(opening: path, error)
    }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// A store in memory, for tests.
  package init(inMemory makeID: @escaping @Sendable () -> ReminderID) throws(StoreError) {
    self.makeID = makeID
    do {
      writer = try DatabaseQueue()
      try Migrations.migrate(writer, path: ":memory:")
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(opening: ":memory:", error)
    }
  }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try writer.read(body)
    } catch {
      throw StoreError(error)
    }
  }

  /// Writes in one transaction: all of it, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try writer.write(body)
    } catch {
      throw StoreError(error)
    }
  }
}

extension Migrations {
  static func migrate(_ writer: any DatabaseWriter, path: String) throws {
    let migrator = migrator
    if try writer.read(migrator.hasBeenSuperseded) { throw StoreError.newerVersion(path: path) }
    if try writer.read(migrator.hasCompletedMigrations) { return }
    try migrator.migrate(writer)
  }
}

extension StoreError {
  /// Says in the user's words what SQLite reported while the file was opened.
  init(opening path: String, _ error: any Error) {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_NOTADB?, .SQLITE_CORRUPT?: self = .damaged(path: path)
    case .SQLITE_FULL?: self = .diskFull
    case .SQLITE_BUSY?: self = .cannotOpen(path: path, reason: "another program holds it; try again")
    case .SQLITE_CANTOPEN?: self = .cannotOpen(path: path, reason: "is the folder there, and may you write to it?")
    case .SQLITE_READONLY?: self = .cannotOpen(path: path, reason: "it may not be written: check its permissions")
    default: self = .cannotOpen(path: path, reason: String(describing: error))
    }
  }

  init(_ error: any Error) {
    if let error = error as? StoreError {
      self = error
      return
    }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?: self = .diskFull
    case .SQLITE_NOTADB?, .SQLITE_CORRUPT?: self = .failed(reason: "the file is damaged")
    default: self = .failed(reason: String(describing: error))
    }
  }
}
