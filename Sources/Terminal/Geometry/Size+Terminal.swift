import Glibc

extension Size {
  /// The size of the terminal behind a descriptor; nil if there is none, or if it does not know.
  package init?(ofTerminal descriptor: Int32) {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
    self.init(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
