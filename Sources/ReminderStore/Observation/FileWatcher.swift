import Dispatch
import Foundation
import Glibc

/// Tells what other processes do with a file, by the kernel's word (inotify(7)).
///
/// The folder is watched, not the file, so a file that is removed and made again is still seen.
package final class FileWatcher {
  private let source: any DispatchSourceRead

  package enum Occasion: Sendable {
    /// It was written, or made.
    case write
    /// Somebody who could write it has closed it; a process that dies does.
    case close

    fileprivate var mask: Int32 {
      switch self {
      case .write: IN_MODIFY | IN_CREATE | IN_MOVED_TO
      case .close: IN_CLOSE_WRITE
      }
    }
  }

  /// Watches until it is released; `nil` where the kernel cannot.
  package init?(path: String, for occasion: Occasion = .write, _ tell: @escaping @Sendable () -> Void) {
    let url = URL(filePath: path)
    let name = url.lastPathComponent
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let mask = UInt32(bitPattern: occasion.mask) | UInt32(IN_ONLYDIR)
    guard inotify_add_watch(descriptor, url.deletingLastPathComponent().path, mask) >= 0 else {
      close(descriptor)
      return nil
    }
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "file-watcher", qos: .userInitiated))
    source.setEventHandler {
      if FileWatcher.readEvents(descriptor, about: name) { tell() }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source.cancel()
  }

  /// Reads what waits, and tells whether any of it is about a file.
  private static func readEvents(_ descriptor: CInt, about name: String) -> Bool {
    var isAboutFile = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var rest = buffer[..<count]
      while let event = Event(&rest) {
        // After an overflow it is not known what was about the file.
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 || event.name == name { isAboutFile = true }
      }
    }
    return isAboutFile
  }

  /// A `struct inotify_event` with the name that follows it, padded with zeros.
  private struct Event {
    let mask: UInt32
    let name: String

    init?(_ bytes: inout ArraySlice<UInt8>) {
      let headerSize = MemoryLayout<inotify_event>.size
      guard bytes.count >= headerSize else { return nil }
      let header = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let size = headerSize + Int(header.len)
      guard bytes.count >= size else { return nil }
      mask = header.mask
      name = String(decoding: bytes.dropFirst(headerSize).prefix(Int(header.len)).prefix { $0 != 0 }, as: UTF8.self)
      bytes = bytes.dropFirst(size)
    }
  }
}
