import Foundation

extension JSON: Decodable {
  /// Reads UTF-8 text; throws what is wrong with it.
  init(utf8 bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
      self = .object(
        try keyed.allKeys.sorted { $0.stringValue < $1.stringValue }
          .map { key in
            Member(key: key.stringValue, value: try keyed.decode(JSON.self, forKey: key))
          })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var elements: [JSON] = []
      while !list.isAtEnd { elements.append(try list.decode(JSON.self)) }
      self = .array(elements)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let bool = try? single.decode(Bool.self) {
      self = .bool(bool)
    } else if let string = try? single.decode(String.self) {
      self = .string(string)
    } else if let integer = try? single.decode(Int.self) {
      self = .integer(integer)
    } else {
      self = .number(try single.decode(Double.self))
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
