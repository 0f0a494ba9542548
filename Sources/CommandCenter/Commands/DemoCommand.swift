import ArgumentParser
import Foundation

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Try the Command Center on a simulated org with a colleague at work.",
    discussion: "Org and tasks are new every time and live in the profile “demo”.")

  @Option(help: "How many tasks the org has.")
  var tasks = 48
  @Option(help: "Another number makes other tasks.")
  var seed: UInt64 = 1
  @Option(help: "The port of the org on this machine (default: 8420, or a free one).")
  var port: Int?
  @Flag(help: "No colleague who changes tasks.")
  var calm = false
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard (0...200_000).contains(tasks) else { throw ValidationError("--tasks takes a number up to 200000.") }
    guard port.map({ (0...65_535).contains($0) }) ?? true else {
      throw ValidationError("--port takes a number up to 65535.")
    }
  }

  func run() throws {
    try reportingFailures {
      log.apply()
      let places = Places()
      let org = DemoOrg(tasks: tasks, seed: seed, port: port, hasColleague: !calm)
      try Application(places: places).runLogged("demo", .demo(org))
    }
  }
}
