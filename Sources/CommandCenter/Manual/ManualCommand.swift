import ArgumentParser
import Foundation

/// Prints the manual page, for `make install`; a user reads it by `man`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page in mdoc.",
    discussion: "SOURCE_DATE_EPOCH is the date of the page, where it is set.", shouldDisplay: false)

  @Flag(help: "Of another program: read from standard input what it prints on --experimental-dump-help.")
  var standardInput = false

  func run() throws {
    try reportingFailures {
      let dump = standardInput ? FileHandle.standardInput.readDataToEndOfFile() : Data(CommandCenter._dumpHelp().utf8)
      let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
      let page = ManualPage(
        try ProgramInfo(json: dump),
        date: seconds.map(Date.init(timeIntervalSince1970:)) ?? Date(), text: standardInput ? nil : .commandCenter)
      print(page.mdoc, terminator: "")
    }
  }
}
