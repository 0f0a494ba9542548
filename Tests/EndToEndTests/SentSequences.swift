import Foundation

/// What a program has sent to its terminal, taken apart, to find in it what is not the program's own.
enum SentSequences {
  /// Every part that a terminal obeys and the program has no reason to send, as text.
  static func strays(in data: Data) -> [String] {
    var rest = Array(String(decoding: data, as: UTF8.self).unicodeScalars)[...]
    var strays: [String] = []
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        let sequence = sequence(&rest)
        if !isOwn(sequence) { strays.append("ESC \(sequence)") }
      } else if isObeyed(scalar), !["\r", "\n", "\t", "\u{8}", "\u{E}", "\u{F}"].contains(scalar) {
        strays.append("U+\(String(scalar.value, radix: 16))")
      }
    }
    return strays
  }

  /// Controls, and what cannot be seen but changes what is; also what was no UTF-8.
  static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl || ["\u{200B}", "\u{FEFF}", "\u{FFFD}"].contains(scalar)
    }
  }

  /// What follows an escape character, up to where the sequence ends (ECMA-48, §5.3 to §5.6).
  private static func sequence(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    guard let kind = rest.popFirst() else { return "" }
    var sequence = String(kind)
    switch kind {
    case "[":
      while let scalar = rest.popFirst() {
        sequence.unicodeScalars.append(scalar)
        if (0x40...0x7E).contains(scalar.value) { break }
      }
    case "]", "P", "X", "^", "_":
      while let scalar = rest.popFirst() {
        if scalar == "\u{7}", kind == "]" { break }
        // Within what is for the terminal around tmux the escape character stands twice.
        if scalar == "\u{1B}", rest.popFirst() == "\\" { break }
        sequence.unicodeScalars.append(scalar)
      }
    case "(", ")":
      if let set = rest.popFirst() { sequence.unicodeScalars.append(set) }
    default: break
    }
    return sequence
  }

  /// A mode or a place, a title, or a notification of a reminder.
  private static func isOwn(_ sequence: String) -> Bool {
    let ends: Set<Unicode.Scalar> = sequence.hasPrefix("P") ? ["\u{1B}", "\u{7}"] : []
    guard sequence.unicodeScalars.allSatisfy({ !isObeyed($0) || ends.contains($0) }) else { return false }
    if sequence.contains(HostileText.marker) { return false }
    switch sequence.first {
    case "[": return true
    case "]": return sequence.hasPrefix("]2;")
    case "P": return sequence.hasPrefix("Ptmux;\u{1B}]9;Command Center: ") && sequence.count { $0 == "\u{1B}" } == 1
    case "(", ")": return true
    default: return ["=", ">", "7", "8", "M", "H"].contains(sequence)
    }
  }
}

/// Texts that are written for the terminal of whoever reads them.
enum HostileText {
  /// A parameter that this program never sends.
  static let marker = "6661"

  static let all = [
    "CSI \u{1B}[\(marker)m", "OSC 8 \u{1B}]8;;http://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    "OSC 52 \u{1B}]52;c;RVZJTA==\u{7}", "title \u{1B}]2;\(marker)\u{7}", "DCS \u{1B}P1$r\(marker)m\u{1B}\\",
    "APC \u{1B}_G\(marker)\u{1B}\\", "PM \u{1B}^x\u{1B}\\ SOS \u{1B}Xx\u{1B}\\",
    "C1 \u{9B}\(marker)m \u{9D}2;\(marker)\u{9C}",
    "C0 \u{7}\u{8}\u{B}\u{C}\u{E}\u{F}\u{18}\u{7F}", "CR evil\rgood",
    "bidi \u{202E}gpj.exe\u{202C}\u{2066}x\u{2069}\u{200F}",
    "hidden \u{200B}\u{FEFF}\u{2060}", "lines \u{2028}\u{2029}\u{85}", "open \u{1B}]52;c;", "open \u{1B}[",
    "\u{1B}c reset",
  ]
}
