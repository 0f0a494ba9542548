import Localization

extension SyncStatus {
  /// How changes there reach this program, in words, and why not in a better way; `nil` where they do not now.
  package var arrivalOfChanges: (way: String, whyNotBetter: String?)? {
    switch state {
    case .live:
      let way =
        liveWay.map { localized("changes in Salesforce are announced by \($0)") }
        ?? localized("changes in Salesforce are announced")
      guard let reason, reason != liveWay else { return (way, nil) }
      // The reason begins with the way, for the indicator.
      let prefix = liveWay.map { "\($0): " } ?? ""
      return (way, reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason)
    case .polling(let interval):
      let seconds = Int(interval.components.seconds)
      let way =
        seconds < 120
        ? localized("changes in Salesforce are asked for every \(seconds) s")
        : localized("changes in Salesforce are asked for every \(seconds / 60) min")
      return (way, reason)
    default: return nil
    }
  }
}
