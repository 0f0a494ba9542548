import Foundation

/// The file that tells clients which certificate authority to trust. It is of use only while the server runs.
struct AuthorityFile {
  /// Where it is.
  let path: String
  /// The directory that was made for it.
  private let directory: URL?

  /// Writes the authority to `path`, or to a new file in a directory of its own; everybody may read it.
  init(path: String?, pem: String) throws(UnwritableFile) {
    if let path {
      self.path = path
      directory = nil
    } else {
      let directory = FileManager.default.temporaryDirectory.appending(path: "org-simulator-\(UUID().uuidString)")
      self.directory = directory
      self.path = directory.appending(path: "authority.pem").path
      try UnwritableFile.explaining(directory.path) {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      }
    }
    try UnwritableFile.write(pem, to: URL(filePath: self.path))
  }

  /// Removes what was written.
  func remove() {
    try? FileManager.default.removeItem(at: directory ?? URL(filePath: path))
  }
}
