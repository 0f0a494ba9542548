package import Foundation
import JWTKit
import Localization

/// A statement, signed with a key that the connected app knows, that this program acts for a user: a login without a person
/// (Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration").
package struct LoginAssertion: Sendable {
  private let claims: Claims

  private struct Claims: JWTPayload {
    let iss: String
    let sub: String
    let aud: String
    /// Seconds since 1970.
    let exp: Int

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  /// How long it is good for, in seconds; Salesforce takes up to five minutes.
  private static let lifetime = 180

  /// - Parameters:
  ///   - username: the user to act for, whom an administrator has approved for the connected app.
  ///   - login: where it is sent to.
  package init(for username: String, client: OAuthClient, at login: OrgAddress, now: Date) {
    claims = Claims(
      iss: client.id, sub: username, aud: login.audience.description,
      exp: Int(now.timeIntervalSince1970.rounded(.down)) + Self.lifetime)
  }

  /// - Parameter key: a private RSA key of at least 2,048 bits, in PEM.
  func signed(with key: Secret) async throws(LoginError) -> Secret {
    do {
      let keys = JWTKeyCollection()
      await keys.add(rsa: try Insecure.RSA.PrivateKey(pem: key.revealed), digestAlgorithm: .sha256)
      return Secret(try await keys.sign(claims))
    } catch {
      throw .unusable("this is not a private RSA key of at least 2048 bits in PEM; make one as docs/connect.md says")
    }
  }
}

extension OrgAddress {
  /// What an assertion names as its reader: Salesforce's login host for production or for sandboxes, also where it is sent to
  /// the org's own domain.
  fileprivate var audience: OrgAddress {
    guard isOfSalesforce else { return self }
    return isSandbox ? .sandbox : .production
  }
}
