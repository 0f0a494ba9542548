import Dispatch
import Foundation

/// SIGTERM and SIGINT, caught from the moment this is made, so that one that comes during the start is not lost.
final class StopSignals {
  private let stream: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    self.stream = stream
    sources = [SIGTERM, SIGINT]
      .map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { continuation.yield() }
        source.resume()
        return source
      }
  }

  /// Returns when one has come.
  func first() async {
    for await _ in stream { return }
  }
}
