import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("A file that cannot be used")
struct UnusableFileTests {
  /// What happened to a file.
  enum Damage: String, CaseIterable, CustomTestStringConvertible {
    case notADatabase, header, cutShort, cutInHalf, overwrittenInTheMiddle

    var testDescription: String { rawValue }

    func done(to bytes: Data) -> Data {
      switch self {
      case .notADatabase: Data(repeating: 0x41, count: 10_000)
      case .header: Data(repeating: 0, count: 16) + bytes.dropFirst(16)
      case .cutShort: bytes.prefix(300)
      case .cutInHalf: bytes.prefix(bytes.count / 2 + 17)
      case .overwrittenInTheMiddle:
        bytes.prefix(bytes.count / 3) + Data(repeating: 0xFF, count: bytes.count / 3)
          + bytes.suffix(from: bytes.count / 3 * 2)
      }
    }
  }

  /// A file with enough tasks for many pages, closed.
  private func withFile(_ body: (String) throws -> Void) throws {
    try withFolder { folder in
      let path = folder + "/default.sqlite"
      let store = try ReminderStore(path: path)
      for number in 1...60 {
        let fields = ReminderFields(name: "\(number)", details: String(repeating: "x", count: 2_000))
        _ = try store.perform(.create(ReminderDraft(fields: fields)), at: Fixture.now)
      }
      _ = try store.writer.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      try store.writer.close()
      try body(path)
    }
  }

  @Test("Damage is reported when it is met, and nothing is written over it", arguments: Damage.allCases)
  func damaged(_ damage: Damage) throws {
    try withFile { path in
      let url = URL(filePath: path)
      let bytes = damage.done(to: try Data(contentsOf: url))
      try bytes.write(to: url)
      #expect(throws: StoreError.damaged(path: path)) {
        let store = try ReminderStore(path: path)
        _ = try store.rows(.all, on: Fixture.today)
      }
      let left = try Data(contentsOf: url)
      switch damage {
      // It is not met before something of it is read; what is damaged is as it was.
      case .overwrittenInTheMiddle:
        let third = bytes.count / 3
        #expect(left[third..<third * 2] == bytes[third..<third * 2])
      default:
        #expect(left == bytes)
        #expect(try walIsEmpty(path))
      }
    }
  }

  @Test("A file of a newer version is refused and left as it is")
  func newer() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
      try queue.close()
      let bytes = try Data(contentsOf: URL(filePath: path))
      #expect(throws: StoreError.newerVersion(path: path)) { try ReminderStore(path: path) }
      #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
      #expect(try walIsEmpty(path))
    }
  }

  @Test("A file of a newer version that was not closed is left as it is, with what waits in its WAL")
  func newerNotClosed() throws {
    try withFile { path in
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
      try withFolder { folder in
        // As a crash leaves it: no connection is open.
        let copy = folder + "/default.sqlite"
        for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
        #expect(throws: StoreError.newerVersion(path: copy)) { try ReminderStore(path: copy) }
        for suffix in ["", "-wal"] {
          #expect(FileManager.default.contentsEqual(atPath: path + suffix, andPath: copy + suffix))
        }
      }
    }
  }

  @Test("The WAL of a file that was moved away does not come into the new one")
  func strayWAL() throws {
    try withFile { path in
      let store = try ReminderStore(path: path)
      try withFolder { folder in
        let fresh = folder + "/default.sqlite"
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: fresh + "-wal")
        #expect(try ReminderStore(path: fresh).rows(.all, on: Fixture.today).isEmpty)
      }
      #expect(try store.rows(.all, on: Fixture.today).count == 60)
    }
  }

  @Test("A database of another program is refused and left as it is")
  func foreign() throws {
    try withFolder { folder in
      let path = folder + "/other.sqlite"
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
      try queue.close()
      #expect(throws: StoreError.cannotOpen(path: path, reason: "it is of another program")) {
        try ReminderStore(path: path)
      }
      #expect(try DatabaseQueue(path: path).read { try $0.tableExists("song") && !$0.tableExists("reminder") })
    }
  }

  @Test("A folder in its place, a folder that is not there, one that may not be written: it says what to look at")
  func noFile() throws {
    try withFolder { folder in
      let reason = "is the folder there, and may you write to it?"
      for (path, reason) in [
        (folder, "it is a folder"), (folder + "/missing/default.sqlite", reason), ("/proc/default.sqlite", reason),
      ] {
        #expect(throws: StoreError.cannotOpen(path: path, reason: reason)) { try ReminderStore(path: path) }
      }
    }
  }

  @Test("A file that may not be written is refused at once", .enabled(if: getuid() != 0, "root may write everything"))
  func readOnly() throws {
    try withFile { path in
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
      #expect(throws: StoreError.notWritable(path)) { try ReminderStore(path: path) }
    }
  }

  @Test(
    "What SQLite reports is said in the user's words",
    arguments: [
      (ResultCode.SQLITE_FULL, StoreError.diskFull), (.SQLITE_IOERR_SHMSIZE, .diskFull), (.SQLITE_BUSY, .busy),
      (.SQLITE_LOCKED, .busy),
      (.SQLITE_CORRUPT, .damaged(path: "/a")), (.SQLITE_NOTADB, .damaged(path: "/a")),
      (.SQLITE_IOERR, .failed(reason: "the disk reports an error with /a")),
      (.SQLITE_READONLY, .failed(reason: "/a may not be written: check its permissions")),
    ])
  func words(_ code: ResultCode, _ expected: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code), at: "/a") == expected)
  }

  private func walIsEmpty(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path + "-wal") else { return true }
    return try Data(contentsOf: URL(filePath: path + "-wal")).isEmpty
  }
}
