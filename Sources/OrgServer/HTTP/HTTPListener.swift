import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The HTTP/1.1 server on loopback: hands each request to the host and sends its answer. It knows nothing of Salesforce.
struct HTTPListener {
  /// Larger requests are refused (REST API Developer Guide: 50 MB; nothing that this org takes comes near).
  static let maximumBody = 8 * 1024 * 1024

  private let server: Server<HTTPChannel>

  /// - Parameter idleTimeout: a connection on which nothing comes for so long, and for which nothing is under way, is
  ///   closed.
  init(
    port: Int, encryption: NIOSSLContext? = nil, idleTimeout: Duration, host: OrgHost,
    onRunning: @escaping @Sendable (Int) -> Void
  ) {
    let channel = HTTP1Channel(
      responder: { request, writer, channel in try await Self.serve(request, writer, on: channel, by: host) },
      configuration: .init(
        additionalChannelHandlers: [CompressionSetup(), ConnectionWatch()], idleTimeout: TimeAmount(idleTimeout)))
    server = Server(
      childChannelSetup: HTTPChannel(http: channel, encryption: encryption),
      configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: Logger(label: "org", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  /// Serves until `stop`, or until the task is cancelled.
  func run() async throws {
    try await server.run()
  }

  /// Takes no more requests, and ends when those under way are answered.
  func stop() async throws {
    try await server.shutdownGracefully()
  }

  @concurrent private static func serve(
    _ request: Request, _ writer: consuming ResponseWriter, on channel: any Channel, by host: OrgHost
  ) async throws {
    let start = ContinuousClock.now
    let body = try await body(of: request, on: channel)
    let call = call(request, body)
    let reply = try await reply(to: call, isTooLarge: body.isTooLarge, on: channel, by: host)
    let bytes = reply.answer.body?.bytes ?? []
    await host.note(reply, to: call, sent: bytes.count, after: .now - start)
    try await send(
      reply.answer, bytes: bytes, isHead: request.method == .head, as: reply.delivery, to: writer)
    if case .tooLarge(isRead: false) = body { throw ConnectionEnded() }
  }

  private static func call(_ request: Request, _ body: ReceivedBody) -> HTTPCall {
    var headers: [String: String] = [:]
    for field in request.headers {
      // Lines of one name are one list (RFC 9110 §5.3, RFC 6265 §5.4).
      let name = field.name.rawName.lowercased()
      headers[name] = headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value } ?? field.value
    }
    return HTTPCall(
      method: request.method.rawValue, target: request.head.path ?? "/", headers: headers, body: body.bytes,
      isGarbled: body.isGarbled)
  }

  /// The host's reply; what waits in the host ends when the client has gone.
  @concurrent private static func reply(
    to call: HTTPCall, isTooLarge: Bool, on channel: any Channel, by host: OrgHost
  ) async throws -> HTTPReply {
    let watch = try await channel.pipeline.handler(type: ConnectionWatch.self).get()
    let work = Task { await host.answer(call, isTooLarge: isTooLarge) }
    watch.whenClosed { work.cancel() }
    defer { watch.whenClosed(nil) }
    return await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
  }
}
