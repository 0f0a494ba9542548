extension SyncStatus.State {
  /// How changes there reach this program, in words; `nil` where they do not now.
  package var liveWay: String? {
    switch self {
    case .live: "changes in Salesforce are announced"
    case .polling(let interval):
      interval < .seconds(120)
        ? "changes in Salesforce are asked for every \(interval.components.seconds) s"
        : "changes in Salesforce are asked for every \(interval.components.seconds / 60) min"
    default: nil
    }
  }
}
