import Glibc

/// The character set of this process.
enum TextLocale {
  /// Takes it from the environment; returns whether it is UTF-8.
  ///
  /// Over ssh the environment often names a locale of the other machine that is not installed here; its character set is
  /// right all the same.
  static func adopt(_ environment: [String: String]) -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      let letters = name.lowercased().filter(\.isLetter)
      if letters.hasSuffix("utf") || letters.contains("utf") { setlocale(LC_CTYPE, "C.UTF-8") }
    }
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
