import CNcurses
import Glibc

/// The terminal as something to draw frames on, for as long as the screen is open.
///
/// Only one can be open at a time, and only the thread that opened it may use it. It never reads input: an `EventLoop` on
/// the same descriptor does. Create the `SignalInbox` first: ncurses then leaves those signals alone.
package final class Screen {
  /// Whether the locale has all characters; if not, use ASCII glyphs.
  package let isUTF8: Bool
  package let colorDepth: ColorDepth
  /// A terminal of the kernel, whose fonts have at most 512 characters.
  package let isLinuxConsole: Bool

  let output: Int32
  let hasStrikethrough: Bool
  /// Whether the terminal takes xterm's control sequences, or passes over them: those without a mouse may show them.
  let isXterm: Bool
  /// Whether it is asked to report the mouse. GNU screen, once it was, keeps an escape key to itself until another key
  /// comes.
  private let hasMouse: Bool
  var colors: ColorNumbers
  /// What the terminal shows now; nil if that is unknown.
  var shown: Frame?
  let capture: OutputCapture?
  var renditions = RenditionFilter()
  private let handle: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let shellModes: termios
  private(set) var isOpen = true

  /// ncurses' own window, as large as the terminal.
  var window: UnsafeMutablePointer<WINDOW>? { cncurses_window() }

  /// What to switch on while the screen is shown.
  private var modes: (enable: String, disable: String) {
    isXterm
      ? (TerminalModes.enable(hasMouse: hasMouse), TerminalModes.disable(hasMouse: hasMouse)) : ("", "")
  }

  /// Takes over the terminal.
  ///
  /// - Parameters:
  ///   - environment: `TERM`, `COLORTERM`, `NO_COLOR` (not empty: no colours, <https://no-color.org>) and the locale's.
  /// - Throws: `TerminalError` if this is not a terminal that can be drawn on; the terminal is then untouched.
  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, environment: [String: String])
    throws(TerminalError)
  {
    var modes = termios()
    guard isatty(input) == 1, isatty(output) == 1, tcgetattr(output, &modes) == 0 else { throw .notATerminal }
    let type = try TerminalType(environment, output: output)
    isUTF8 = TextLocale.adopt(environment)
    isLinuxConsole = type.name == "linux" || type.name.hasPrefix("linux-")
    guard let writer = fdopen(dup(output), "w"), let reader = fdopen(dup(input), "r") else {
      throw .noDescriptors(errno)
    }
    guard let handle = newterm(type.name, writer, reader) else { throw .unknownTerminalType(type.name) }
    self.handle = handle
    self.output = output
    files = [writer, reader]
    capture = OutputCapture(of: fileno(writer), to: output)
    shellModes = modes
    hasStrikethrough = Strikethrough.replaceBlink()
    colorDepth = Screen.startColors(environment, type)
    colors = ColorNumbers(depth: colorDepth)
    isXterm = cncurses_string("kmous") != nil
    hasMouse = !type.isGNUScreen(environment)
    configure()
    enter()
  }

  deinit { close() }

  /// The size of the terminal at this moment.
  package var size: Size {
    Size(ofTerminal: output) ?? Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
  }

  /// Leaves the terminal as it was found. Calling it again does nothing.
  package func close() {
    guard isOpen else { return }
    leave()
    isOpen = false
    delscreen(handle)
    for file in files { fclose(file) }
    capture?.close()
  }

  /// Lends the terminal to something else, e.g. an editor, and takes it back: the next `draw` paints everything.
  package func release<Result, Failure>(during action: () throws(Failure) -> Result) throws(Failure) -> Result {
    guard isOpen else { return try action() }
    leave()
    defer { enter() }
    return try action()
  }

  /// Gives the terminal back and stops the process, as ctrl-z does for others; returns when it runs again.
  ///
  /// The whole process group stops, or else a script that started us would wait in front of the stopped program.
  package func suspend() {
    release {
      var action = sigaction()
      var previous = sigaction()
      action.__sigaction_handler.sa_handler = SIG_DFL
      sigaction(SIGTSTP, &action, &previous)
      kill(0, SIGTSTP)
      sigaction(SIGTSTP, &previous, nil)
    }
  }

  /// Forgets what the terminal shows, so that the next `draw` paints everything: after SIGCONT, or for ctrl-l.
  package func invalidate() {
    guard isOpen else { return }
    shown = nil
    renditions.forget()
    // Whoever had the terminal meanwhile may have changed its modes.
    reset_prog_mode()
    if isXterm { DescriptorOutput.write(TerminalModes.report(hasMouse: hasMouse), to: output) }
    clearok(window, true)
  }

  /// All keys arrive as bytes, none as a signal; nothing is echoed; ncurses never looks at the input.
  private func configure() {
    raw()
    noecho()
    nonl()
    keypad(window, true)
    typeahead(-1)
    idlok(window, true)
    def_prog_mode()
  }

  private func enter() {
    CrashRestore.arm(
      descriptor: output, modes: shellModes, sequence: CrashRestore.sequence(for: modes.disable))
    shown = nil
    renditions.forget()
    clearok(window, true)
    refresh()
    DescriptorOutput.write(modes.enable, to: output)
  }

  private func leave() {
    DescriptorOutput.write(modes.disable, to: output)
    endwin()
    CrashRestore.disarm()
  }

  private static func startColors(_ environment: [String: String], _ type: TerminalType) -> ColorDepth {
    guard environment["NO_COLOR", default: ""].isEmpty, has_colors() else { return .none }
    start_color()
    use_default_colors()
    return ColorDepth(colors: cncurses_colors(), isDirect: type.isDirect)
  }
}
