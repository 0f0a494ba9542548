import GRDB
import Localization

/// What SQLite reported, in the user's words ("Result and Error Codes", sqlite.org/rescode.html).
extension StoreError {
  /// While the file at a path was opened.
  init(opening path: String, _ error: any Error) {
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_CANTOPEN?:
      self = .cannotOpen(path: path, reason: localized("is the folder there, and may you write to it?"))
    case .SQLITE_READONLY?: self = .notWritable(path)
    default:
      let error = StoreError(error, at: path)
      if case .failed(let reason) = error {
        self = .cannotOpen(path: path, reason: reason)
      } else {
        self = error
      }
    }
  }

  /// While the open file at a path was read or written.
  init(_ error: any Error, at path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    // Opened on a full disk, it finds no room for the index of the WAL.
    if (error as? DatabaseError)?.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = .diskFull
      return
    }
    switch (error as? DatabaseError)?.resultCode {
    case .SQLITE_FULL?: self = .diskFull
    case .SQLITE_NOTADB?, .SQLITE_CORRUPT?: self = .damaged(path: path)
    case .SQLITE_BUSY?, .SQLITE_LOCKED?: self = .busy
    case .SQLITE_IOERR?: self = .failed(reason: localized("the disk reports an error with \(path)"))
    case .SQLITE_READONLY?:
      self = .failed(reason: localized("\(path) may not be written: check its permissions"))
    default: self = .failed(reason: String(describing: error))
    }
  }

  static func notWritable(_ path: String) -> StoreError {
    .cannotOpen(path: path, reason: localized("it may not be written: check its permissions"))
  }
}
