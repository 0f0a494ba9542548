import Foundation
import ReminderStore
import ReminderSync
import Reminders

extension Doctor {
  func settingFindings() -> [Finding] {
    let file = profile.places.configFile.path
    do {
      let configuration = ConfigFile(profile.places).read()
      if let problem = configuration.problems.first { throw problem }
      let theme = configuration.settings[.theme] ?? SettingKey.theme.standardValue(in: profile.places)
      _ = try ThemeFiles(profile.places).load(theme)
      return [Finding("settings", "Settings", .ok, "\(file); theme \(theme)")]
    } catch {
      return [
        Finding(
          "settings", "Settings", .failure, CommandFailure(error).line,
          remedy: "Correct it with: command-center settings edit")
      ]
    }
  }

  func storeFindings() -> [Finding] {
    let path = profile.storePath
    guard profile.exists else {
      return [
        Finding(
          "store", "Store", .warning, "there is no profile “\(profile.name)” yet",
          remedy: "Start command-center, or connect an org with: command-center login")
      ]
    }
    let remedy =
      "Keep a copy of the file and of those beside it. Then move them away: what is in Salesforce comes back with the"
      + " next sync."
    do {
      let damage = try ReminderStore.damage(at: path)
      guard damage.isEmpty else {
        return [Finding("store", "Store", .failure, "\(path) is damaged: \(damage[0])", remedy: remedy)]
      }
    } catch {
      return [Finding("store", "Store", .failure, "\(error)", remedy: remedy)]
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    return [Finding("store", "Store", .ok, "\(path), \((size + 1_023) / 1_024) KiB, whole")]
  }

  func lockFinding(_ settings: SyncSettings) -> Finding {
    guard LeaderLock.isHeld(path: profile.lockPath) else {
      let detail = settings.isOn ? "nobody syncs now" : "nobody syncs now, sync is off"
      return Finding(
        "lock", "Sync", .ok,
        "\(detail)\(settings.isOn ? "; the Command Center does while it is open, or: sync --watch" : "")")
    }
    let last = LeaderLock.pulse(path: profile.lockPath).map { ", last at \($0.lastSync.formatted(.iso8601))" } ?? ""
    return Finding("lock", "Sync", .ok, "a process syncs this profile\(last)")
  }
}
