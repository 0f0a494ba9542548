import Foundation
import Interface
import Reminders

/// The theme files on this machine: those of the user hide installed ones of the same name.
struct ThemeFiles {
  private let folders: [URL]

  init(_ places: Places) {
    folders = places.themeFolders
  }
}
