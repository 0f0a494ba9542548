import Foundation

extension [String] {
  /// As JSON, so that a prepared statement takes any number of texts: `IN (SELECT value FROM json_each(?))`.
  var json: String {
    get throws {
      // Ids need no escapes, and an encoder takes longer for a few than the statement.
      guard allSatisfy({ $0.utf8.allSatisfy(\.isPlainInJSON) }) else {
        return String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
      }
      return isEmpty ? "[]" : "[\"\(joined(separator: "\",\""))\"]"
    }
  }
}

extension UInt8 {
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
