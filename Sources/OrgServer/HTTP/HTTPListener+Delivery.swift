import HTTPTypes
import HummingbirdCore
import NIOCore

extension HTTPListener {
  /// The connection ended where a fault, or too large a request, wants it to.
  struct ConnectionEnded: Error {}

  /// Sends an answer as its delivery says; throws when the connection is to end.
  @concurrent static func send(
    _ answer: HTTPAnswer, bytes: [UInt8], isHead: Bool, as delivery: HTTPDelivery, to writer: consuming ResponseWriter
  ) async throws {
    if delivery.loss == .beforeAnswer { throw ConnectionEnded() }
    let response = response(answer, bytes: bytes, isHead: isHead)
    guard !isHead, delivery != .whole else {
      try await writer.write(response: response.head, body: response.body)
      return
    }
    var count = bytes.count
    if case .within(let portion) = delivery.loss { count = portion.count(of: bytes.count) }
    var body = try await writer.writeHead(response.head)
    for part in parts(of: bytes.prefix(count), bytesPerSecond: delivery.bytesPerSecond) {
      try await body.write(ByteBuffer(bytes: part))
      if delivery.bytesPerSecond != nil { try await Task.sleep(for: drop) }
    }
    if delivery.loss != nil { throw ConnectionEnded() }
    try await body.finish(nil)
  }

  /// How often a dripping answer drips.
  private static let drop = Duration.milliseconds(100)

  private static func parts(of bytes: ArraySlice<UInt8>, bytesPerSecond: Int?) -> [ArraySlice<UInt8>] {
    guard let bytesPerSecond else { return [bytes] }
    let size = max(1, bytesPerSecond / 10)
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: size)
      .map { bytes[$0..<min($0 + size, bytes.endIndex)] }
  }

  private static func response(_ answer: HTTPAnswer, bytes: [UInt8], isHead: Bool) -> Response {
    var fields = HTTPFields()
    for header in answer.headers {
      if let name = HTTPField.Name(header.name) { fields.append(HTTPField(name: name, value: header.value)) }
    }
    guard let body = answer.body else { return Response(status: .init(code: answer.status), headers: fields) }
    fields[.contentType] = body.type
    let response = Response(
      status: .init(code: answer.status), headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    return isHead ? response.createHeadResponse() : response
  }
}
