import Localization

/// What a profile may be called: its files have its name.
package enum ProfileName {
  /// The one that opens without a name.
  package static let standard = "default"
  /// That of the demo, made anew with each.
  package static let demo = "demo"

  /// - Throws: an error that says what a name may be made of.
  package static func validated(_ text: String) throws(ProfileNameError) -> String {
    let text = text.trimmed
    guard !text.isEmpty, text.count <= 64, text.first != ".",
      text.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) })
    else { throw ProfileNameError(name: text) }
    return text
  }
}

/// A text that cannot name a profile.
package struct ProfileNameError: Error, Equatable, CustomStringConvertible {
  package let name: String

  package var description: String { localized("“\(name)” cannot name a profile: use letters, digits, - and _.") }
}
