extension SyncStatus {
  /// How changes there reach this program, in words, and why not in a better way; `nil` where they do not now.
  package var arrivalOfChanges: (way: String, whyNotBetter: String?)? {
    switch state {
    case .live:
      let way = "changes in Salesforce are announced" + (liveWay.map { " by \($0)" } ?? "")
      guard let reason, reason != liveWay else { return (way, nil) }
      // The reason begins with the way, for the indicator.
      let prefix = liveWay.map { "\($0): " } ?? ""
      return (way, reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason)
    case .polling(let interval):
      let pause =
        interval < .seconds(120) ? "\(interval.components.seconds) s" : "\(interval.components.seconds / 60) min"
      return ("changes in Salesforce are asked for every \(pause)", reason)
    default: return nil
    }
  }
}
