import Foundation

extension Screen {
  /// Asks the terminal to put a text on the clipboard, also of the machine that one came from over ssh (xterm control
  /// sequences, "Operating System Commands", 52). Whether it does is the terminal's own setting; it does not answer.
  package func copy(_ text: String) {
    guard isOpen else { return }
    DescriptorOutput.write("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}", to: output)
  }
}
