import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders
import Salesforce

struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Show and change the settings that the Settings screen shows.",
    subcommands: [List.self, Get.self, Set.self, Edit.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Print every setting with its value.")
    @OptionGroup var options: ProfileOptions
    @Option(help: "How it is printed.") var format = TextFormat.text

    func run() throws {
      try reportingFailures {
        let settings = SettingsAccess(try options.resolve())
        let values = try SettingKey.allCases.map { ($0.rawValue, try settings.value(of: $0)) }
        switch format {
        case .text: for (key, value) in values { say("\(key) = \(value)") }
        case .json: print(try JSONOutput.text(Dictionary(uniqueKeysWithValues: values)))
        }
      }
    }
  }

  struct Get: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Print the value of a setting.")
    @OptionGroup var options: ProfileOptions
    @Argument(help: "Its name: see settings list.", completion: Completions.settings) var key: String

    func run() throws {
      try reportingFailures {
        say(try SettingsAccess(try options.resolve()).value(of: try SettingKey(named: key)))
      }
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "Change a setting.")
    @OptionGroup var options: ProfileOptions
    @Argument(help: "Its name: see settings list.", completion: Completions.settings) var key: String
    @Argument(help: "Its new value.") var value: String

    func run() throws {
      try reportingFailures {
        let profile = try options.resolve()
        let key = try SettingKey(named: key)
        try SettingsAccess(profile).set(key, to: value)
        if let warning = try warning(key, profile) {
          complain(warning)
        }
      }
    }

    /// The org may have been given the value since it was asked: the next connection looks again, and only then it counts.
    private func warning(_ key: SettingKey, _ profile: Profile) throws -> String? {
      let store = try profile.openStoreToRead()
      guard let facts = try store.connectionFacts(),
        let missing = facts.missingValues(of: try store.syncSettings()).first(where: { $0.key == key })
      else { return nil }
      let (time, choices) = (facts.foundAt.formatted(.iso8601), missing.choices.joined(separator: ", "))
      return localized(
        """
        On \(time) the org had no value “\(missing.value)”: sync waits if it still has none; it had \(choices).
        """)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "edit", abstract: "Open config.toml in your editor.")
    @OptionGroup var options: ProfileOptions

    func run() throws {
      try reportingFailures {
        let places = try options.resolve().places
        try places.make()
        let environment = ProcessInfo.processInfo.environment
        let editor = (environment["VISUAL"] ?? environment["EDITOR"] ?? "vi").split(separator: " ").map(String.init)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = editor + [places.configFile.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
          throw CommandFailure("The editor “\(editor[0])” failed: set EDITOR to yours.")
        }
        if let problem = ConfigFile(places).read().problems.first { throw problem }
      }
    }
  }
}

/// The settings of a profile and those of the user, as one list.
struct SettingsAccess {
  private let profile: Profile
  private let config: ConfigFile

  init(_ profile: Profile) {
    self.profile = profile
    config = ConfigFile(profile.places)
  }

  func value(of key: SettingKey) throws -> String {
    switch key.scope {
    case .profile:
      try (profile.exists ? profile.openStoreToRead() : profile.emptyStore()).syncSettings()[key: key] ?? ""
    case .user: try config.read().value(of: key) ?? key.standardValue(in: profile.places)
    }
  }

  /// The value of a setting of the user, where he has one.
  func chosenValue(of key: SettingKey) throws -> String? { try config.read().value(of: key) }

  func set(_ key: SettingKey, to value: String) throws {
    switch key.scope {
    case .profile: try profile.openStore().set(key, to: value)
    case .user:
      try key.check(value, in: profile.places)
      // One that is broken can be in the file, but nobody should choose it.
      if key == .language { _ = try LanguageFiles(profile.places).load(value) }
      try profile.places.make()
      try config.set(key, to: value)
    }
  }
}

extension SettingKey {
  /// The value of a setting of the user that `config.toml` does not give.
  func standardValue(in places: Places) -> String {
    switch self {
    case .theme: "default-dark"
    case .language: LanguageFiles.automatic
    case .notifications: "on"
    case .logLevel: LogLevel.standard.rawValue
    case .screenReader: "off"
    case .clientID: OAuthClient.salesforceCLI.id
    case .callbackURL: CallbackAddress.standard.text
    // What is all in one folder goes with it to another machine; a keyring does not.
    case .keyring: places.isPortable ? "off" : "on"
    default: ""
    }
  }
}
