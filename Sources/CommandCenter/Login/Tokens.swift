import Foundation
import Salesforce

/// The secrets of a login, as a keyring keeps them.
struct Tokens: Codable {
  let accessToken: String
  let refreshToken: String?

  init(accessToken: String, refreshToken: String?) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
  }

  init(_ session: Session) {
    accessToken = session.accessToken.revealed
    refreshToken = session.refreshToken?.revealed
  }

  init?(_ secret: Secret) {
    guard let tokens = try? JSONDecoder().decode(Tokens.self, from: Data(secret.revealed.utf8)) else { return nil }
    self = tokens
  }

  func secret() throws -> Secret { Secret(String(decoding: try JSONEncoder().encode(self), as: UTF8.self)) }
}
