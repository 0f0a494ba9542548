import ArgumentParser
import Foundation
import Localization
import Log
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Sync once without the screen, or go on as a service.",
    discussion: """
      Where another process syncs the profile, that one is asked to do it now, and the report counts nothing. Exit code 0 \
      means in sync, 75 that something is not sent yet: try again later.
      """)

  @OptionGroup var options: ProfileOptions
  @OptionGroup var log: LogOptions
  @Flag(help: "Go on until interrupted, as a service; a line for each change of state.")
  var watch = false
  @Option(help: "How it is printed.")
  var format = TextFormat.text

  func run() throws {
    try reportingFailures {
      log.apply()
      let profile = try options.resolve()
      try profile.checkPresence()
      if watch {
        return try ProgramRun.logged("sync --watch", profile.places) {
          try SyncService(profile, profile.openStore())
            .run { [format] status in try Self.show(SyncLine(status, at: Date()), format) }
        }
      }
      let store = try profile.openPresentStore()
      guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
      let credentials = Credentials(profile)
      guard let session = try waiting(for: { try await credentials.load()?.session }) else {
        throw CommandFailure(
          "Profile \(profile.name) is not logged in: run command-center login", code: Exit.loginNeeded)
      }
      if let lock = try LeaderLock.tryAcquire(path: profile.lockPath) ?? AskedSync.wait(store, profile) {
        try show(try syncOnce(engine(profile, store, session), lock))
      } else {
        try show(SyncReport())
      }
      if let failure = try CommandFailure(leftToSync: store.counts()) { throw failure }
    }
  }

  private func engine(_ profile: Profile, _ store: ReminderStore, _ session: Session) -> SyncEngine {
    SyncEngine(
      store: store, org: OrgLink(profile: profile, session: session, store: store).connection,
      environment: .live(LogFile.logger(profile)))
  }

  private func syncOnce(_ engine: SyncEngine, _ lock: LeaderLock) throws -> SyncReport {
    try waiting {
      let report = try await engine.syncOnce()
      lock.note(await engine.status)
      return report
    }
  }

  private func show(_ report: SyncReport) throws {
    switch format {
    case .json: print(try JSONOutput.text(report))
    case .text:
      say(
        localized(
          """
          pulled \(report.pulled), pushed \(report.pushed), deleted \(report.deleted), \
          conflicts \(report.conflicts), refused \(report.refused), requests \(report.requests)
          """))
    }
  }

  /// At once, whether or not somebody looks: a service is read by its lines.
  private static func show(_ line: SyncLine, _ format: TextFormat) throws {
    switch format {
    case .json: print((try? JSONOutput.line(line)) ?? "")
    case .text: say(line.text)
    }
    try finishOutput()
  }
}
