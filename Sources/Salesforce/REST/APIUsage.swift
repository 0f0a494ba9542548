/// How many of the org's API calls of the last 24 hours are used, by everyone together (header `Sforce-Limit-Info`).
package struct APIUsage: Sendable, Equatable {
  package let used: Int
  package let limit: Int

  package init(used: Int, limit: Int) {
    self.used = used
    self.limit = limit
  }

  /// Reads `api-usage=18/5000; per-app-api-usage=17/250(appName=sample)`.
  init?(header: String) {
    let parts = header.split(whereSeparator: { ";,".contains($0) }).map { $0.drop { $0 == " " } }
    guard let usage = parts.first(where: { $0.hasPrefix("api-usage=") }) else { return nil }
    let numbers = usage.dropFirst("api-usage=".count).split(separator: "/", omittingEmptySubsequences: false)
    guard numbers.count == 2, let used = Int(numbers[0]), let limit = Int(numbers[1]), used >= 0, limit > 0 else {
      return nil
    }
    self.init(used: used, limit: limit)
  }

  /// 0 is nothing, 1 is all.
  package var share: Double { Double(used) / Double(limit) }
}
