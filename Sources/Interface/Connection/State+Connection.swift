import Reminders

extension State {
  mutating func take(_ facts: ConnectionFacts?) {
    let isFirst = context.connection == nil && !hasConnectionFacts
    (context.connection, hasConnectionFacts) = (facts, true)
    lookForTrouble(isOld: isFirst)
  }

  /// Opens the screen once when something is newly found that is a failure, or for which the user must choose.
  ///
  /// - Parameter isOld: What was found before the program started was shown then; but a choice that is still open holds up
  ///   the sync.
  mutating func lookForTrouble(isOld: Bool = false) {
    guard context.list.settings.isOn, let connection = context.connection else { return }
    let choices = Set(context.missingValues.map(\.rawValue))
    let failures = connection.findings(context.list.settings, zone: context.timeZone)
      .filter { $0.level == .failure && $0.setting == nil }
    let troubles = choices.union(failures.map(\.check))
    let new = isOld ? choices : troubles.subtracting(knownTroubles)
    knownTroubles = troubles
    if !new.isEmpty { opensConnection = true }
  }

  /// It waits until nothing else is open.
  mutating func openConnectionIfWanted() {
    guard opensConnection, screens.count == 1, let list = screens[0] as? ListScreen, !list.isInDetails else {
      return
    }
    opensConnection = false
    count = nil
    screens.append(ConnectionScreen(context))
  }
}
