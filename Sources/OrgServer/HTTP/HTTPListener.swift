import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The HTTP/1.1 server on loopback: hands each request to the host and writes its answer. It knows nothing of Salesforce.
struct HTTPListener {
  /// Larger requests are refused (REST API Developer Guide: 50 MB; nothing that this org takes comes near).
  static let maximumBody = 8 * 1024 * 1024

  private let server: Server<HTTPChannel>

  init(
    port: Int, encryption: NIOSSLContext? = nil, host: OrgHost, onRunning: @escaping @Sendable (Int) -> Void
  ) {
    let channel = HTTP1Channel { request, writer, _ in
      let answer = await Self.answer(request, by: host)
      try await writer.write(response: answer.head, body: answer.body)
    }
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

  private static func answer(_ request: Request, by host: OrgHost) async -> Response {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.rawName.lowercased()] = field.value }
    var body: [UInt8]?
    if let buffer = try? await request.body.collect(upTo: maximumBody) { body = Array(buffer.readableBytesView) }
    let call = HTTPCall(
      method: request.method.rawValue, target: request.head.path ?? "/", headers: headers, body: body ?? [])
    let answer = await host.answer(call, isTooLarge: body == nil)
    return response(answer, isHead: request.method == .head)
  }

  private static func response(_ answer: HTTPAnswer, isHead: Bool) -> Response {
    var fields = HTTPFields()
    for header in answer.headers {
      if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
    }
    guard let body = answer.body else { return Response(status: .init(code: answer.status), headers: fields) }
    fields[.contentType] = body.type
    let response = Response(
      status: .init(code: answer.status), headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body.bytes))
    )
    return isHead ? response.createHeadResponse() : response
  }
}
