import Foundation

/// A dateTime in an answer.
struct SalesforceDate: Decodable {
  let date: Date

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = SalesforceTime.date(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a dateTime")
    }
    self.date = date
  }
}
