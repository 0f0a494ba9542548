import Foundation

/// Rights, owner, size and time of a file.
struct FileFacts {
  let mode: Int
  let isOwn: Bool
  let size: Int
  let changedAt: Date
  /// Not a folder, a pipe or the like.
  let isFile: Bool

  /// - Returns: `nil` where there is none, or where it cannot be looked at.
  init?(_ path: String) {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    mode = facts[.posixPermissions] as? Int ?? 0
    isOwn = (facts[.ownerAccountID] as? Int).map { $0 == Int(getuid()) } ?? true
    size = facts[.size] as? Int ?? 0
    changedAt = facts[.modificationDate] as? Date ?? .distantPast
    isFile = facts[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether others than its owner have any right to it.
  var isOpenToOthers: Bool { mode & 0o077 != 0 }
}
