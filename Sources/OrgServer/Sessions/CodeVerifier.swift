import Crypto
import Foundation

/// Proof Key for Code Exchange with SHA-256 (RFC 7636): who exchanges a code is who asked for it.
enum CodeVerifier {
  /// Whether `verifier` is one, and `challenge` was made of it.
  static func matches(_ verifier: String, _ challenge: String) -> Bool {
    guard (43...128).contains(verifier.utf8.count), verifier.utf8.allSatisfy(isUnreserved) else { return false }
    return base64URL(Array(SHA256.hash(data: Data(verifier.utf8)))) == challenge.trimmingPadding
  }

  /// Whether it can be the hash of a verifier: 32 bytes in base64url.
  static func isChallenge(_ text: String) -> Bool {
    let text = text.trimmingPadding
    return text.utf8.count == 43
      && text.utf8.allSatisfy { isUnreserved($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "~") }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().trimmingPadding
      .replacing("+", with: "-").replacing("/", with: "_")
  }
}

extension String {
  fileprivate var trimmingPadding: String {
    var text = self[...]
    while text.last == "=" { text.removeLast() }
    return String(text)
  }
}
