import ArgumentParser
import Log

/// What the programs that stay write into their log.
struct LogOptions: ParsableArguments {
  @Flag(help: "Write names, details and addresses into the log too; it never has tokens.")
  var logContent = false

  func apply() { LogPolicy.change { $0.showsContent = logContent } }
}
