import Localization
import Reminders

extension UserTransaction {
  /// E.g. `Completed “Call Ada”`; `nil` when nothing was changed.
  ///
  /// - Parameter entry: its entry in the history, if it has one.
  func report(_ summary: String, entry: Int64? = nil) -> ActionReport? {
    guard !touched.isEmpty else { return nil }
    return ActionReport(
      summary: [summary, madeAnewNote].compactMap(\.self).joined(separator: "; "), reminders: touched.map(\.id),
      entry: entry)
  }

  var passedOverNote: String? {
    let count = passedOver.subtracting(touchedIDs).count
    if count == 0 { return nil }
    if !touched.isEmpty {
      return localized(
        count, one: "there was nothing to do for \(count) of them",
        other: "there was nothing to do for \(count) of them")
    }
    return count == 1 ? localized("there was nothing to do for it") : localized("there was nothing to do for them")
  }

  var changedLaterNote: String? {
    let count = changedLater.count
    if count == 0 { return nil }
    return localized(
      count, one: "a later change of \(count) task stands", other: "later changes of \(count) tasks stand")
  }

  var madeAnewNote: String? {
    if madeAnewCount == 0 { return nil }
    if touched.count == 1 { return localized("it is made anew in Salesforce") }
    if madeAnewCount == touched.count { return localized("they are made anew in Salesforce") }
    return localized(
      madeAnewCount, one: "\(madeAnewCount) is made anew in Salesforce",
      other: "\(madeAnewCount) are made anew in Salesforce")
  }
}
