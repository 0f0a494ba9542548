import Foundation
import Localization
import ReminderStore
import Reminders

/// Looks at all that the program stands on; changes nothing.
struct Doctor {
  let profile: Profile
  let environment: [String: String]

  /// Each family of checks has a file of its own; a failure of one does not keep the others from being looked at.
  func findings() async -> [Finding] {
    var findings = terminalFindings() + settingFindings() + fileFindings() + storeFindings()
    // A damaged file is not opened.
    guard !findings.contains(where: { $0.check == "store" && $0.level == .failure }) else { return findings }
    do {
      let store = try profile.openStoreToRead()
      findings += [lockFinding(try store.syncSettings())]
      findings += await loginFindings(store)
    } catch {
      findings.append(Finding("store", localized("Store"), .failure, CommandFailure(error).line))
    }
    return findings
  }
}
