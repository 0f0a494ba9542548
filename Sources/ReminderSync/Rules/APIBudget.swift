import Foundation
import Localization
package import Salesforce

/// How much the sync may ask of an org whose API calls of a day are shared by everyone (header `Sforce-Limit-Info`).
package struct APIBudget: Sendable {
  private let share: Double

  package init(_ usage: APIUsage?) { share = usage?.share ?? 0 }

  /// Above 80 % the program slows itself down; what the user does here is still sent at once.
  package var isTight: Bool { share > 0.8 }

  /// Changes are not asked for more often than this.
  var shortestPullInterval: TimeInterval {
    if share > 0.95 { return 3_600 }
    return isTight ? 900 : 0
  }

  /// Announced changes are gathered for this long before they are fetched.
  var hintPause: TimeInterval { isTight ? 60 : 0 }

  /// How many of the org's API calls are used, in percent, where it is slow for that; `nil` when it is not.
  var callsUsed: Int? { isTight ? Int(share * 100) : nil }

  /// Why it is slow, for the user; `nil` when it is not.
  var reason: String? {
    callsUsed.map { localized("the org has used \($0) % of its API calls of a day: asking less often") }
  }
}
