import Foundation
import GRDB
package import Reminders

/// The tasks of one profile: the only meeting place of the interface and the sync.
///
/// The file is SQLite in WAL mode with `synchronous = FULL`: an action that returned is on the disk, and a reader never
/// waits for a writer. Several processes may have the same file open.
///
/// After a crash of the machine the end of the WAL may be missing or torn. Its frames carry checksums, so SQLite takes
/// the transactions up to the first frame that is not whole and forgets the rest ("Write-Ahead Logging", "The WAL File
/// Format"). Those are transactions that had not returned, as each was flushed before it did.
///
/// A check of the whole file would take seconds at each start. Damage is found when it is met, is reported then, and
/// nothing is written over it.
package final class ReminderStore: Sendable {
  let writer: any DatabaseWriter
  /// Makes the identifiers of new reminders; tests make them predictable.
  let makeID: @Sendable () -> ReminderID
  /// The versions of the schema that opening it has brought.
  package let migrations: [String]
  let latestFacts = LatestFacts()
  /// What the connection that writes may keep of the file, in KiB.
  private static let writerCache = 16_384
  /// How long to wait for another process that writes, in seconds.
  static let patience: TimeInterval = 5

  /// How many may read at the same time: each connection has the schema and a cache of pages of its own.
  private static let readers = 3

  /// Opens the store in a file, and makes it where there is none.
  ///
  /// - Throws: `StoreError`; a file that cannot be read, or is of a newer version, is left as it is.
  package init(
    path: String, makeID: @escaping @Sendable () -> ReminderID = { ReminderID.random() }
  ) throws(StoreError) {
    self.makeID = makeID
    // SQLite would open it all the same, and fail at the first action.
    if FileManager.default.fileExists(atPath: path), !FileManager.default.isWritableFile(atPath: path) {
      throw .notWritable(path)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.maximumReaderCount = Self.readers
    // To open one anew takes a moment that a key would wait for.
    configuration.persistentReadOnlyConnections = true
    do {
      let isCurrent = try Migrations.check(fileAt: path)
      // The files beside it, of the WAL, get the rights that it has when they are made.
      Foundation.close(Foundation.open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600))
      writer = try DatabasePool(path: path, configuration: configuration)
      // Not in `prepareDatabase`: after it the pool sets NORMAL, by which a crash of the machine loses transactions.
      try writer.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // The pages that an import changes at a time have room: with less each would be written several times. Only what is
        // used takes memory.
        try database.execute(sql: "PRAGMA cache_size = -\(Self.writerCache)")
        // What a statement would have to take back is kept beside; in a file, that is two writes for each page that it changes.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
      }
      migrations = isCurrent ? [] : try Migrations.migrate(writer)
    } catch {
      throw StoreError(opening: path, error)
    }
    chmod(path, 0o600)
  }

  /// Opens the store of a file to look at it: nothing is written, and nobody who writes is waited for.
  ///
  /// A store of an older version is first brought to this one, as by one who writes.
  ///
  /// - Throws: `StoreError`; where there is no file none is made.
  package init(reading path: String) throws(StoreError) {
    makeID = { ReminderID.random() }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Self.patience)
    do {
      // One connection: a command that looks once opens it, and reads the schema, once.
      let reader = try DatabaseQueue(path: path, configuration: configuration)
      let isCurrent = try reader.read { try Migrations.check($0, at: path) }
      if isCurrent {
        (writer, migrations) = (reader, [])
      } else {
        let migrated = try ReminderStore(path: path)
        (writer, migrations) = (migrated.writer, migrated.migrations)
      }
    } catch {
      throw StoreError(opening: path, error)
    }
  }

  /// A store in memory, for tests.
  package init(inMemory makeID: @escaping @Sendable () -> ReminderID) throws(StoreError) {
    self.makeID = makeID
    migrations = []
    do {
      let queue = try DatabaseQueue()
      try Self.emptyStore.get().backup(to: queue)
      writer = queue
    } catch {
      throw StoreError(opening: Self.inMemory, error)
    }
  }

  /// A store in memory on the connection of another one, which nobody uses any more: it is as a new one, but all
  /// statements are prepared. In a short life to prepare them is most of the work.
  package init(inMemoryOf used: ReminderStore, makeID: @escaping @Sendable () -> ReminderID) throws(StoreError) {
    self.makeID = makeID
    migrations = []
    writer = used.writer
    try write { try Self.emptyContents.get().restore($0) }
  }

  private static let emptyContents = Result { try emptyStore.get().read { try TableContents($0) } }

  /// What SQLite calls a store without a file.
  private static let inMemory = ":memory:"

  /// Migrated once, as many are made: to copy it takes a tenth of the time.
  private static let emptyStore = Result {
    let queue = try DatabaseQueue()
    try Migrations.migrate(queue)
    return queue
  }

  /// Gives up what the connections keep of the file in memory; what is needed is read again. Each sync, import and list
  /// leaves more of the store there, up to the whole room for an import.
  package func releaseMemory() { (writer as? DatabasePool)?.releaseMemory() }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      // A connection in memory needs no snapshot, as nobody else writes, and its `read` sets `PRAGMA query_only`, after
      // which SQLite prepares every cached statement anew.
      return try writer.path == Self.inMemory ? writer.unsafeRead(body) : writer.read(body)
    } catch {
      throw StoreError(error, at: writer.path)
    }
  }

  /// Writes in one transaction: all of it, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try writer.writeWithoutTransaction { database in
        // As `writer.write` does it, but with statements that stay prepared.
        try database.executeCached(sql: "BEGIN IMMEDIATE")
        do {
          let value = try body(database)
          try database.executeCached(sql: "COMMIT")
          return value
        } catch {
          // SQLite has already done so after some errors, such as a full disk.
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
    } catch {
      throw StoreError(error, at: writer.path)
    }
  }
}
