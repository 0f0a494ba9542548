import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority of the simulator's own. It is made anew each time, and nobody trusts it who was not told to.
///
/// Its certificates carry what strict verifiers ask for (RFC 5280 §4.2.1: key identifiers, key usage, critical basic
/// constraints), as Python's `ssl` does since 3.13.
package struct CertificateAuthority: Sendable {
  /// The authority's certificate as PEM text: what clients are to trust.
  package let pem: String
  private let key: P256.Signing.PrivateKey
  private let certificate: Certificate

  /// A certificate and its key, both as PEM text.
  struct Identity: Sendable {
    let certificate: String
    let key: String
  }

  /// Makes the key and the certificate of an authority.
  package init() throws(OrgServerError) {
    key = P256.Signing.PrivateKey()
    do {
      let name = try DistinguishedName {
        OrganizationName("Command Center")
        CommonName("Simulated org, made \(Date.now.ISO8601Format())")
      }
      let key = Certificate.PublicKey(key.publicKey)
      certificate = try Self.sign(
        key, named: name, validity: Self.oneYear, extensions: Self.authorityExtensions(of: key), by: self.key,
        named: name)
      pem = try certificate.serializeAsPEM().pemString + "\n"
    } catch {
      throw .cannotEncrypt(reason: String(describing: error))
    }
  }

  /// A certificate for a server on this machine, or a flawed one.
  func issue(_ kind: ServerCertificate) throws -> Identity {
    let serverKey = P256.Signing.PrivateKey()
    let publicKey = Certificate.PublicKey(serverKey.publicKey)
    let name = try DistinguishedName { CommonName(kind == .wrongHost ? "elsewhere.example" : "localhost") }
    let isSelfSigned = kind == .selfSigned
    let signed = try Self.sign(
      publicKey, named: name, validity: kind == .expired ? Self.lastYear : Self.oneYear,
      extensions: Self.serverExtensions(
        of: publicKey, hosts: kind == .wrongHost ? [.dnsName("elsewhere.example")] : Self.thisMachine,
        issuedWith: isSelfSigned ? publicKey : certificate.publicKey),
      by: isSelfSigned ? serverKey : key, named: isSelfSigned ? name : certificate.subject)
    return Identity(certificate: try signed.serializeAsPEM().pemString, key: serverKey.pemRepresentation)
  }

  private static func sign(
    _ key: Certificate.PublicKey, named name: DistinguishedName, validity: Range<Date>,
    extensions: Certificate.Extensions, by issuerKey: P256.Signing.PrivateKey, named issuer: DistinguishedName
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key, notValidBefore: validity.lowerBound,
      notValidAfter: validity.upperBound, issuer: issuer, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: extensions, issuerPrivateKey: .init(issuerKey))
  }

  // MARK: What certificates say

  private static func authorityExtensions(of key: Certificate.PublicKey) throws -> Certificate.Extensions {
    try Certificate.Extensions {
      Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
      Critical(KeyUsage(keyCertSign: true, cRLSign: true))
      SubjectKeyIdentifier(hash: key)
    }
  }

  private static func serverExtensions(
    of key: Certificate.PublicKey, hosts: [GeneralName], issuedWith issuerKey: Certificate.PublicKey
  ) throws -> Certificate.Extensions {
    try Certificate.Extensions {
      Critical(BasicConstraints.notCertificateAuthority)
      Critical(KeyUsage(digitalSignature: true))
      try ExtendedKeyUsage([.serverAuth])
      SubjectAlternativeNames(hosts)
      SubjectKeyIdentifier(hash: key)
      AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: issuerKey).keyIdentifier)
    }
  }

  private static let thisMachine: [GeneralName] = [
    .dnsName("localhost"),
    .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
    .ipAddress(ASN1OctetString(contentBytes: [UInt8](repeating: 0, count: 15) + [1])),
  ]

  private static let day: TimeInterval = 86_400
  /// By the machine's clock, whatever time it is in the org; from yesterday on, for clients whose clock is behind.
  private static var oneYear: Range<Date> { Date.now - day..<Date.now + 365 * day }
  private static var lastYear: Range<Date> { Date.now - 365 * day..<Date.now - day }
}
