import Foundation

/// The manual page of a program, made of what the program says of its commands and options, so that it is never stale.
struct ManualPage {
  private let program: CommandInfo
  private var page = Mdoc()

  /// - Parameters:
  ///   - date: Of which day the page is.
  ///   - text: What no option tells; `nil` for a program whose options tell all.
  init(_ info: ProgramInfo, date: Date, text: ManualText?) {
    program = info.command
    let day = date.formatted(
      Date.FormatStyle(
        locale: Locale(identifier: "en_US_POSIX"), calendar: Calendar(identifier: .gregorian), timeZone: .gmt
      )
      .month(.wide).day().year())
    page.macro("Dd", day)
    page.macro("Dt", program.commandName.uppercased(), "1")
    page.macro("Os")
    addName()
    addSynopsis()
    page.macro("Sh", "DESCRIPTION")
    for (index, paragraph) in (text?.description ?? [program.discussion ?? ""]).enumerated() {
      if index > 0 { page.macro("Pp") }
      page.prose(paragraph)
    }
    if program.shownCommands.isEmpty {
      addOptions(program.shownArguments)
    } else {
      addOptionsOfAll()
      addCommands()
    }
    if let text { add(text) }
    page.macro("Sh", "SEE ALSO")
    page.macro("Xr", program.commandName == "command-center" ? "org-simulator" : "command-center", "1")
  }

  /// The page in mdoc.
  var mdoc: String { page.text }

  private mutating func addName() {
    page.macro("Sh", "NAME")
    page.macro("Nm", program.commandName)
    let abstract = (program.abstract ?? "").prefix { $0 != "." }
    page.macro("Nd", Mdoc.typed(abstract.prefix(1).lowercased() + abstract.dropFirst()))
  }

  private mutating func addSynopsis() {
    page.macro("Sh", "SYNOPSIS")
    page.macro("Nm")
    guard !program.shownCommands.isEmpty else {
      for argument in program.shownArguments { page.macro(Self.place(of: argument)) }
      return
    }
    page.macro("Op", "Fl Fl profile", "Ar profile")
    page.macro("Nm")
    page.macro("Ar", "command", "Op Ar argument ...")
    page.macro("Nm")
    page.macro("Cm help", "Op Ar command")
    page.macro("Nm")
    page.macro("Fl Fl version")
  }

  private mutating func addOptionsOfAll() {
    page.macro("Sh", "OPTIONS")
    page.prose("Each command says in its synopsis which of these it takes.")
    page.macro("Bl", "-tag", "-width", "Ds")
    let profile = program.shownCommands.lazy.flatMap(\.shownArguments).first { $0.longName == Self.profile }
    if let profile { add(profile) }
    page.macro("It", "Fl h , Fl Fl help")
    page.prose("Say how to use a command. Every command takes it.")
    page.macro("It", "Fl Fl version")
    page.prose("Print the version.")
    page.macro("El")
  }

  private mutating func addCommands() {
    page.macro("Sh", "COMMANDS")
    page.macro("Bl", "-tag", "-width", "Ds")
    for command in program.shownCommands { add(command) }
    page.macro("El")
  }

  /// A command; the ones below it follow, each with its whole name.
  private mutating func add(_ command: CommandInfo) {
    let arguments = command.shownArguments
    let places = command.shownCommands.isEmpty ? arguments.map(Self.place) : ["Ar command", "Op Ar argument ..."]
    // In the line of an item each option is closed, since the next one follows.
    let line = places.map { $0.hasPrefix("Op ") ? "Oo \($0.dropFirst(3)) Oc" : $0 }.joined(separator: " ")
    page.macro("It", "Cm", command.path.joined(separator: " "), line)
    page.prose([command.abstract, command.discussion].compactMap(\.self).joined(separator: " "))
    if let standard = command.defaultSubcommand {
      page.prose("Without a command after it: `\(command.commandName) \(standard)`.")
    }
    addOptions(arguments.filter { $0.longName != Self.profile })
    for subcommand in command.shownCommands { add(subcommand) }
  }

  private mutating func addOptions(_ arguments: [ArgumentInfo]) {
    let told = arguments.filter { $0.kind != .positional || $0.abstract != nil }
    guard !told.isEmpty else { return }
    page.macro("Bl", "-tag", "-width", "Ds")
    for argument in told { add(argument) }
    page.macro("El")
  }

  private mutating func add(_ argument: ArgumentInfo) {
    let value = argument.kind == .flag ? "" : "Ar \(Mdoc.argument(argument.valueName ?? "value"))"
    let names = argument.longNames.map { "Fl Fl \($0)" }.joined(separator: " , ")
    page.macro("It", names, value)
    var text = argument.abstract ?? ""
    let values = (argument.allValues ?? []).filter { !text.contains($0) }
    if !values.isEmpty { text += " One of \((argument.allValues ?? []).joined(separator: ", "))." }
    if argument.kind == .option, let standard = argument.defaultValue, !standard.isEmpty {
      text += " The default is `\(standard)`."
    }
    page.prose(text)
  }

  /// How an argument stands in a synopsis.
  private static func place(of argument: ArgumentInfo) -> String {
    var value = "Ar \(Mdoc.argument(argument.valueName ?? "value"))"
    if argument.isRepeating { value += " ..." }
    let name = "Fl Fl \(argument.longName ?? "")"
    let place =
      switch argument.kind {
      case .positional: value
      case .option: "\(name) \(value)"
      case .flag: name
      }
    return argument.isOptional || argument.kind == .flag ? "Op \(place)" : place
  }

  private mutating func add(_ text: ManualText) {
    page.macro("Sh", "KEYS")
    page.prose(text.keysIntroduction)
    page.list(text.keys, as: "Ic", width: "ctrl-d ctrl-u")
    page.macro("Sh", "DATES AND QUICK ENTRY")
    page.prose(text.entryIntroduction)
    page.list(text.entry, as: "Ic", width: "in 3 days")
    page.macro("Sh", "ENVIRONMENT")
    page.list(text.environment, as: "Ev", width: "COMMAND_CENTER_HOME")
    page.macro("Sh", "FILES")
    page.list(text.files, as: "Pa", width: "Ds")
    page.macro("Sh", "EXIT STATUS")
    page.list(text.exitStatus, as: "Er", width: "Ds")
    page.macro("Sh", "EXAMPLES")
    for (index, example) in text.examples.enumerated() {
      if index > 0 { page.macro("Pp") }
      page.prose(example.purpose)
      page.literal(example.lines)
    }
  }

  private static let profile = "profile"
}
