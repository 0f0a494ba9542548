import Foundation
import Log
import Logging
import Reminders

extension Places {
  var logFile: LogFile { LogFile(path: log.path) }
}

extension LogFile {
  /// A logger whose lines name the profile that they are about.
  static func logger(_ profile: Profile) -> Logger {
    var logger = profile.places.logFile.logger()
    logger[metadataKey: "profile"] = .shown(profile.alias)
    return logger
  }
}

extension Profile {
  /// Its name where that is one of the program's; else a word that stands for it, as users name profiles after orgs.
  var alias: String {
    if [ProfileName.standard, ProfileName.demo].contains(name) { return name }
    // FNV-1a, as a hash of Swift is another one in each process.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "profile-" + String(hash >> 40, radix: 16)
  }
}

extension LogLevel {
  /// Logs so much from now on.
  func use() { LogPolicy.change { $0.level = Logger.Level(rawValue: rawValue) ?? .info } }
}
