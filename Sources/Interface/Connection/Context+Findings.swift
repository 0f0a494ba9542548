import Foundation
import Localization
import Reminders

extension Context {
  /// What was found at connection, and how the connection stands now.
  var findings: [Finding] {
    let changes = status.arrivalOfChanges
    let found = connection?
      .findings(
        list.settings, zone: timeZone, liveWay: changes?.way, liveReason: changes?.whyNotBetter,
        calls: status.calls, at: now)
    return [problem].compactMap(\.self) + (found ?? [])
  }

  var isSandbox: Bool { status.isSandbox || connection?.organization.isSandbox ?? false }

  /// The mapped values that the org does not have, and without which sync waits.
  var missingValues: [SettingKey] {
    guard list.settings.isOn else { return [] }
    return connection?.missingValues(of: list.settings).map(\.key) ?? []
  }

  /// Why there is no connection now, where something stands in its way.
  private var problem: Finding? {
    guard let reason = status.reason else { return nil }
    switch status.state {
    case .loginNeeded:
      return Finding(
        "connection", localized("Connection"), .failure, reason,
        remedy: keys.text("Log in again with \(.logIn). Work goes on here."))
    case .offline:
      return Finding(
        "connection", localized("Connection"), .failure, reason,
        remedy: keys.text("Work goes on here, and is sent when the org can be reached; \(.syncNow) tries now."))
    default: return nil
    }
  }
}
