import Foundation
import Glibc

extension NetworkState {
  /// As it is now.
  static func read() -> NetworkState {
    NetworkState(
      addresses: Set(interfaceAddresses()),
      defaultRoutes: Set(
        defaultRoutes(ipv4: contents(of: "/proc/net/route")) + defaultRoutes(ipv6: contents(of: "/proc/net/ipv6_route"))
      ))
  }

  private static func contents(of path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  /// Each as `eth0 192.168.1.5` (getifaddrs(3)).
  private static func interfaceAddresses() -> [String] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var addresses: [String] = []
    var next = list
    while let entry = next?.pointee {
      next = entry.ifa_next
      let isUp = entry.ifa_flags & UInt32(IFF_RUNNING) != 0
      let isLoopback = entry.ifa_flags & UInt32(IFF_LOOPBACK) != 0
      guard isUp, !isLoopback, let address = entry.ifa_addr, let text = numericHost(address), leadsFurther(text) else {
        continue
      }
      addresses.append("\(String(cString: entry.ifa_name)) \(text)")
    }
    return addresses
  }

  private static func numericHost(_ address: UnsafeMutablePointer<sockaddr>) -> String? {
    let size: Int
    switch Int32(address.pointee.sa_family) {
    case AF_INET: size = MemoryLayout<sockaddr_in>.size
    case AF_INET6: size = MemoryLayout<sockaddr_in6>.size
    default: return nil
    }
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, socklen_t(size), &host, socklen_t(host.count), nil, 0, NI_NUMERICHOST) == 0 else {
      return nil
    }
    return host.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
  }
}
