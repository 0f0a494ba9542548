import ArgumentParser

/// The command line: every command in one list. With none, the Command Center opens.
@main
struct CommandCenter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command-center",
    abstract: "The reminder tasks of today and tomorrow, in two-way sync with Salesforce.",
    discussion: "Without a command it opens the Command Center.",
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, DemoCommand.self, LoginCommand.self, LogoutCommand.self, ProfilesCommand.self,
      ListCommand.self, AddCommand.self,
      ShowCommand.self, EditCommand.self, CompleteCommand.self, ReopenCommand.self, DeleteCommand.self,
      RestoreCommand.self, UndoCommand.self, RedoCommand.self, SendCommand.self, RetryCommand.self,
      GiveUpCommand.self, ConflictsCommand.self, ResolveCommand.self, VanishedCommand.self, SyncCommand.self,
      StatusCommand.self, SettingsCommand.self, ThemesCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Speaks the language of the user before anything is said.
  static func main() {
    let places = Places()
    // What is wrong with a language file stops no command: `doctor` tells it, and the screen.
    let file = ConfigFile(places)
    try? LanguageFiles(places).speak(file.language)
    file.logLevel.use()
    main(nil)
  }
}
