import Glibc

/// What is free on a disk.
enum FreeSpace {
  /// For this user, in bytes; of the folder above where this one is not there yet.
  static func bytes(at path: String) -> Int? {
    var facts = statvfs()
    var path = path
    while statvfs(path, &facts) != 0 {
      guard errno == ENOENT, let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    return Int(facts.f_bavail) * Int(facts.f_frsize)
  }
}
