import ArgumentParser
import Foundation
import OrgModel
import OrgServer
import Signals

/// `org-simulator`: a Salesforce org to try things on.
@main
struct OrgSimulator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "org-simulator",
    abstract: "A simulated Salesforce org on this machine.",
    discussion: """
      Users: rep@demo.example, colleague@demo.example, manager@demo.example, admin@demo.example; the password is demo.
      The first line on standard output says where it listens.
      With --tls, the second line names the file with the certificate authority to trust.
      It ends on SIGTERM and SIGINT.
      """)

  @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
  var port = 8420

  @Option(help: "How many tasks the rep has.")
  var tasks = 48

  @Option(help: "The same seed makes the same org.")
  var seed: UInt64 = 1

  @Option(name: .customLong("ready-file"), help: "A file to write the address to once the org answers.")
  var readyFile: String?

  @Option(help: "Let a colleague change one of the rep's tasks every so many seconds.")
  var colleague: Int?

  @Option(help: "What the org's clock shows at the start, such as 2026-11-24T09:00:00Z.")
  var clock: String?

  @Flag(help: "Let the org's clock stand still until it is set under /simulator/clock.")
  var frozen = false

  @Flag(help: "Speak HTTPS, with a certificate authority made at start.")
  var tls = false

  @Option(
    name: .customLong("ca-file"),
    help: "Where to write the certificate authority, as PEM; removed at the end. By default in a directory of its own."
  )
  var authorityFile: String?

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535.") }
    guard (0...1_000_000).contains(tasks) else { throw ValidationError("--tasks must be 0 to 1000000.") }
    if let clock {
      guard let time = Timestamp(clock)?.date, OrgServer.Configuration.clockRange.contains(time) else {
        throw ValidationError("--clock must be a time such as 2026-11-24T09:00:00Z, from 1970 to 9955.")
      }
    }
    guard tls || authorityFile == nil else { throw ValidationError("--ca-file needs --tls.") }
    guard colleague ?? 1 > 0 else { throw ValidationError("--colleague must be at least 1 second.") }
  }

  func run() async throws {
    let (stops, stop) = AsyncStream.makeStream(of: Void.self)
    let signals = StopSignals([SIGTERM, SIGINT]) { stop.yield() }
    defer { withExtendedLifetime(signals) {} }
    let (tasks, seed) = (tasks, seed)
    do {
      let authority = tls ? try CertificateAuthority() : nil
      let file = try authority.map { try AuthorityFile(path: authorityFile, pem: $0.pem) }
      defer { file?.remove() }
      var configuration = OrgServer.Configuration(
        port: port, colleaguePace: colleague.map { .seconds($0) }, seed: seed,
        tls: authority.map { .authority($0) } ?? .off)
      configuration.startTime = clock.flatMap { Timestamp($0)?.date }
      configuration.isClockFrozen = frozen
      let server = OrgServer(configuration: configuration) { now in
        Org.demo(tasks: tasks, seed: seed, now: now, timeZone: .current)
      }
      try announce(try await server.start(), authority: file?.path)
      await stops.first { true }
      await server.stop()
    } catch let error as any CustomStringConvertible & Error {
      try? FileHandle.standardError.write(contentsOf: Data("org-simulator: \(error)\n".utf8))
      throw ExitCode.failure
    }
  }

  /// The lines first, then the ready file: who waits for either can connect.
  private func announce(_ address: String, authority: String?) throws(UnwritableFile) {
    var lines = "listening on \(address)\n"
    if let authority { lines += "certificate authority: \(authority)\n" }
    try? FileHandle.standardOutput.write(contentsOf: Data(lines.utf8))
    if let readyFile { try UnwritableFile.write(address, to: URL(filePath: readyFile)) }
  }
}
