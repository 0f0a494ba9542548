import Foundation
import ReminderStore
import Salesforce

/// What a push did.
struct PushReport {
  var pushed = 0
  var refused = 0
  /// What the rows read for the push changed here.
  var pull = PullReport()
  /// Creates whose outcome is not known are not sent again before this instant of the server's clock.
  var heldUntil: Date?
  /// What some of it met that did not hold up the rest; it is tried again.
  var problem: OrgError?
  /// The way of creates from now on, where the org refused the one chosen at connection.
  var createWay: CreateWay?

  /// Salesforce refused something that it should have taken by what it told at connection.
  var areFactsOutdated = false

  /// Takes in what a push did that came after this one.
  mutating func add(_ next: PushReport) {
    pushed += next.pushed
    refused += next.refused
    pull += next.pull
    heldUntil = [heldUntil, next.heldUntil].compactMap(\.self).min()
    problem = next.problem ?? problem
    createWay = next.createWay ?? createWay
  }

  mutating func hold(until instant: Date) { heldUntil = min(heldUntil ?? instant, instant) }
}
