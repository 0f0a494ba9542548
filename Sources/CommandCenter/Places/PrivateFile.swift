import Foundation

/// A file that only this user may read, from its first byte.
struct PrivateFile {
  let path: String

  /// Writes it whole or not at all; it is on the disk when this returns.
  ///
  /// - Throws: the error of the system.
  func write(_ content: Data) throws {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // Its mode, if it was there: a process that was killed has left it, whoever may have touched it since.
    guard fchmod(descriptor, 0o600) == 0 else { throw failure }
    try file.write(contentsOf: content)
    try file.synchronize()
    guard rename(temporary, path) == 0 else { throw failure }
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private var failure: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
