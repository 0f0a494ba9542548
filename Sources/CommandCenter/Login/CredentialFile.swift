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
    do {
      try PrivateFile(path: path).write(JSONEncoder().encode(content))
    } catch {
      throw CommandFailure("Cannot write the login to \(path).")
    }
  }

  func delete() { try? FileManager.default.removeItem(atPath: path) }
}
