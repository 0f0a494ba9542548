import Foundation
import Salesforce

/// The login of a profile in a file that only this user may read.
struct CredentialFile: Sendable {
  let path: String

  private struct Content: Codable {
    var instance: String
    var accessToken: String
    var refreshToken: String?
    var identity: String?
  }

  func load() throws -> Session? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let content = try? JSONDecoder().decode(Content.self, from: data) else {
      throw CommandFailure(
        "The login in \(path) cannot be read: delete the file and log in again.", code: Exit.loginNeeded)
    }
    return Session(
      accessToken: Secret(content.accessToken), refreshToken: content.refreshToken.map(Secret.init),
      instance: try OrgAddress(content.instance), identityURL: content.identity)
  }

  /// Writes the file whole or not at all; it is private from its first byte.
  func save(_ session: Session) throws {
    let content = Content(
      instance: session.instance.description, accessToken: session.accessToken.revealed,
      refreshToken: session.refreshToken?.revealed, identity: session.identityURL)
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CommandFailure("Cannot write the login to \(path).") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: JSONEncoder().encode(content))
    try file.synchronize()
    guard rename(temporary, path) == 0 else { throw CommandFailure("Cannot write the login to \(path).") }
  }

  func delete() { try? FileManager.default.removeItem(atPath: path) }
}
