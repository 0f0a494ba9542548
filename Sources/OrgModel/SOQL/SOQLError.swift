/// The errors of a query, in Salesforce's form: the text around the place, a caret below it, and what is wrong.
enum SOQLError {
  static func malformed(_ message: String, in text: String, at offset: Int) -> APIError {
    APIError(.malformedQuery, located(message, in: text, at: offset))
  }

  static func field(_ message: String, in text: String, at offset: Int) -> APIError {
    APIError(.invalidField, located(message, in: text, at: offset))
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
    let bytes = Array(text.utf8)
    let before = bytes.prefix(offset)
    let row = before.count { $0 == 0x0A } + 1
    let column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    let shownFrom = max(0, offset - 40)
    let shown = String(decoding: bytes[shownFrom..<min(bytes.count, offset + 20)], as: UTF8.self)
    let caret = String(repeating: " ", count: offset - shownFrom) + "^"
    return "\n\(shown.split(whereSeparator: \.isNewline).joined(separator: " "))\n\(caret)\n"
      + "ERROR at Row:\(row):Column:\(column + 1)\n\(message)"
  }
}
