import CNcurses
import Glibc

/// The terminal description to draw with.
struct TerminalType {
  let name: String
  /// Whether colours are numbers `0xRRGGBB` in this description (user_caps(5), `RGB`).
  let isDirect: Bool

  /// Takes `TERM`; or its variant with direct colours, where the terminal says it has them and the system knows it.
  init(_ environment: [String: String], output: Int32) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .noTerminalType }
    guard TerminalType.load(name, output) else { throw .unknownTerminalType(name) }
    guard cncurses_string("cup") != nil else { throw .cannotDraw(name) }
    let direct = name.hasSuffix("-direct") ? name : name.replacing("-256color", with: "") + "-direct"
    if TerminalType.claimsTrueColor(environment), environment["NO_COLOR", default: ""].isEmpty,
      direct != name, TerminalType.load(direct, output), cncurses_isDirect()
    {
      self.name = direct
      isDirect = true
    } else {
      // Whatever was tried above, this is the description that is asked from here on.
      _ = TerminalType.load(name, output)
      self.name = name
      isDirect = cncurses_isDirect()
    }
  }

  /// Whether the terminal says that it has true colour, in the variable that most of them set for it.
  static func claimsTrueColor(_ environment: [String: String]) -> Bool {
    ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
  }

  /// Whether it is a window of GNU screen, which sets `STY`, and not of a tmux that runs in one: of the two, only screen
  /// calls its terminal `screen` or `screen.` and the type that it has itself.
  func isGNUScreen(_ environment: [String: String]) -> Bool {
    guard environment["STY"] != nil else { return false }
    return environment["TMUX"] == nil || environment["TERM"] == "screen"
      || environment["TERM"]?.hasPrefix("screen.") == true
  }

  private static func load(_ name: String, _ output: Int32) -> Bool {
    var result: Int32 = 0
    return setupterm(name, output, &result) == OK
  }
}
