import Terminal

/// The keys of each of its stages.
extension LoginScreen {
  static let keys = [
    KeyBinding(.open, "enter", "log in there", hint: "log in"),
    KeyBinding(.down, "j down tab", "next"),
    KeyBinding(.up, "k up backtab", "previous"),
    KeyBinding(.logOut, "o", "log out: forget the login of this profile", hint: "log out"),
    KeyBinding(.back, "esc q L", "close", hint: "close"),
    KeyBinding(.help, "?", "the keys of this screen", hint: "help"),
    .palette,
  ]

  static let textKeys = [
    KeyBinding(.open, "enter", "log in there", hint: "log in"),
    KeyBinding(.down, "down tab", "next"),
    KeyBinding(.up, "up backtab", "previous"),
    KeyBinding(.back, "esc", "close", hint: "close"),
  ]

  static let browserKeys = [
    KeyBinding(.copyAddress, "y", "copy the address, if the terminal lets programs copy (OSC 52)", hint: "copy"),
    KeyBinding(.openAgain, "o", "begin anew, with a new page in the browser", hint: "open again"),
    KeyBinding(.down, "down pagedown", "further down in the address"),
    KeyBinding(.up, "up pageup", "further up"),
    KeyBinding(.back, "esc", "give up", hint: "give up"),
  ]

  static let pasteKeys = [
    KeyBinding(.save, "enter", "go on with what was pasted", hint: "go on"),
    KeyBinding(.back, "esc", "take it out", hint: "take it out"),
  ]

  static let busyKeys = [KeyBinding(.back, "esc", "give up", hint: "give up")]

  static let failedKeys = [
    KeyBinding(.open, "enter", "try it again", hint: "again"),
    KeyBinding(.profiles, "P", "go to another profile, or make one", hint: "profiles"),
    KeyBinding(.back, "esc q", "choose another way", hint: "back"),
    KeyBinding(.help, "?", "the keys of this screen"),
    .palette,
  ]
}
