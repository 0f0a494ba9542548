import Localization

extension ReferenceField {
  /// What it points to, for the user.
  package var noun: String {
    switch self {
    case .assignee: localized("user")
    case .person: localized("person")
    case .relatedTo: localized("record")
    }
  }
}

extension LookUp {
  var notKnown: String {
    switch field {
    case .assignee:
      localized("No user “\(text)” is known here: check the name, give the Salesforce Id, or leave it out.")
    case .person:
      localized("No person “\(text)” is known here: check the name, give the Salesforce Id, or leave it out.")
    case .relatedTo:
      localized("No record “\(text)” is known here: check the name, give the Salesforce Id, or leave it out.")
    }
  }

  /// Who there are, each with its Id where the names do not tell them apart.
  func ambiguous(_ records: [KnownRecord]) -> String {
    let shown = records.prefix(Self.mostListed).map(\.listed).joined(separator: "; ")
    return records.count > Self.mostListed
      ? localized("“\(text)” can be \(shown); and others: give more of the name, or the Id.")
      : localized("“\(text)” can be \(shown): give more of the name, or the Id.")
  }

  private static let mostListed = 8
}

extension KnownRecord {
  /// `Ada Lovelace (contact, Head of Analysis) 003000000000001AAA`.
  fileprivate var listed: String {
    "\(name) (\([kind.word, detail].filter { !$0.isEmpty }.joined(separator: ", "))) \(id)"
  }
}
