import ArgumentParser
import Foundation
import Localization
import Reminders

/// Asks for the debug bundle, of `doctor` or of the program itself.
struct DebugBundleOptions: ParsableArguments {
  @Option(
    name: .customLong("debug-bundle"), defaultAsFlag: Self.standardName,
    help: ArgumentHelp(
      "Write a file for a bug report: without names, tasks, addresses and tokens.", valueName: "file"),
    completion: .file())
  var file: String? = nil

  /// Says how one of no name is called.
  private static let standardName = "command-center-debug-DATE.txt"

  /// - Returns: whether it was asked for, and is written.
  func writeIfAsked(_ profile: Profile) throws -> Bool {
    guard let file else { return false }
    let environment = ProcessInfo.processInfo.environment
    // Text for whoever reads the report.
    let findings = try Localization.with(.english) {
      try waiting { await Doctor(profile: profile, environment: environment).findings() }
    }
    let (path, bytes) = try DebugBundle(profile: profile, environment: environment, now: Date())
      .write(to: file == Self.standardName ? nil : file, with: findings)
    say(
      localized(
        """
        Wrote \(path), \((bytes + 1_023) / 1_024) KiB: the program and its system, what doctor found, settings, counts of \
        the store, how the sync stands, the files, and the last lines of the log.
        """))
    say(localized("It has no names, no tasks, no addresses and no tokens. Look through it before you send it."))
    return true
  }
}
