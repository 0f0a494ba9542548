import CNcurses
import Glibc

/// The terminal description to draw with.
struct TerminalType {
  let name: String
  /// Whether colours are numbers `0xRRGGBB` in this description.
  let isDirect: Bool

  /// Takes `TERM`; or its variant with direct colours, where the terminal says it has them and the system knows it.
  init(_ environment: [String: String], output: Int32) throws(TerminalError) {
    guard let name = environment["TERM"], !name.isEmpty else { throw .noTerminalType }
    guard TerminalType.load(name, output) else { throw .unknownTerminalType(name) }
    guard cncurses_string("cup") != nil else { throw .cannotDraw(name) }
    let direct = name.replacing("-256color", with: "") + "-direct"
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? ""), environment["NO_COLOR", default: ""].isEmpty,
      TerminalType.load(direct, output), tigetflag("RGB") == 1
    {
      self.name = direct
      isDirect = true
    } else {
      self.name = name
      isDirect = false
    }
  }

  private static func load(_ name: String, _ output: Int32) -> Bool {
    var result: Int32 = 0
    return setupterm(name, output, &result) == OK
  }
}
