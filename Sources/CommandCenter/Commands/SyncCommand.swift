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

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var options: ProfileOptions
  @OptionGroup var log: LogOptions
  @Flag(help: "Go on until interrupted.")
  var watch = false
  @Option(help: "How: text or json.")
  var format = Format.text

  func run() throws {
    try reportingFailures {
      log.apply()
      let profile = try options.resolve()
      let store = try profile.openStoreToRead()
      guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
      let credentials = Credentials(profile)
      guard let session = try waiting(for: { try await credentials.load()?.session }) else {
        throw CommandFailure(
          "Profile \(profile.name) is not logged in: run command-center login", code: Exit.loginNeeded)
      }
      if watch {
        guard let lock = LeaderLock.tryAcquire(path: profile.lockPath) else {
          throw CommandFailure("Another process syncs this profile already.", code: Exit.tryAgain)
        }
        return try ProgramRun.logged("sync --watch", profile.places) {
          try waitAsService(engine(profile, store, session), lock, store, profile)
        }
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
      store: store, org: OrgLink(profile: profile, session: session).connection,
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
      print(
        localized(
          """
          pulled \(report.pulled), pushed \(report.pushed), deleted \(report.deleted), \
          conflicts \(report.conflicts), refused \(report.refused), requests \(report.requests)
          """))
    }
  }

  /// Syncs until SIGINT or SIGTERM, and prints every change of state.
  private func waitAsService(
    _ engine: SyncEngine, _ lock: LeaderLock, _ store: ReminderStore, _ profile: Profile
  ) throws {
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let format = format
    let work = Task.detached {
      async let printing: Void = {
        var last = ""
        for await status in engine.statuses {
          guard status.state.name != last else { continue }
          last = status.state.name
          let words = StatusReport.words(for: last)
          let line = status.reason.map { "\(words): \($0)" } ?? words
          print(format == .json ? "{\"state\":\"\(last)\"}" : line)
          fflush(nil)
        }
      }()
      await engine.run(holding: lock)
      await printing
    }
    let stop = DispatchSemaphore(value: 0)
    let sources = [SIGINT, SIGTERM]
      .map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { stop.signal() }
        source.activate()
        return source
      }
    stop.wait()
    work.cancel()
    try? waiting { await work.value }
    withExtendedLifetime((watcher, sources)) {}
  }
}
