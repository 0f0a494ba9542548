import ArgumentParser
import Foundation
import Interface
import Log
import Logging
import ReminderStore
import Reminders
import Terminal

extension DebugBundle {
  var programSection: Section {
    var system = utsname()
    uname(&system)
    let release = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
    let name = release.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
      .map { $0.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" } }
    let report = TerminalReport(environment: environment)
    var facts = [
      ("version", CommandCenter.configuration.version), ("at", now.formatted(.iso8601)),
      ("system", "\(name ?? "unknown"), \(Self.text(system.release)), \(Self.text(system.machine))"),
      ("processors", String(ProcessInfo.processInfo.activeProcessorCount)), ("time zone", TimeZone.current.identifier),
      ("terminal", report.size.map { "\($0.columns)x\($0.rows)" } ?? "none"), ("UTF-8", String(report.isUTF8)),
      ("log level", LogPolicy.current.level.rawValue),
    ]
    for variable in Self.told {
      if let value = environment[variable] { facts.append((variable, String(value.withoutControls.prefix(80)))) }
    }
    for variable in Self.present {
      if let value = environment[variable] { facts.append((variable, value.isEmpty ? "empty" : "set")) }
    }
    return Section("Program", facts: facts)
  }

  /// Variables that tell how a terminal and a language are set.
  private static let told = [
    "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_TIME",
    "LANGUAGE", "NO_COLOR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP",
  ]
  /// Those of which it is only said that they are set.
  private static let present = [
    "TMUX", "STY", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "COMMAND_CENTER_HOME",
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "SSL_CERT_FILE", "https_proxy", "HTTPS_PROXY", "EDITOR",
    "VISUAL", "BROWSER", "TERMINFO",
  ]

  /// A text of the C library, which is an array of bytes up to a zero.
  private static func text<Bytes>(_ bytes: Bytes) -> String {
    withUnsafeBytes(of: bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// `doctor`'s findings; of those that are about people and orgs only how they stand.
  func doctorSection(_ findings: [Finding]) -> Section {
    let shown = findings.map { finding in
      if Self.isTold(finding.check) { return finding }
      // Of the store, what is damaged; not whose it is.
      if finding.check == "store" {
        let detail = finding.detail.replacing(profile.storePath, with: "the file")
          .replacing("“\(profile.name)”", with: profile.alias)
        return Finding(finding.check, finding.subject, finding.level, detail)
      }
      return Finding(finding.check, finding.subject, finding.level, LogLine.nothing)
    }
    return Section("doctor --format json", [(try? JSONOutput.text(DoctorReport(findings: shown))) ?? ""])
  }

  private static func isTold(_ check: String) -> Bool {
    let told: Set = [
      "terminal", "locale", "colors", "lock", "disk", "clock", "apiVersion", "timeZone", "task", "fields",
      "userInterfaceAPI", "apiUsage", "known", "picklists",
    ]
    return told.contains(check) || check.hasPrefix("task.") || check.hasPrefix("field.")
  }

  /// What the user has chosen. Free text, and what an administrator has named, is only said to be set.
  var settingsSection: Section {
    let configuration = ConfigFile(profile.places).read()
    let ofProfile = profile.exists ? try? profile.openStoreToRead().syncSettings() : nil
    let settings = SettingKey.allCases.compactMap { key -> String? in
      let value = key.scope == .user ? configuration.settings[key] : ofProfile?[key: key]
      guard let value else { return nil }
      return "\(key.rawValue) = \(key.isTold ? value : value.isEmpty ? "" : "set, \(value.count) characters")"
    }
    let keys = configuration.keys.changedNames.joined(separator: " ")
    return Section(
      "Settings",
      settings + [
        "commands with other keys: \(keys.isEmpty ? "-" : keys)", "mistakes: \(configuration.problems.count)",
      ])
  }
}

extension SettingKey {
  /// Whether its value tells nothing of user and org.
  fileprivate var isTold: Bool {
    switch self {
    case .sync, .importWindow, .live, .listOrder, .theme, .language, .screenReader, .notifications, .callbackURL,
      .keyring, .logLevel:
      true
    case .subjectTemplate, .statusOpen, .statusCompleted, .priorityNormal, .priorityHigh, .externalIDField, .clientID:
      false
    }
  }
}
