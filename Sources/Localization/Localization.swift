import Synchronization

/// How this process speaks to its user: a language, and how days and numbers are written where he is.
///
/// One for the whole process, like the locale of the C library, since there is one user. It may change while the
/// program runs.
package struct Localization: Sendable {
  package var language: Language
  package var region: Region

  package init(language: Language = .english, region: Region = .international) {
    self.language = language
    self.region = region
  }

  private static let chosen = Mutex(Localization())
  @TaskLocal private static var override: Localization?

  package static var current: Localization { override ?? chosen.withLock(\.self) }

  /// Speaks so from now on.
  package static func use(_ localization: Localization) { chosen.withLock { $0 = localization } }

  /// Speaks so while `body` runs, and only there.
  package static func with<Result>(
    _ language: Language, _ region: Region = .international, _ body: () throws -> Result
  ) rethrows -> Result {
    try $override.withValue(Localization(language: language, region: region), operation: body)
  }
}
