import Foundation
import Interface

/// The theme files on this machine: those of the user hide installed ones of the same name.
struct ThemeFiles: Sendable {
  private let library: ThemeLibrary

  init(_ places: Places) {
    let folders = places.themeFolders
    let names = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
      .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
    library = ThemeLibrary(names: Set(names).sorted()) { name in
      // The name is the user's: it must not lead out of the folders.
      guard !name.contains("/") else { return nil }
      for folder in folders {
        let file = folder.appending(path: "\(name).toml")
        guard let data = FileManager.default.contents(atPath: file.path) else { continue }
        return ThemeSource(path: file.path, text: String(decoding: data, as: UTF8.self))
      }
      return nil
    }
  }

  var names: [String] { library.names }

  /// - Throws: one line with file, line and the nearest right name.
  func load(_ name: String) throws -> Theme {
    do throws(ThemeError) {
      return try library.theme(named: name)
    } catch {
      guard case .noSuchTheme(name, nearest: nil) = error.problem else { throw error }
      throw CommandFailure("There is no theme “\(name)”: use \(names.joined(separator: ", ")).", code: Exit.usage)
    }
  }
}
