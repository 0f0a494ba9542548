import Testing

@testable import Terminal

@Suite("A notification by the terminal")
struct NotificationTests {
  @Test(
    "It is said as the terminal reads it",
    arguments: [
      (["TERM": "xterm-256color"], "\u{1B}]9;Command Center: Call Ada\u{07}"),
      (["TERM": "foot"], "\u{1B}]777;notify;Command Center;Call Ada\u{07}"),
      (["TERM": "rxvt-unicode-256color"], "\u{1B}]777;notify;Command Center;Call Ada\u{07}"),
      (["TERM": "xterm-256color", "VTE_VERSION": "7600"], "\u{1B}]777;notify;Command Center;Call Ada\u{07}"),
      (
        ["TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0"],
        "\u{1B}Ptmux;\u{1B}\u{1B}]9;Command Center: Call Ada\u{07}\u{1B}\\"
      ),
      (["TERM": "screen", "STY": "1.tty"], "\u{1B}P\u{1B}]9;Command Center: Call Ada\u{07}\u{1B}\\"),
    ])
  func sequences(environment: [String: String], sequence: String) {
    #expect(TerminalNotification.sequence("Call Ada", environment: environment) == sequence)
  }

  @Test("A terminal that would print it gets none", arguments: ["", "dumb", "linux", "linux-16color", "vt100"])
  func none(type: String) {
    #expect(TerminalNotification.sequence("Call Ada", environment: ["TERM": type]) == nil)
  }

  @Test("No text ends it, or begins another sequence")
  func hostile() {
    let sequence = TerminalNotification.sequence("a\u{07}\u{1B}]0;b\u{9C}c\n", environment: ["TERM": "xterm"])
    #expect(sequence == "\u{1B}]9;Command Center: a]0;bc\u{07}")
  }
}
