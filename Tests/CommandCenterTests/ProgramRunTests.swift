import Foundation
import Log
import Testing

@testable import CommandCenter

@Suite("Runs of the program in the log")
struct ProgramRunTests {
  @Test("One that ended without a word is told of once, by the next that starts; one that runs is not")
  func unended() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let places = Places(environment: ["COMMAND_CENTER_HOME": folder.path])
    let start = "2026-11-26T09:00:00.000Z info"
    try """
    \(start) [101] started version=0.1.0
    \(start) [102] started version=0.1.0
    \(start) [102] stopped
    \(start) [103] started version=0.1.0
    \(start) [104] started version=0.1.0
    2026-11-26T09:00:00.000Z warning [105] ended without a word run=104 since=2026-11-26T08:00:00.000Z

    """
    .write(to: places.log, atomically: true, encoding: .utf8)
    let found = ProgramRun.endedSilently(in: places.logFile) { $0 == 103 }
    #expect(found.map(\.process) == [101])
    struct Broken: Error {}
    #expect(throws: Broken.self) { try ProgramRun.logged("test", places) { throw Broken() } }
    let lines = places.logFile.lastLines(3, bytes: 9_999).map { $0.split(separator: " ", maxSplits: 3).last ?? "" }
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("started ") && lines[1].contains("version=0.1.0") && lines[1].contains("what=test"))
    #expect(lines[2].hasPrefix("stopped reason="))
  }
}
