import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What a sync costs (sync-rules.md §3, §5.12)")
struct EconomyTests {
  @Test("A thousand edits made offline go out in at most 12 requests of a program that has just started")
  func thousandEdits() async throws {
    let world = try World()
    try await world.sync()
    let ids = try (1...1_000).map { try world.add("Task \($0)") }
    try await world.sync()
    world.advance(by: 3_600)
    try world.perform(.setPriority(ids, .high))
    var report = SyncReport()
    let requests = try await world.requests { report = try await world.sync() }
    #expect(report.pushed == 1_000)
    #expect(requests.count <= 12)
    #expect(world.there().allSatisfy { $0["Priority"].text == "High" })
    #expect(try world.here().allSatisfy { $0.mark == .synced })
  }

  @Test("A cycle with nothing new costs one request, and not a byte is written")
  func nothingNew() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "store.sqlite").path
    func written() throws -> [Data] {
      try [path, path + "-wal"].map { try Data(contentsOf: URL(filePath: $0)) }
    }
    let world = try World(path: path)
    try world.colleagueCreates("There")
    _ = try world.add("Here")
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 10)
    let before = try written()
    #expect(before.allSatisfy { !$0.isEmpty })
    #expect(try world.here().count == 2)
    for _ in 1...3 {
      world.advance(by: 10)
      let requests = try await world.requests { _ = try await engine.syncOnce() }
      #expect(requests == ["query"])
    }
    #expect(try written() == before)
  }
}
