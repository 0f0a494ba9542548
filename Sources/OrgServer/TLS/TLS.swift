import NIOSSL

/// Whether the server encrypts.
package enum TLS: Sendable {
  /// Plain HTTP.
  case off
  /// HTTPS with a certificate of this authority, or with one that a careful client must refuse.
  case authority(CertificateAuthority, ServerCertificate = .valid)

  /// Where clients find a server at `port`, without a trailing slash.
  func address(port: Int) -> String {
    switch self {
    case .off: "http://127.0.0.1:\(port)"
    case .authority: "https://localhost:\(port)"
    }
  }

  /// What encrypts connections; `nil` where nothing does.
  func makeContext() throws(OrgServerError) -> NIOSSLContext? {
    guard case .authority(let authority, let kind) = self else { return nil }
    do {
      let identity = try authority.issue(kind)
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(identity.certificate.utf8))
          .map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(identity.key.utf8), format: .pem)))
      configuration.minimumTLSVersion = .tlsv12
      configuration.applicationProtocols = ["http/1.1"]
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw .cannotEncrypt(reason: String(describing: error))
    }
  }
}
