import ArgumentParser
import Foundation
import ReminderStore
import Reminders

/// `bench-data`: leaves a store with many tasks, as a rep has them after five years, for measurements.
@main
struct BenchData: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-data", abstract: "Fills a store with many believable tasks, for measurements.",
    discussion: "The store is DIR/default.sqlite: open it with COMMAND_CENTER_HOME=DIR.")

  @Argument(help: "The folder.", completion: .directory)
  var dir: String
  @Option(help: "How many tasks.")
  var tasks = 100_000
  @Option(help: "The same number makes the same tasks, around the present day.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...10_000_000).contains(tasks) else { throw ValidationError("--tasks takes a number up to 10000000.") }
  }

  func run() throws {
    let folder = URL(filePath: dir, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = folder.appending(path: "default.sqlite").path
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("There is a store in \(dir) already: choose another folder, or delete it.")
    }
    let start = ContinuousClock.now
    var past = FiveYears(tasks, seed: seed, now: Date(), timeZone: .current)
    try fill(ReminderStore(path: path), with: &past)
    print(
      "\(tasks) tasks in \(path), in \((ContinuousClock.now - start).formatted(.units(fractionalPart: .show(length: 1))))"
    )
  }

  /// By the way of the first import, so that the store is as one that an org has filled.
  private func fill(_ store: ReminderStore, with past: inout FiveYears) throws {
    try store.set(.sync, to: "on")
    let context = PullContext(
      mapping: try store.syncSettings().mapping, user: past.rep, now: past.now, serverLead: 0, isFirstImport: true)
    var made = 0
    while made < tasks {
      // Nobody waits for the store meanwhile, so that a transaction may be long.
      let page = past.nextTasks(min(10_000, tasks - made))
      made += page.count
      _ = try store.absorb(page, context) { state in
        state.importedCount = made
        state.importTotal = tasks
      }
    }
    try store.updateSyncState { state in
      state.organizationID = "00D000000000001EAA"
      state.org = "https://bench.my.salesforce.com"
      state.user = past.rep
      state.isImported = true
      state.lastSync = past.now
    }
  }
}
