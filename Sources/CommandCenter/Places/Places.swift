import Foundation
import Localization
import Reminders

/// Where the program keeps its files: all under `COMMAND_CENTER_HOME` where that is set, else in the XDG folders.
struct Places: Sendable {
  let config: URL
  let data: URL
  let state: URL
  /// Whether all of it is in one folder that the user has chosen.
  let isPortable: Bool

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let home = environment["COMMAND_CENTER_HOME"], !home.isEmpty {
      let folder = URL(filePath: home, directoryHint: .isDirectory).absoluteURL
      (config, data, state, isPortable) = (folder, folder, folder, true)
      return
    }
    let home = environment["HOME"] ?? NSHomeDirectory()
    func folder(_ variable: String, _ fallback: String) -> URL {
      // The XDG specification: a relative path is to be ignored.
      let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
      return URL(filePath: base, directoryHint: .isDirectory).appending(path: "command-center")
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    data = folder("XDG_DATA_HOME", ".local/share")
    state = folder("XDG_STATE_HOME", ".local/state")
    isPortable = false
  }

  var configFile: URL { config.appending(path: "config.toml") }
  var log: URL { state.appending(path: "command-center.log") }

  /// Where the user's own theme files are.
  var ownThemes: URL { config.appending(path: "themes") }

  /// Folders with theme files, those of the user first.
  var themeFolders: [URL] {
    [ownThemes] + Places.installed("themes", with: "default-dark.toml")
  }

  /// Folders with language files, those of the user first.
  var languageFolders: [URL] {
    [config.appending(path: "languages")] + Places.installed("languages", with: "nl.toml")
  }

  /// Makes the folders, for this user only.
  func make() throws {
    for folder in Set([config, data, state]) {
      do {
        try FileManager.default.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw CommandFailure("Cannot make the folder \(folder.path): \(error.localizedDescription)")
      }
    }
  }

  /// A folder of files that come with the program: below `share/command-center` beside the `bin` of an installation, or in
  /// the checkout that it was built in.
  ///
  /// - Parameter file: One that is always there, to tell it from any folder of that name.
  private static func installed(_ name: String, with file: String) -> [URL] {
    guard let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return []
    }
    var folder = URL(filePath: executable).deletingLastPathComponent()
    var candidates = [folder.deletingLastPathComponent().appending(path: "share/command-center/\(name)")]
    while folder.path != "/" {
      candidates.append(folder.appending(path: name))
      folder.deleteLastPathComponent()
    }
    return candidates.filter { FileManager.default.fileExists(atPath: $0.appending(path: file).path) }
  }
}
