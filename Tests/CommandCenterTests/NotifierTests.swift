import Foundation
import Testing

@testable import CommandCenter

@Suite("Notifications of the desktop", .timeLimit(.minutes(1)))
struct NotifierTests {
  @Test(
    "They are for who sits before the desktop of this machine",
    arguments: [
      (["DISPLAY": ":0"], true), (["WAYLAND_DISPLAY": "wayland-0"], true), ([:], false), (["DISPLAY": ""], false),
      (["DISPLAY": "localhost:10.0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], false),
      (["DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"], false),
    ])
  func desktop(environment: [String: String], hasDesktop: Bool) {
    #expect(Notifier(environment: environment).hasDesktop == hasDesktop)
  }

  @Test("The desktop's program gets the text as one word, whatever is in it; without it there is none")
  func started() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["PATH": folder.path, "DISPLAY": ":0"]
    #expect(!Notifier(environment: environment).showOnDesktop("Call Ada"))
    let (pipe, program) = (folder.appending(path: "pipe").path, folder.appending(path: "notify-send").path)
    #expect(mkfifo(pipe, 0o600) == 0)
    try "#!/bin/sh\nprintf '[%s]' \"$@\" > '\(pipe)'\n".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let text = "--help $(touch x) `id` <b>Ada</b> ; \"x\""
    #expect(Notifier(environment: environment).showOnDesktop(text))
    let seen = try FileHandle(forReadingFrom: URL(filePath: pipe)).readToEnd()
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(seen == "[--app-name=Command Center][--][\(text)]")
  }

  @Test("One that starts and fails is told")
  func failed() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "notify-send").path
    try "#!/bin/sh\nexit 1\n".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    let notifier = Notifier(environment: ["PATH": folder.path, "DISPLAY": ":0"])
    await withCheckedContinuation { continuation in
      #expect(notifier.showOnDesktop("Call Ada") { continuation.resume() })
    }
  }
}
