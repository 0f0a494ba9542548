import Foundation
import OrgModel
import SwiftASN1
import X509

/// A JSON Web Token by which a client logs a user in (RFC 7523).
///
/// Source: Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration".
struct JWTAssertion: Sendable {
  /// The client id.
  let issuer: String
  /// The username.
  let subject: String
  /// For which servers it is meant.
  let audience: [String]
  /// Seconds since 1970.
  let expires: Double
  private let signed: [UInt8]
  private let signature: [UInt8]

  /// Salesforce takes a token until so many seconds after its time, for clocks that differ.
  private static let leeway: Double = 180
  private static let loginServers = ["https://login.salesforce.com", "https://test.salesforce.com"]

  /// Reads a token; whether it is true is another question.
  init(_ text: String) throws(OAuthError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.object(parts[0]), header["alg"]?.string == "RS256",
      let claims = Self.object(parts[1]), let signature = Self.bytes(parts[2]),
      let issuer = claims["iss"]?.string, let subject = (claims["prn"] ?? claims["sub"])?.string,
      let expires = Self.seconds(claims["exp"])
    else { throw .invalidAssertion }
    self.issuer = issuer
    self.subject = subject
    self.expires = expires
    audience = claims["aud"]?.array?.compactMap(\.string) ?? [claims["aud"]?.string].compactMap(\.self)
    signed = Array("\(parts[0]).\(parts[1])".utf8)
    self.signature = signature
  }

  /// Whether the owner of a certificate, or of a public key, has signed it.
  func isSigned(with pem: String) -> Bool {
    Self.key(pem)?.isValidSignature(signature, for: signed, signatureAlgorithm: .sha256WithRSAEncryption) ?? false
  }

  /// Whether it is for this server, or for one of Salesforce's login servers, which it stands for.
  func isMeant(for address: String) -> Bool {
    let servers = Self.loginServers + [address, address + "/services/oauth2/token"]
    return audience.contains { name in servers.contains(name.hasSuffix("/") ? String(name.dropLast()) : name) }
  }

  func isCurrent(at now: Timestamp) -> Bool { Double(now.milliseconds) / 1000 < expires + Self.leeway }

  /// The RSA key in a certificate or in a public key, both PEM; `nil` where there is none.
  static func key(_ pem: String) -> Certificate.PublicKey? {
    (try? Certificate(pemEncoded: pem).publicKey) ?? (try? Certificate.PublicKey(pemEncoded: pem))
  }

  // MARK: Parts

  private static func object(_ part: Substring) -> JSON? {
    bytes(part).flatMap { try? JSON(utf8: $0) }.flatMap { $0.members == nil ? nil : $0 }
  }

  private static func bytes(_ part: Substring) -> [UInt8]? {
    let text = part.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    return Data(base64Encoded: text + padding).map(Array.init)
  }

  /// Some clients write the time as text.
  private static func seconds(_ claim: JSON?) -> Double? {
    switch claim {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }
}
