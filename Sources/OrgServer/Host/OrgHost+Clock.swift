import Foundation

extension OrgHost {
  /// Moves the org's clock; what has become due by it happens, and the colleague catches up.
  func setClock(_ body: (inout OrgClock) -> Void) {
    let before = now()
    body(&clock)
    catchUpColleague(since: before)
    keepHouse()
    wakeDue()
  }

  /// The most changes that the colleague makes up for.
  private static let maximumSteps = 1000.0

  private func catchUpColleague(since before: Date) {
    guard let pace = colleaguePace.map({ $0 / .seconds(1) }), pace > 0 else { return }
    let steps = (now().timeIntervalSince(before) / pace).rounded(.down)
    guard steps >= 1 else { return }
    for step in 1...Int(min(steps, Self.maximumSteps)) { stepColleague(at: before + Double(step) * pace) }
  }
}
