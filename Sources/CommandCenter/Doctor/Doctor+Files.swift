import Foundation
import Localization
import Log
import Reminders

extension Doctor {
  /// What the program writes: who may read it, whether it can be written, and whether there is room.
  func fileFindings() -> [Finding] { [rightsFinding(), logFinding(), diskFinding()] }

  /// Only this user may read tasks, logins and the log; the folder is his to choose.
  private func rightsFinding() -> Finding {
    let subject = localized("Files")
    let beside = ["", "-wal", "-shm"].map { profile.storePath + $0 }
    let paths = beside + [profile.credentialPath] + profile.places.logFile.paths
    let present = paths.compactMap { path in FileFacts(path).map { (path: path, facts: $0) } }
    if let (path, _) = present.first(where: { !$0.facts.isOwn }) {
      return Finding(
        "files", subject, .warning, localized("\(path) belongs to another user"),
        remedy: localized("Was the program run with sudo? Give the file back: chown \(NSUserName()) \(path)"))
    }
    if let (path, _) = present.first(where: { $0.facts.isOpenToOthers }) {
      return Finding(
        "files", subject, .warning, localized("others may read or write \(path)"),
        remedy: localized("Take that away from them: chmod go-rwx \(path)"))
    }
    return Finding(
      "files", subject, .ok, present.isEmpty ? localized("there are none yet") : localized("only you may read them"))
  }

  private func logFinding() -> Finding {
    let (subject, file) = (localized("Log"), profile.places.logFile)
    let folder = profile.places.state.path
    let path = [file.path, folder].first { FileManager.default.fileExists(atPath: $0) }
    guard let path else { return Finding("log", subject, .ok, localized("\(file.path), not there yet")) }
    let isOther = path == file.path && FileFacts(path)?.isFile == false
    guard access(path, W_OK) == 0, !isOther else {
      return Finding(
        "log", subject, .warning, localized("\(path) may not be written, so nothing is logged"),
        remedy: localized("Check its permissions, and those of the folder \(folder)."))
    }
    let sizes = file.paths.compactMap { FileFacts($0)?.size }
    let level = ConfigFile(profile.places).logLevel.rawValue
    return Finding(
      "log", subject, .ok, localized("\(file.path), \((sizes.reduce(0, +) + 1_023) / 1_024) KiB, level \(level)"))
  }

  /// A store that can grow no more saves nothing.
  private func diskFinding() -> Finding {
    let (subject, folder) = (localized("Disk"), profile.places.data.path)
    guard let free = FreeSpace.bytes(at: folder) else {
      return Finding("disk", subject, .ok, localized("what is free cannot be told"))
    }
    let detail = localized("\(free >> 20) MiB free")
    guard free < Self.littleSpace else { return Finding("disk", subject, .ok, detail) }
    return Finding(
      "disk", subject, .warning, detail,
      remedy: localized("Free some space: on a full disk nothing that you do is saved."))
  }

  private static let littleSpace = 100 << 20
}
