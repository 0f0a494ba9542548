/// By which addresses and default routes this machine can reach others.
struct NetworkState: Equatable, Sendable {
  /// Of interfaces that are up; a loopback or link-local address leads nowhere.
  var addresses: Set<String> = []
  var defaultRoutes: Set<String> = []

  /// Whether there is a way now that there was not before: then it is worth trying again, and what was connected by the
  /// old way may be dead. What is only told again, such as the address of a lease that was renewed, is none.
  func hasNewWay(since earlier: NetworkState) -> Bool {
    !addresses.isSubset(of: earlier.addresses) || !defaultRoutes.isSubset(of: earlier.defaultRoutes)
  }

  /// The default routes in `/proc/net/route` (proc(5)), each by its interface and gateway.
  static func defaultRoutes(ipv4 table: String) -> [String] {
    table.split(separator: "\n").dropFirst()
      .compactMap { line in
        let words = line.split { $0 == "\t" || $0 == " " }
        guard words.count >= 8, words[1] == "00000000", words[7] == "00000000" else { return nil }
        return "\(words[0]) \(words[2])"
      }
  }

  /// The default routes in `/proc/net/ipv6_route`: destination and its prefix length come first, the next hop is fifth, the
  /// interface last. The one of the loopback is what rejects.
  static func defaultRoutes(ipv6 table: String) -> [String] {
    table.split(separator: "\n")
      .compactMap { line in
        let words = line.split(separator: " ")
        guard words.count >= 10, words[1] == "00", words[0].allSatisfy({ $0 == "0" }), words[9] != "lo" else {
          return nil
        }
        return "\(words[9]) \(words[4])"
      }
  }

  /// Whether an address is good for more than the link it is on.
  static func leadsFurther(_ address: String) -> Bool {
    !address.hasPrefix("169.254.") && !address.lowercased().hasPrefix("fe80:")
  }
}
