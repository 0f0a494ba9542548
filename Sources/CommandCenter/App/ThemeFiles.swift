import Foundation
import Interface
import Localization
import Reminders

/// The theme files on this machine: those of the user hide installed ones of the same name.
struct ThemeFiles: Sendable {
  private let library: ThemeLibrary
  private let folders: [URL]
  private let file: URL?
  private let ownFolder: URL

  /// - Parameter file: One more file, which hides all others of its name.
  init(_ places: Places, and file: URL? = nil) {
    folders = places.themeFolders
    ownFolder = places.ownThemes
    self.file = file
    let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
    let names = (files + [file?.lastPathComponent].compactMap(\.self)).filter { $0.hasSuffix(".toml") }
      .map { String($0.dropLast(".toml".count)) }
    library = ThemeLibrary(names: Set(names).sorted()) { [folders] name in
      let place = ThemeFiles.place(of: name, in: folders, and: file)
      return place.flatMap { place in
        FileManager.default.contents(atPath: place.path)
          .map { ThemeSource(path: place.path, text: String(decoding: $0, as: UTF8.self)) }
      }
    }
  }

  var names: [String] { library.names }

  /// The file of a theme; `nil` for the one in the binary, and where there is none.
  func place(of name: String) -> URL? { ThemeFiles.place(of: name, in: folders, and: file) }

  func isYours(_ name: String) -> Bool { place(of: name)?.deletingLastPathComponent().path == ownFolder.path }

  /// - Throws: one line with file, line, column and the nearest right name.
  func load(_ name: String) throws -> Theme {
    do throws(ThemeError) {
      return try library.theme(named: name)
    } catch {
      guard case .noSuchTheme(_, let nearest) = error.problem, error.file == nil else { throw error }
      if let nearest { throw CommandFailure("There is no theme “\(name)”: did you mean \(nearest)?", code: Exit.usage) }
      let names = names.joined(separator: ", ")
      throw CommandFailure("There is no theme “\(name)”: use \(names).", code: Exit.usage)
    }
  }

  private static func place(of name: String, in folders: [URL], and file: URL?) -> URL? {
    if let file, file.lastPathComponent == "\(name).toml" { return file }
    // The name is the user's: it must not lead out of the folders.
    guard !name.contains("/") else { return nil }
    return folders.map { $0.appending(path: "\(name).toml") }
      .first { FileManager.default.isReadableFile(atPath: $0.path) }
  }
}
