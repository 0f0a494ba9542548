extension String {
  /// The text as Salesforce may give it back: with its own line ends, and without white space at both ends.
  package var asSalesforceKeepsIt: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return trimmed }
    return replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
  }

  /// Whether two texts are the same but for what Salesforce makes of them.
  package func isSameInSalesforce(as other: String) -> Bool {
    self == other || asSalesforceKeepsIt == other.asSalesforceKeepsIt
  }
}
