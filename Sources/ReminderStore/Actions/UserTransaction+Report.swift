import Reminders

extension UserTransaction {
  /// E.g. `Completed “Call Ada”`; `nil` when nothing was changed.
  ///
  /// - Parameter entry: its entry in the history, if it has one.
  func report(_ verb: String, entry: Int64? = nil) -> ActionReport? {
    guard !touched.isEmpty else { return nil }
    return ActionReport(summary: summary(verb) + madeAnewNote, reminders: touched.map(\.id), entry: entry)
  }

  /// What the history remembers of it.
  func summary(_ verb: String) -> String {
    guard let only = touched.first, touched.count == 1 else { return "\(verb) \(touched.count) tasks" }
    return "\(verb) “\(only.fields.name)”"
  }

  var passedOverNote: String {
    let count = passedOver.subtracting(touchedIDs).count
    if count == 0 { return "" }
    if !touched.isEmpty { return "; there was nothing to do for \(count) of them" }
    return count == 1 ? "; there was nothing to do for it" : "; there was nothing to do for them"
  }

  var changedLaterNote: String {
    switch changedLater.count {
    case 0: ""
    case 1: "; a later change of 1 task stands"
    case let count: "; later changes of \(count) tasks stand"
    }
  }

  var madeAnewNote: String {
    if madeAnewCount == 0 { return "" }
    if touched.count == 1 { return "; it is made anew in Salesforce" }
    let which = madeAnewCount == touched.count ? "they are" : madeAnewCount == 1 ? "1 is" : "\(madeAnewCount) are"
    return "; \(which) made anew in Salesforce"
  }
}
