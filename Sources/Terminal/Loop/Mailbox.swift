import Synchronization

/// Where other threads and tasks leave messages for the main thread, which an `EventLoop` wakes.
///
/// Messages arrive in the order in which they were posted, none is lost, and posting never waits for the reader.
package final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Mutex<[Message]>([])
  private let pipe: WakePipe

  package init() throws(TerminalError) {
    pipe = try WakePipe()
  }

  /// From any thread.
  package func post(_ message: Message) {
    waiting.withLock { messages in
      if messages.isEmpty { pipe.wake() }
      messages.append(message)
    }
  }

  /// Everything that was posted since the last call.
  package func takeAll() -> [Message] {
    waiting.withLock { messages in
      guard !messages.isEmpty else { return [] }
      _ = pipe.drain()
      defer { messages = [] }
      return messages
    }
  }

  /// Readable while there are messages.
  var descriptor: Int32 { pipe.readEnd }
}
