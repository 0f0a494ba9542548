import ArgumentParser
import Foundation
import Localization

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check terminal, store, login and org, and say what to do.",
    discussion: """
      Where there is a login, the org is asked for some seconds at most; nothing is changed here or there. Exit code 1 \
      means that something has failed.
      """)

  @OptionGroup var options: ProfileOptions
  @Option(help: "How it is printed.")
  var format = TextFormat.text

  func run() throws {
    try reportingFailures {
      let doctor = Doctor(profile: try options.resolve(), environment: ProcessInfo.processInfo.environment)
      let language = format == .json ? .english : Localization.current.language
      let report = try Localization.with(language, Localization.current.region) {
        DoctorReport(findings: try waiting { await doctor.findings() })
      }
      switch format {
      case .text: say(report.text)
      case .json: print(try JSONOutput.text(report))
      }
      if report.hasFailed { throw ExitCode(Exit.failed) }
    }
  }
}
