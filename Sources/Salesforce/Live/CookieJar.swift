import Foundation

/// The cookies of one host for one subscription: CometD finds the server that knows a client by them.
struct CookieJar: Sendable {
  private var origin: OrgAddress?
  private(set) var values: [String: String] = [:]

  /// Takes what an answer sets; what another host had set is forgotten.
  mutating func read(_ answer: HTTPAnswer, from address: OrgAddress) {
    if origin != address {
      origin = address
      values = [:]
    }
    for line in answer.all("Set-Cookie") {
      let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let pair = parts.first?.split(separator: "=", maxSplits: 1), let name = pair.first else { continue }
      let isNew = values[String(name)] == nil
      guard !isNew || values.count < Self.capacity else { continue }
      let isExpired = parts.dropFirst().contains { $0.lowercased() == "max-age=0" }
      values[String(name)] = isExpired ? nil : pair.count == 2 ? String(pair[1]) : ""
    }
  }

  /// As many as a browser keeps of one host at least (RFC 6265, §6.1).
  static let capacity = 50

  /// The header for a request to this host.
  func headers(for address: OrgAddress) -> [(name: String, value: String)] {
    guard origin == address, !values.isEmpty else { return [] }
    let text = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    return [("Cookie", text)]
  }
}
