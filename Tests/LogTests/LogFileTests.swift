import Foundation
import Logging
import Testing

@testable import Log

@Suite("The file of the log")
struct LogFileTests {
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func content(_ file: LogFile) -> [String] {
    file.paths.flatMap { path in
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self).split(separator: "\n")
        .map(String.init)
    }
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("A full file becomes an old one, and the oldest goes; each is of a bounded size and for this user only")
  func turning() async throws {
    try await withFolder { folder throws in
      let file = LogFile(path: folder + "/a.log", limit: 100, oldFiles: 2)
      for number in 10..<99 { file.write("line \(number) " + String(repeating: ".", count: 20)) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.log", "a.log.1", "a.log.2"])
      let numbers = content(file).compactMap { Int($0.split(separator: " ")[1]) }
      #expect(numbers == Array((99 - numbers.count)..<99))
      for path in file.paths {
        #expect(try mode(path) == 0o600)
        #expect(FileManager.default.contents(atPath: path)?.count ?? 999 <= 100)
      }
    }
  }

  @Test("Writers at once lose no line and mix none, however often the file turns")
  func writersAtOnce() async throws {
    try await withFolder { folder throws in
      let (writers, lines) = (8, 500)
      await withTaskGroup { group in
        for writer in 0..<writers {
          group.addTask {
            // Each as a process of its own has it.
            let file = LogFile(path: folder + "/a.log", limit: 10_000, oldFiles: 100)
            for line in 0..<lines { file.write("\(writer) \(line) " + String(repeating: "x", count: 30)) }
          }
        }
      }
      let file = LogFile(path: folder + "/a.log", oldFiles: 100)
      let found = content(file)
      #expect(FileManager.default.fileExists(atPath: folder + "/a.log.10"))
      #expect(found.count == writers * lines)
      #expect(Set(found).count == writers * lines)
      #expect(found.allSatisfy { $0.hasSuffix(" " + String(repeating: "x", count: 30)) })
    }
  }

  @Test("Whoever is stopped while it turns the file keeps nobody from writing")
  func stopped() async throws {
    try await withFolder { folder throws in
      let file = LogFile(path: folder + "/a.log", limit: 50, oldFiles: 1)
      file.write(String(repeating: "x", count: 40))
      let descriptor = open(file.path, O_RDONLY)
      #expect(flock(descriptor, LOCK_EX) == 0)
      file.write("while it is locked")
      #expect(content(file).last == "while it is locked")
      close(descriptor)
      file.write("afterwards")
      #expect(FileManager.default.contents(atPath: file.path) == Data("afterwards\n".utf8))
    }
  }

  @Test("Rights that are too wide are taken away")
  func rights() async throws {
    try await withFolder { folder throws in
      let file = LogFile(path: folder + "/a.log")
      #expect(FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o644]))
      file.write("x")
      #expect(try mode(file.path) == 0o600)
    }
  }

  @Test("What cannot be written is nobody's trouble: no folder, a folder in its place, a pipe that nobody reads")
  func unwritable() async throws {
    try await withFolder { folder throws in
      LogFile(path: folder + "/none/a.log").write("x")
      try FileManager.default.createDirectory(atPath: folder + "/b.log", withIntermediateDirectories: true)
      LogFile(path: folder + "/b.log").write("x")
      #expect(mkfifo(folder + "/c.log", 0o600) == 0)
      LogFile(path: folder + "/c.log").write("x")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["b.log", "c.log"])
    }
  }

  @Test("The last lines are read over the end of a file, whole ones only")
  func lastLines() async throws {
    try await withFolder { folder throws in
      let file = LogFile(path: folder + "/a.log", limit: 30, oldFiles: 3)
      for number in 1...9 { file.write("line \(number) ...") }
      #expect(file.lastLines(4, bytes: 1_000).map { $0.prefix(6) } == ["line 6", "line 7", "line 8", "line 9"])
      #expect(file.lastLines(9, bytes: 20).map { $0.prefix(6) } == ["line 9"])
      #expect(LogFile(path: folder + "/none").lastLines(9, bytes: 9).isEmpty)
    }
  }

  @Test("It tells by the level of the process, which may change, or by its own")
  func levels() async throws {
    try await withFolder { folder throws in
      let file = LogFile(path: folder + "/a.log")
      let logger = file.logger(LogPolicy(level: .warning))
      logger.info("not told")
      logger.warning("told")
      var talkative = logger
      talkative.logLevel = .debug
      talkative.debug("told too")
      talkative.trace("not told")
      #expect(content(file).map { $0.split(separator: " ", maxSplits: 3).last } == ["told", "told too"])
    }
  }
}
