import Localization

/// A version of the API, `v67.0` in a path and `67.0` in CometD's.
struct APIVersion: Sendable, Comparable {
  let major: Int

  /// What this program was written and tested against.
  static let known = APIVersion(major: 58)...APIVersion(major: 67)

  var text: String { "\(major).0" }

  static func < (left: APIVersion, right: APIVersion) -> Bool { left.major < right.major }

  /// The newest version that both sides know.
  static func newest(of offered: [Offer]) throws(OrgError) -> APIVersion {
    let versions = offered.compactMap { $0.version.split(separator: ".").first.flatMap { Int($0) } }
    guard let newest = versions.map(APIVersion.init).filter(known.contains).max() else {
      throw .refused(
        RecordError(
          code: "UNSUPPORTED_API_VERSION",
          reason: "this org has none of the API versions \(known.lowerBound.text) to \(known.upperBound.text)"))
    }
    return newest
  }

  /// An element of the answer of `/services/data/`.
  struct Offer: Decodable {
    let version: String
  }
}
