import ArgumentParser
import Foundation
import Localization
import Reminders

/// The command line: every command in one list. With none, the Command Center opens.
@main
struct CommandCenter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command-center",
    abstract: "The reminder tasks of today and tomorrow, in two-way sync with Salesforce.",
    usage: """
      command-center [--profile <profile>]
      command-center <subcommand> [<options>]
      """,
    discussion: """
      Without a subcommand it opens the Command Center. To begin:

        command-center demo      try it on a simulated org, on this machine
        command-center login     connect an org
        command-center add "Call Ada about the renewal tomorrow !high"
        command-center list      what is due today and tomorrow
        command-center doctor    what works, what does not, and what to do

      Every subcommand takes --profile NAME, one org and its tasks each. Exit codes: 0 done, 1 failed, 64 wrong usage, \
      69 cannot reach Salesforce, 75 try again later, 77 login needed.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Screen", subcommands: [OpenCommand.self, DemoCommand.self]),
      CommandGroup(
        name: "Task",
        subcommands: [
          ListCommand.self, AddCommand.self, ShowCommand.self, EditCommand.self, CompleteCommand.self,
          ReopenCommand.self, DeleteCommand.self, RestoreCommand.self, UndoCommand.self, RedoCommand.self,
        ]),
      CommandGroup(
        name: "Sync",
        subcommands: [
          SyncCommand.self, StatusCommand.self, ConflictsCommand.self, ResolveCommand.self, RetryCommand.self,
          GiveUpCommand.self, SendCommand.self, VanishedCommand.self,
        ]),
      CommandGroup(
        name: "Org", subcommands: [LoginCommand.self, LogoutCommand.self, ProfilesCommand.self]),
      CommandGroup(
        name: "Program",
        subcommands: [SettingsCommand.self, ThemesCommand.self, DoctorCommand.self, ManualCommand.self]),
    ],
    defaultSubcommand: OpenCommand.self)

  /// Speaks the language of the user before anything is said.
  static func main() {
    OwnMemory.keepSmall()
    OwnMemory.hide()
    let places = Places()
    // What is wrong with a language file stops no command: `doctor` tells it, and the screen.
    let file = ConfigFile(places)
    try? LanguageFiles(places).speak(file.language)
    file.logLevel.use()
    if CommandLine.arguments.count == 1 { open(places) } else { main(nil) }
    finish()
  }

  /// What happens without arguments. The parser has nothing to do then, and its answer takes as long as all that is done
  /// up to the first picture.
  private static func open(_ places: Places) {
    do {
      try reportingFailures { try OpenCommand.open(try Profile(ProfileName.standard, places)) }
    } catch {
      exit(withError: error)
    }
  }

  private static func finish() {
    do {
      try reportingFailures { try finishOutput() }
    } catch {
      exit(withError: error)
    }
  }
}
