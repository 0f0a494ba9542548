import Foundation
import Interface
import Localization
import Terminal

/// The user's own editor, on a text of a task.
struct Editor {
  private let program: Program
  private let arguments: [String]

  /// `VISUAL`, `EDITOR`, or what the system has; each may have arguments, and is started without a shell.
  ///
  /// - Returns: `nil` where there is none.
  init?(environment: [String: String]) {
    let wanted = ["VISUAL", "EDITOR"].compactMap { environment[$0] } + ["sensible-editor", "editor", "nano", "vi"]
    for command in wanted {
      let words = command.split(separator: " ").map(String.init)
      guard let name = words.first, let program = Program(name, environment: environment) else { continue }
      (self.program, arguments) = (program, Array(words.dropFirst()))
      return
    }
    return nil
  }

  /// Lets the user edit a text in the place of the screen; the file that holds it meanwhile is private, and gone then.
  ///
  /// - Returns: what it is then; `nil` where the editor ended with an error. Where this process was told to end meanwhile,
  ///   or the terminal is gone, the editor did so too, and what was saved in it counts.
  func edit(_ text: String, on screen: Screen) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "command-center-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "details.txt")
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else { throw CommandFailure("The editor cannot be given the text: \(folder.path) cannot be written.") }
    guard screen.run(program.path, arguments + [file.path]) || SignalInbox.end != nil else { return nil }
    var edited = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    // Editors end the last line, which the text did not.
    if edited.last?.isNewline == true, text.last?.isNewline != true { edited.removeLast() }
    return edited
  }
}

extension OpenProfile {
  /// Lets the user edit a text; what came of it.
  func edit(_ text: String) -> Event {
    guard let editor = Editor(environment: ProcessInfo.processInfo.environment) else {
      return .notice(localized("No editor is here: set EDITOR to the command of yours."), isWarning: true)
    }
    do {
      guard let edited = try editor.edit(text, on: screen) else {
        return .notice(localized("The editor ended with an error: the details are as they were."), isWarning: true)
      }
      return .edited(edited)
    } catch {
      return .notice(CommandFailure(error).line, isWarning: true)
    }
  }
}
