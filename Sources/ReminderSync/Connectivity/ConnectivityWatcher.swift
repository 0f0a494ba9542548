import CLinux
@preconcurrency import Dispatch
import Glibc

/// Says that the network may be back, or that the machine was asleep, by the kernel's word: nothing ticks, and nothing wakes
/// the processor as long as nothing changes.
final class ConnectivityWatcher: Sendable {
  private let queue = DispatchQueue(label: "connectivity")
  private let sources: [any DispatchSourceRead]

  /// A value each time; watches as long as somebody listens.
  static func returns() -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let watcher = ConnectivityWatcher { continuation.yield() }
      continuation.onTermination = { _ in watcher.stop() }
    }
  }

  private init(onReturn: @escaping @Sendable () -> Void) {
    sources = [Self.watchNetwork(queue, onReturn), Self.watchClock(queue, onReturn)].compactMap(\.self)
  }

  private func stop() {
    for source in sources { source.cancel() }
  }

  /// Addresses, links and routes, by the multicast groups of rtnetlink(7).
  ///
  /// Many messages come for one change; what has become of it is looked at when they have settled.
  private static func watchNetwork(
    _ queue: DispatchQueue, _ onReturn: @escaping @Sendable () -> Void
  ) -> (any DispatchSourceRead)? {
    let descriptor = socket(
      AF_NETLINK, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), NETLINK_ROUTE
    )
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_nl()
    address.nl_family = sa_family_t(AF_NETLINK)
    address.nl_groups = UInt32(
      RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_nl>.size)) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      return nil
    }
    let looks = NetworkLooks(onReturn)
    return source(descriptor, queue) {
      drain(descriptor)
      looks.lookSoon(on: queue)
    }
  }

  /// The wall clock, which jumps when the machine wakes up or somebody sets it: a timer that never fires is cancelled then
  /// (timerfd_create(2), `TFD_TIMER_CANCEL_ON_SET`).
  private static func watchClock(
    _ queue: DispatchQueue, _ onReturn: @escaping @Sendable () -> Void
  ) -> (any DispatchSourceRead)? {
    let descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC) | Int32(TFD_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    guard arm(descriptor) else {
      close(descriptor)
      return nil
    }
    return source(descriptor, queue) {
      var count: UInt64 = 0
      let hasJumped = Glibc.read(descriptor, &count, MemoryLayout<UInt64>.size) < 0 && errno == ECANCELED
      if arm(descriptor), hasJumped { onReturn() }
    }
  }

  private static func arm(_ descriptor: Int32) -> Bool {
    var never = itimerspec()
    never.it_value.tv_sec = .max
    let flags = Int32(TFD_TIMER_ABSTIME) | Int32(TFD_TIMER_CANCEL_ON_SET)
    return timerfd_settime(descriptor, flags, &never, nil) == 0
  }

  private static func source(
    _ descriptor: Int32, _ queue: DispatchQueue, _ onReadable: @escaping @Sendable () -> Void
  ) -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler(handler: onReadable)
    source.setCancelHandler { close(descriptor) }
    source.activate()
    return source
  }

  /// Takes what waits; after an overflow too, something has changed.
  private static func drain(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while recv(descriptor, &buffer, buffer.count, 0) > 0 || errno == ENOBUFS || errno == EINTR {}
  }
}
