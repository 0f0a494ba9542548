import Foundation
import Localization
import Reminders
import Salesforce

/// What is known of a profile's login, in a file that only this user may read; the tokens too, where no keyring keeps them.
struct CredentialFile: Sendable {
  let path: String

  struct Content: Codable {
    var instance: String
    var identity: String?
    var method: LoginMethod?
    /// `nil` where the keyring keeps them.
    var accessToken: String?
    var refreshToken: String?
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  func read() throws -> Content? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let content = try? JSONDecoder().decode(Content.self, from: data) else {
      throw CommandFailure(
        "The login in \(path) cannot be read: delete the file and log in again.", code: Exit.loginNeeded)
    }
    return content
  }

  /// Writes the file whole or not at all; it is private from its first byte, and on the disk when this returns.
  func write(_ content: Content) throws {
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CommandFailure("Cannot write the login to \(path).") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: JSONEncoder().encode(content))
    try file.synchronize()
    guard rename(temporary, path) == 0 else { throw CommandFailure("Cannot write the login to \(path).") }
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  func delete() { try? FileManager.default.removeItem(atPath: path) }
}
