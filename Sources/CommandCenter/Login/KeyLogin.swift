import Foundation
import Localization
import Salesforce

/// A login by a private key, for use without a person. The key stays in its file; only where that is, is kept.
struct KeyLogin: Sendable, Hashable, Codable {
  /// An absolute path.
  let keyFile: String
  let username: String
  let clientID: String
  /// The address to log in at.
  let login: String

  /// A new session.
  func session(_ transport: any Transport, now: Date) async throws(LoginError) -> Session {
    let client = OAuthClient(id: clientID)
    let address: OrgAddress
    do throws(OrgAddressError) { address = try OrgAddress(login) } catch { throw .unusable("\(login): \(error.text)") }
    return try await TokenEndpoint(at: address, client: client, transport: transport)
      .logIn(by: LoginAssertion(for: username, client: client, at: address, now: now), key: try key())
  }

  /// Like ssh, takes no key that others may read.
  private func key() throws(LoginError) -> Secret {
    let attributes = try? FileManager.default.attributesOfItem(atPath: keyFile)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      let permissions = attributes[.posixPermissions] as? Int
    else { throw .unusable("there is no key file \(keyFile); give its path with --jwt-key") }
    guard permissions & 0o077 == 0 else {
      throw .unusable("the key in \(keyFile) may be read by others; run: chmod 600 \(keyFile)")
    }
    guard let data = FileManager.default.contents(atPath: keyFile), data.count < 1 << 16 else {
      throw .unusable("the key file \(keyFile) cannot be read")
    }
    return Secret(String(decoding: data, as: UTF8.self))
  }
}
