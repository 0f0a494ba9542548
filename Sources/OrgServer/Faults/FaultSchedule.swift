import OrgModel

/// When a fault strikes, of the requests that it is meant for: not the first few, then by chance, and only so often.
struct FaultSchedule: Sendable {
  /// How many requests are let through first.
  let skip: Int
  /// How likely it is for each request after these, 0 to 1.
  let rate: Double
  /// How often at most; `nil`: always.
  let times: Int?

  /// How many requests there were, and how many of them were struck.
  private(set) var matched = 0
  private(set) var struck = 0

  init(skip: Int, rate: Double, times: Int?) {
    self.skip = skip
    self.rate = rate
    self.times = times
  }

  /// Whether it strikes the next request.
  mutating func strikes(_ random: inout SplitMix64) -> Bool {
    matched += 1
    guard matched > skip, times.map({ struck < $0 }) ?? true,
      rate >= 1 || Double.random(in: 0..<1, using: &random) < rate
    else { return false }
    struck += 1
    return true
  }
}
