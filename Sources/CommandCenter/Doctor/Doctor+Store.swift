import Foundation
import Localization
import ReminderStore
import ReminderSync
import Reminders

extension Doctor {
  func settingFindings() -> [Finding] {
    let (subject, file) = (localized("Settings", "doctor"), profile.places.configFile.path)
    do {
      let configuration = ConfigFile(profile.places).read()
      if let problem = configuration.problems.first { throw problem }
      let theme = configuration.settings[.theme] ?? SettingKey.theme.standardValue(in: profile.places)
      _ = try ThemeFiles(profile.places).load(theme)
      return [Finding("settings", subject, .ok, localized("\(file); theme \(theme)"))]
    } catch {
      return [
        Finding(
          "settings", subject, .failure, CommandFailure(error).line,
          remedy: localized("Correct it with: command-center settings edit"))
      ]
    }
  }

  func storeFindings() -> [Finding] {
    let (subject, path) = (localized("Store"), profile.storePath)
    guard profile.exists else {
      return [
        Finding(
          "store", subject, .warning, localized("there is no profile “\(profile.name)” yet"),
          remedy: localized("Start command-center, or connect an org with: command-center login"))
      ]
    }
    let remedy = localized(
      """
      Keep a copy of the file and of those beside it. Then move them away: what is in Salesforce comes back with the \
      next sync.
      """)
    do {
      let damage = try ReminderStore.damage(at: path)
      guard damage.isEmpty else {
        return [
          Finding("store", subject, .failure, localized("\(path) is damaged: \(damage[0])"), remedy: remedy)
        ]
      }
    } catch {
      return [Finding("store", subject, .failure, "\(error)", remedy: remedy)]
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    return [Finding("store", subject, .ok, localized("\(path), \((size + 1_023) / 1_024) KiB, whole"))]
  }

  func lockFinding(_ settings: SyncSettings) -> Finding {
    let subject = localized("Sync", "doctor")
    guard LeaderLock.isHeld(path: profile.lockPath) else {
      let detail =
        settings.isOn
        ? localized("nobody syncs now; the Command Center does while it is open, or: sync --watch")
        : localized("nobody syncs now, sync is off")
      return Finding("lock", subject, .ok, detail)
    }
    let last = LeaderLock.pulse(path: profile.lockPath)?.lastSync.formatted(.iso8601)
    return Finding(
      "lock", subject, .ok,
      last.map { localized("a process syncs this profile, last at \($0)") }
        ?? localized("a process syncs this profile"))
  }
}
