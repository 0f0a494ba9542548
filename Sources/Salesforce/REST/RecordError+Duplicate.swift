extension RecordError {
  /// The record that already has the value of a unique field, where the org names it; also one that this user does not
  /// see. An upsert by that field meant this record.
  ///
  /// Source: Object Reference, "Core Data Types Used in API Calls", `DUPLICATE_VALUE`; its message ends with the Id.
  package func recordWithSameValue(of field: String) -> String? {
    guard code == "DUPLICATE_VALUE", message.contains(field),
      let mark = message.firstRange(of: "record with id: ")
    else { return nil }
    return String(message[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }).asLongID
  }
}

extension String {
  /// The 18-character form of a Salesforce Id; `nil` if it is none (Object Reference, "ID Field Type").
  var asLongID: String? {
    let bytes = Array(utf8)
    switch bytes.count {
    case 18: return self
    case 15:
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")
      // A character for each five: which of them are upper-case letters.
      return stride(from: 0, to: 15, by: 5)
        .reduce(self) { id, start in
          let pattern = (0..<5).reduce(0) { (65...90).contains(bytes[start + $1]) ? $0 | 1 << $1 : $0 }
          return id + String(letters[pattern])
        }
    default: return nil
    }
  }
}
