import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL
import OrgModel
import Testing

@testable import OrgServer

struct TLSTests {
  @Test("With TLS the org is at an https address, and clients that trust its authority can talk to it")
  func trusted() async throws {
    let authority = try CertificateAuthority()
    try await withServer(.authority(authority)) { address in
      #expect(address.hasPrefix("https://localhost:"))
      let answer = try await get("\(address)/services/data", trusting: authority)
      #expect(answer.contains("v60.0"))
      let byNumber = address.replacing("localhost", with: "127.0.0.1")
      #expect(try await get("\(byNumber)/services/data", trusting: authority) == answer)
    }
  }

  @Test("Clients refuse a certificate that is not right", arguments: ServerCertificate.allCases.filter { $0 != .valid })
  func flawed(certificate: ServerCertificate) async throws {
    let authority = try CertificateAuthority()
    try await withServer(.authority(authority, certificate)) { address in
      await expectRefusal { try await get("\(address)/services/data", trusting: authority) }
    }
  }

  @Test("Nobody trusts an authority that he was not told of")
  func unknownAuthority() async throws {
    try await withServer(.authority(try CertificateAuthority())) { address in
      let other = try CertificateAuthority()
      await expectRefusal { try await get("\(address)/services/data", trusting: other) }
    }
  }

  private func expectRefusal(_ request: () async throws -> String) async {
    await #expect {
      try await request()
    } throws: { error in
      error is NIOSSLError || error is NIOSSLExtraError
    }
  }

  private func withServer(_ tls: TLS, _ body: (String) async throws -> Void) async throws {
    let server = OrgServer(configuration: .init(tls: tls)) { now in
      Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt)
    }
    let address = try await server.start()
    do {
      try await body(address)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @discardableResult
  private func get(_ url: String, trusting authority: CertificateAuthority) async throws -> String {
    var configuration = HTTPClient.Configuration()
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(authority.pem.utf8)))
    configuration.tlsConfiguration = tls
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
      let response = try await client.execute(HTTPClientRequest(url: url), timeout: .seconds(10))
      let text = String(buffer: try await response.body.collect(upTo: 1 << 20))
      try await client.shutdown()
      return text
    } catch {
      try await client.shutdown()
      throw error
    }
  }
}
