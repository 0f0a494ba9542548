import Foundation

/// Another host, as the kernel alone makes one: connections to it come about, what is sent to it is kept, and it never says
/// a word.
final class SilentHost {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
          && listen(descriptor, 64) == 0
      }
    }
    guard isListening else { throw CancellationError() }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  /// How often somebody has connected since this was last asked.
  func connections() -> Int {
    var count = 0
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) > 0 {
      close(accept(descriptor, nil, nil))
      count += 1
    }
    return count
  }
}
