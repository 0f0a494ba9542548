import Foundation
import Interface
import Reminders

/// The theme files on this machine: those of the user hide installed ones of the same name.
struct ThemeFiles: Sendable {
  private let folders: [URL]

  init(_ places: Places) {
    folders = places.themeFolders
  }

  var names: [String] { [Theme.standard.name] }

  func load(_ name: String) throws -> Theme { .standard }

  func validate(_ name: String) throws { _ = try load(name) }
}
