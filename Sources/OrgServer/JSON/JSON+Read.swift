extension JSON {
  /// Reads a text in UTF-8 (RFC 8259), with or without a byte order mark.
  init(utf8 bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}
