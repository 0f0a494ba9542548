import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A server on this machine that does to each request what a test says, in turn.
final class LoopbackServer: Sendable {
  enum Behaviour: Sendable {
    /// These bytes; the connection stays open.
    case answer(String)
    /// These bytes, then the end of the connection.
    case answerAndClose(String)
    case close
    /// This, and then one byte after the other, for ever.
    case drip(String)
    /// Nothing, for ever.
    case silence
  }

  let port: Int
  private let channel: any Channel
  private let script: Script

  init(_ behaviours: [Behaviour]) async throws {
    let script = Script(behaviours)
    self.script = script
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(script))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  var address: String { "http://127.0.0.1:\(port)" }
  var requests: [String] { script.requests }

  func close() async throws {
    try await channel.close()
  }
}

/// What is to be done, and what was asked.
private final class Script: Sendable {
  private let state: Mutex<(behaviours: [LoopbackServer.Behaviour], requests: [String])>

  init(_ behaviours: [LoopbackServer.Behaviour]) {
    state = Mutex((behaviours, []))
  }

  var requests: [String] { state.withLock(\.requests) }

  func next(for request: String) -> LoopbackServer.Behaviour {
    state.withLock { state in
      state.requests.append(request)
      return state.behaviours.isEmpty ? .close : state.behaviours.removeFirst()
    }
  }
}

/// Waits for a whole request, by its `Content-Length`; what is no HTTP counts as whole.
private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let script: Script
  private var received = ""

  init(_ script: Script) {
    self.script = script
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard isWhole else { return }
    let behaviour = script.next(for: received)
    received = ""
    switch behaviour {
    case .answer(let text): write(text, context)
    case .answerAndClose(let text):
      write(text, context)
      context.close(promise: nil)
    case .close: context.close(promise: nil)
    case .drip(let text):
      write(text, context)
      let channel = context.channel
      context.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(20)) { task in
        channel.writeAndFlush(ByteBuffer(string: "x")).whenFailure { _ in task.cancel() }
      }
    case .silence: break
    }
  }

  private func write(_ text: String, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
  }

  private var isWhole: Bool {
    guard received.contains("HTTP/1.1") else { return true }
    guard let end = received.range(of: "\r\n\r\n") else { return false }
    let length = received[..<end.lowerBound].split(separator: "\r\n")
      .first { $0.lowercased().hasPrefix("content-length:") }
    let count = length.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    return received[end.upperBound...].utf8.count >= count
  }
}
