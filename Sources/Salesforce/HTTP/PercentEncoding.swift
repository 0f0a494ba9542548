import Foundation

/// Percent-encoding of everything but the unreserved characters (RFC 3986 §2.3), for queries, forms and path segments.
enum PercentEncoding {
  /// `name=value&name=value`.
  static func pairs(_ pairs: [(String, String)]) -> String {
    pairs.map { "\(encode($0))=\(encode($1))" }.joined(separator: "&")
  }

  /// The fields of a query or a form, where a plus is a space; of two with one name the first counts.
  static func fields(_ text: some StringProtocol) -> [String: String] {
    let pairs = text.split(separator: "&")
      .map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          .map { part in String(part).replacing("+", with: " ") }
          .map { $0.removingPercentEncoding ?? $0 }
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }
    return Dictionary(pairs) { first, _ in first }
  }

  static func encode(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + text.utf8.count / 4)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
