import OrgModel

/// Since when descriptions are as they are.
///
/// Whatever changes one (a picklist, a user's rights, an optional field), it is noticed when somebody asks: so the moment
/// is late rather than early, and no client is told "not modified" of something that it has not seen.
struct DescribeLog: Sendable {
  struct Key: Hashable, Sendable {
    let subject: String
    let user: RecordID
    let version: String
  }

  private var known: [Key: (description: JSON, since: Timestamp)] = [:]

  mutating func moment(of description: JSON, _ key: Key, at now: Timestamp) -> Timestamp {
    if let (known, since) = known[key], known == description { return since }
    known[key] = (description, now)
    return now
  }
}
