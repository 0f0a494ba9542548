import Foundation

/// A connection on which a test writes bytes as no HTTP client would; closed when it is let go.
final class RawConnection: Sendable {
  struct Failure: Error {
    let step: String
    let number = errno
  }

  private let descriptor: Int32

  /// Connects, or throws if the connection is refused.
  init(to address: String) throws {
    guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw Failure(step: "port") }
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // Whoever waits longer for an answer has found a hang.
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    // All is set by now, so that `deinit` closes the socket of a failure too.
    guard result == 0 else { throw Failure(step: "connect") }
  }

  deinit { close(descriptor) }

  func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Failure(step: "write") }
  }

  /// Says that nothing more will be written.
  func endWriting() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// All that comes until the other side closes the connection.
  func readToEnd() async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
      // A thread of its own, for the server under test needs those that are shared.
      Thread.detachNewThread { [self] in continuation.resume(with: Result { try readAll() }) }
    }
  }

  private func readAll() throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { bytes += buffer[..<count] }
      if count == 0 || (count < 0 && errno == ECONNRESET) { return String(decoding: bytes, as: UTF8.self) }
      if count < 0 { throw Failure(step: "read") }
    }
  }
}
