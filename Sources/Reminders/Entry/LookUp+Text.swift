extension ReferenceField {
  /// What it points to, for the user.
  package var noun: String {
    switch self {
    case .assignee: "user"
    case .person: "person"
    case .relatedTo: "record"
    }
  }
}

extension LookUp {
  var notKnown: String {
    "No \(field.noun) “\(text)” is known here: check the name, give the Salesforce Id, or leave it out."
  }

  /// Who there are, each with its Id where the names do not tell them apart.
  func ambiguous(_ records: [KnownRecord]) -> String {
    let shown = records.prefix(Self.mostListed).map(\.listed).joined(separator: "; ")
    let rest = records.count > Self.mostListed ? "; and others" : ""
    return "“\(text)” can be \(shown)\(rest): give more of the name, or the Id."
  }

  private static let mostListed = 8
}

extension KnownRecord {
  /// `Ada Lovelace (contact, Head of Analysis) 003000000000001AAA`.
  fileprivate var listed: String {
    "\(name) (\([kind.word, detail].filter { !$0.isEmpty }.joined(separator: ", "))) \(id)"
  }
}
