extension Session {
  /// This session, if it is of the user of an earlier one as far as both tell (Salesforce Help, "Identity URLs":
  /// `…/id/ORGANIZATION/USER`).
  package func confirmed(asUserOf earlier: Session) throws(LoginError) -> Session {
    guard let found = identity, let expected = earlier.identity, found != expected else { return self }
    throw .otherUser(expected: expected, found: found)
  }

  /// The Ids of the user and the organization, 15 characters each.
  private var identity: String? {
    guard let parts = identityURL?.split(separator: "/"), parts.count >= 2 else { return nil }
    return "user \(parts[parts.count - 1].prefix(15)) in organization \(parts[parts.count - 2].prefix(15))"
  }
}
