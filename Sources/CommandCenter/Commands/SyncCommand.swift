import ArgumentParser
import Foundation
import ReminderStore
import ReminderSync
import Reminders

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Sync once without the screen, or go on as a service.",
    discussion: "Exit code 0 means in sync.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var options: ProfileOptions
  @Flag(help: "Go on until interrupted.")
  var watch = false
  @Option(help: "How: text or json.")
  var format = Format.text

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let store = try profile.openStoreToRead()
      guard try store.syncSettings().isOn else { throw SyncProblem.syncIsOff }
      guard let session = try CredentialFile(path: profile.credentialPath).load() else {
        throw CommandFailure(
          "Profile \(profile.name) is not logged in: command-center login --domain URL --token-stdin",
          code: Exit.loginNeeded)
      }
      guard let lock = LeaderLock.tryAcquire(path: profile.lockPath) else {
        return try waitForLeader(store, profile)
      }
      let engine = SyncEngine(
        store: store, org: OrgLink(profile: profile, session: session).connection,
        environment: .live(LogFile.logger(profile.places)))
      if watch {
        try waitAsService(engine, lock, store, profile)
      } else {
        let report = try waiting {
          let report = try await engine.syncOnce()
          lock.note(await engine.status)
          return report
        }
        try show(report)
        if report.refused > 0 { throw ExitCode(Exit.failed) }
      }
      withExtendedLifetime(lock) {}
    }
  }

  private func show(_ report: SyncReport) throws {
    switch format {
    case .json: print(try JSONOutput.text(report))
    case .text:
      print(
        "pulled \(report.pulled), pushed \(report.pushed), deleted \(report.deleted), conflicts \(report.conflicts),"
          + " refused \(report.refused), requests \(report.requests)")
    }
  }

  /// Another process syncs this store: wait until it has sent everything.
  private func waitForLeader(_ store: ReminderStore, _ profile: Profile) throws {
    guard !watch else { throw CommandFailure("Another process syncs this profile already.", code: Exit.tryAgain) }
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let isInSync = try waiting { () -> Bool in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        group.addTask {
          for try await need in store.syncNeeds() where need.pendingCount == 0 { return true }
          return false
        }
        group.addTask {
          try await Task.sleep(for: .seconds(30))
          return false
        }
        defer { group.cancelAll() }
        return try await group.next() ?? false
      }
    }
    withExtendedLifetime(watcher) {}
    guard isInSync else {
      throw CommandFailure("Another process syncs this profile, and has not sent everything yet.", code: Exit.tryAgain)
    }
    try show(SyncReport())
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
          lock.note(status)
          guard status.state.name != last else { continue }
          last = status.state.name
          let line = status.reason.map { "\(last): \($0)" } ?? last
          print(format == .json ? "{\"state\":\"\(last)\"}" : line)
          fflush(nil)
        }
      }()
      await engine.run()
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
    withExtendedLifetime((watcher, sources)) {}
  }
}
