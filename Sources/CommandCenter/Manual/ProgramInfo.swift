import Foundation

/// What a command line is made of, as ArgumentParser tells it (`--experimental-dump-help`).
struct ProgramInfo: Decodable {
  let command: CommandInfo

  init(json: Data) throws {
    self = try JSONDecoder().decode(ProgramInfo.self, from: json)
  }
}

/// One command with its arguments and the commands below it.
struct CommandInfo: Decodable {
  let commandName: String
  let shouldDisplay: Bool
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let superCommands: [String]?
  private let subcommands: [CommandInfo]?
  private let arguments: [ArgumentInfo]?

  /// Those that a user is told of; `help` comes with every program.
  var shownCommands: [CommandInfo] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

  /// Those that a user is told of; the ones that every command takes are not among them.
  var shownArguments: [ArgumentInfo] {
    (arguments ?? []).filter { $0.shouldDisplay && $0.longName != "help" && $0.longName != "version" }
  }

  /// The name by which it is called after that of the program, such as `themes check`.
  var path: [String] { (superCommands ?? []).dropFirst() + [commandName] }
}

/// An argument, option or flag of a command.
struct ArgumentInfo: Decodable {
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  private let names: [Name]?
  private let preferredName: Name?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  /// The name after `--` by which it is shown.
  var longName: String? { preferredName?.kind == "long" ? preferredName?.name : nil }

  /// All names after `--`, the one by which it is shown first.
  var longNames: [String] {
    let others = (names ?? []).filter { $0.kind == "long" && $0.name != longName }.map(\.name)
    return (longName.map { [$0] } ?? []) + others
  }
}
