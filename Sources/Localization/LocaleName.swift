/// The name of a POSIX locale, taken apart: `nl_NL.UTF-8` is Dutch in the Netherlands.
package struct LocaleName: Hashable, Sendable {
  /// `en` where the name is no language (`C`, `POSIX`).
  package let language: String
  package let territory: String?

  package init(_ name: String) {
    let parts = name.prefix { $0 != "." && $0 != "@" }.split(separator: "_", maxSplits: 1)
    let first = parts.first.map { $0.lowercased() } ?? ""
    language = ["", "c", "posix"].contains(first) ? "en" : first
    territory = parts.count > 1 ? parts[1].uppercased() : nil
  }

  /// The locale of a category, by the rules of POSIX: `LC_ALL`, then the category's own, then `LANG`.
  ///
  /// - Parameter category: E.g. `LC_TIME`.
  package init(_ category: String, in environment: [String: String]) {
    self.init(["LC_ALL", category, "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C")
  }

  /// The languages that the user wants messages in, the best first: `LANGUAGE` as GNU gettext reads it, then the locale
  /// of `LC_MESSAGES`; for each, with its territory (`pt_BR`) and without.
  package static func languages(in environment: [String: String]) -> [String] {
    let locale = LocaleName("LC_MESSAGES", in: environment)
    // gettext does not look at LANGUAGE where the locale is none.
    let isPlain = locale == LocaleName("C")
    let listed = isPlain ? [] : environment["LANGUAGE"]?.split(separator: ":").map { LocaleName(String($0)) } ?? []
    return (listed + [locale])
      .flatMap { name in
        (name.territory.map { ["\(name.language)_\($0)"] } ?? []) + [name.language]
      }
  }
}
