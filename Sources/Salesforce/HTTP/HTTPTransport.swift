import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
import Synchronization

/// HTTP/1.1 over TLS, with connections that are kept while they are in use.
package final class HTTPTransport: Transport {
  package struct Limits: Sendable {
    /// For a connection with TLS to stand.
    package var connect: Duration
    /// For a whole exchange, unless the request has its own.
    package var exchange: Duration
    /// Bytes of an answer's body, after decompression.
    package var body: Int

    package init(connect: Duration = .seconds(10), exchange: Duration = .seconds(60), body: Int = 64 << 20) {
      self.connect = connect
      self.exchange = exchange
      self.body = body
    }
  }

  private let limits: Limits
  private let configuration: HTTPClient.Configuration
  private let pool: Mutex<Pool>

  /// - Parameter authorityFile: certificates in PEM to trust beside those of the system, for a network that has its own.
  package init(limits: Limits = Limits(), authorityFile: String? = nil) {
    self.limits = limits
    var configuration = HTTPClient.Configuration()
    if let authorityFile {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.additionalTrustRoots = [.file(authorityFile)]
      configuration.tlsConfiguration = tls
    }
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = TimeAmount(limits.connect)
    configuration.decompression = .enabled(limit: .size(limits.body))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.idleTimeout = .seconds(30)
    // The sync decides when to try again; a refused connection must be told at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    self.configuration = configuration
    pool = Mutex(Pool(configuration))
  }

  /// A request that is under way keeps its own.
  package func dropConnections() {
    let new = Pool(configuration)
    pool.withLock { $0 = new }
  }

  /// Connections to use; closed when nobody uses it any more.
  private final class Pool: Sendable {
    let client: HTTPClient

    init(_ configuration: HTTPClient.Configuration) {
      // On one event loop "the head was written" and "the request failed" come in the order in which they happened.
      client = HTTPClient(
        eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup.any()), configuration: configuration)
    }

    deinit {
      client.shutdown { _ in }
    }
  }

  package func send(_ request: HTTPRequest) async throws(OrgError) -> HTTPAnswer {
    let exchange = HTTPExchange(bodyLimit: limits.body)
    do {
      return try await execute(request, exchange, timeout: request.timeout ?? limits.exchange)
    } catch {
      throw FailureReason.orgError(for: error, departed: exchange.hasDeparted)
    }
  }

  private func execute(_ request: HTTPRequest, _ exchange: HTTPExchange, timeout: Duration) async throws -> HTTPAnswer {
    try Task.checkCancellation()
    var headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
    headers.add(name: "Accept-Encoding", value: "gzip")
    let pool = pool.withLock { $0 }
    let task = pool.client.execute(
      request: try HTTPClient.Request(
        url: request.url, method: HTTPMethod(rawValue: request.method.rawValue), headers: headers,
        body: request.body.map { .data($0) }),
      delegate: exchange, deadline: .now() + TimeAmount(timeout))
    defer { withExtendedLifetime(pool) {} }
    return try await withTaskCancellationHandler {
      try await task.get()
    } onCancel: {
      task.cancel()
    }
  }
}
