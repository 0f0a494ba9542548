import NIOCore
import NIOHTTP1

/// Lets an answer to no request, such as the 400 to what is no HTTP, pass by the handler that compresses: that one takes
/// every answer for one to a request that it has seen, and ends the process where there was none.
final class UnaskedAnswer: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart

  /// How many requests were seen whose answers have not begun.
  private var unanswered = 0
  private var isPassingBy = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = Self.unwrapInboundIn(data) { unanswered += 1 }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = Self.unwrapOutboundIn(data)
    if case .head = part {
      isPassingBy = unanswered == 0
      if !isPassingBy { unanswered -= 1 }
    }
    guard isPassingBy,
      let encoding = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self),
      let encoder = encoding.handler as? HTTPResponseEncoder
    else { return context.write(data, promise: promise) }
    encoder.write(context: encoding, data: data, promise: promise)
  }
}
