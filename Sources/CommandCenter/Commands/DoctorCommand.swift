import ArgumentParser
import Foundation
import Localization

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check terminal, store, login and org, and say what to do.",
    discussion: """
      Where there is a login, the org is asked for some seconds at most; nothing is changed here or there. Exit code 1 \
      means that something has failed. With --debug-bundle all of it goes into a file that you can read and send.
      """)

  @OptionGroup var options: ProfileOptions
  @Option(help: "How it is printed.")
  var format = TextFormat.text
  @OptionGroup var bundle: DebugBundleOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      if try bundle.writeIfAsked(profile) { return }
      let doctor = Doctor(profile: profile, environment: ProcessInfo.processInfo.environment)
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
