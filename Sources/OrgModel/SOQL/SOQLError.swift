/// The errors of a query, in Salesforce's form: the text around the place, a caret below it, and what is wrong.
enum SOQLError {
  static func malformed(_ message: String, in text: String, at offset: Int) -> APIError {
    APIError(.malformedQuery, located(message, in: text, at: offset))
  }

  /// What the text cannot even be cut into tokens for; Salesforce names the place in another way then.
  static func lexical(_ message: String, in text: String, at offset: Int) -> APIError {
    let place = Place(offset, in: text)
    return APIError(.malformedQuery, "line \(place.row):\(place.column - 1) \(message)")
  }

  static func field(_ message: String, in text: String, at offset: Int) -> APIError {
    APIError(.invalidField, located(message, in: text, at: offset))
  }

  static func filter(_ message: String, in text: String, at offset: Int) -> APIError {
    APIError(.invalidQueryFilterOperator, located(message, in: text, at: offset))
  }

  static func unknownObject(_ name: String, in text: String, at offset: Int) -> APIError {
    APIError(
      .invalidType,
      located(
        "sObject type '\(name)' is not supported. If you are attempting to use a custom object, be sure to append the "
          + "'__c' after the entity name. \(seeDescribe)", in: text, at: offset))
  }

  static func unknownField(_ name: String, of object: String, in text: String, at offset: Int) -> APIError {
    field(
      "No such column '\(name)' on entity '\(object)'. If you are attempting to use a custom field, be sure to append "
        + "the '__c' after the custom field name. \(seeDescribe)", in: text, at: offset)
  }

  static func unknownRelationship(_ name: String, in text: String, at offset: Int) -> APIError {
    field(
      "Didn't understand relationship '\(name)' in field path. If you are attempting to use a custom relationship, be "
        + "sure to append the '__r' after the custom relationship name. \(seeDescribe)", in: text, at: offset)
  }

  private static let seeDescribe = "Please reference your WSDL or the describe call for the appropriate names."

  private static func located(_ message: String, in text: String, at offset: Int) -> String {
    let place = Place(offset, in: text)
    let caret = String(repeating: " ", count: place.caret) + "^"
    return "\n\(place.excerpt)\n\(caret)\nERROR at Row:\(place.row):Column:\(place.column)\n\(message)"
  }

  /// Where in a text something is, and the whole words of its row that are no more than forty characters away.
  private struct Place {
    let row: Int
    let column: Int
    let excerpt: String
    /// How far into the excerpt the place is.
    let caret: Int

    private static let reach = 40

    init(_ offset: Int, in text: String) {
      let bytes = Array(text.utf8)
      let newline = UInt8(ascii: "\n")
      let offset = min(offset, bytes.count)
      let rowStart = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
      let rowEnd = bytes[offset...].firstIndex(of: newline) ?? bytes.count
      row = bytes[..<offset].count { $0 == newline } + 1
      column = String(decoding: bytes[rowStart..<offset], as: UTF8.self).count + 1
      var start = max(rowStart, offset - Self.reach)
      if start > rowStart, let gap = bytes[(start - 1)..<offset].firstIndex(where: Self.isGap) { start = gap + 1 }
      var end = min(rowEnd, offset + Self.reach)
      if end < rowEnd, let gap = bytes[offset...end].lastIndex(where: Self.isGap) { end = gap }
      excerpt = String(decoding: bytes[start..<end], as: UTF8.self)
      caret = String(decoding: bytes[start..<offset], as: UTF8.self).count
    }

    private static func isGap(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") }
  }
}
