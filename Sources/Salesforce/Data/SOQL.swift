package import Foundation

/// Values as SOQL writes them (SOQL and SOSL Reference, "Quoted String Escape Sequences", "Date Formats").
package enum SOQL {
  /// A quoted text, so that whatever a user typed stays a text.
  package static func literal(_ text: String) -> String {
    var quoted = "'"
    quoted.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "'": quoted += "\\'"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{08}": quoted += "\\b"
      case "\u{0C}": quoted += "\\f"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }

  /// A dateTime, without quotes.
  package static func literal(_ date: Date) -> String {
    SalesforceTime.zuluText(date)
  }

  /// `('a','b')` for IN; never empty in a query, where SOQL has no empty list.
  package static func list(_ texts: some Sequence<String>) -> String {
    "(" + texts.map { literal($0) }.joined(separator: ",") + ")"
  }
}
