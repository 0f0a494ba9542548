import CNcurses
import Glibc

/// What the screen would find here, without opening it.
package struct TerminalReport: Sendable {
  /// `TERM`.
  package let type: String?
  /// Why there could be no screen.
  package let problem: TerminalError?
  /// `nil` where neither input nor output is a terminal.
  package let size: Size?
  package let colors: ColorDepth
  /// The terminal says that it has true colour; without a description of it that the system knows, it cannot be used.
  package let claimsTrueColor: Bool
  /// The user has turned colours off (`NO_COLOR`).
  package let isColorOff: Bool
  /// The locale's name, as the environment has it.
  package let locale: String
  package let isUTF8: Bool

  package init(environment: [String: String]) {
    type = environment["TERM"].flatMap { $0.isEmpty ? nil : $0 }
    let terminal = [STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO].first { isatty($0) == 1 }
    size = terminal.flatMap { Size(ofTerminal: $0) }
    locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    isUTF8 = TextLocale.adopt(environment)
    isColorOff = !environment["NO_COLOR", default: ""].isEmpty
    claimsTrueColor = TerminalType.claimsTrueColor(environment)
    do throws(TerminalError) {
      let type = try TerminalType(environment, output: terminal ?? STDOUT_FILENO)
      problem = nil
      colors = isColorOff ? .none : ColorDepth(colors: tigetnum("colors"), isDirect: type.isDirect)
    } catch {
      (problem, colors) = (error, .none)
    }
  }
}
