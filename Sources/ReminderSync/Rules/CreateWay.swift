import Reminders

/// How creates are kept from happening twice in an org (sync-rules.md §3), chosen at connection.
enum CreateWay: Equatable, Sendable {
  /// By a unique external Id field: a task that is there already is not made again.
  case externalID(field: String)
  /// By the `Idempotency-Key` of the User Interface API: a repeat gets the answer of the first.
  case idempotencyKey
  /// By looking for the very same task before anything is sent again.
  case search

  /// The best way that the org offers to this user.
  init(_ settings: SyncSettings, _ facts: ConnectionFacts) {
    if let field = settings.externalIDField, facts.externalIDFields.contains(where: { $0.name == field && $0.isUsable })
    {
      self = .externalID(field: field)
    } else {
      self = facts.isTaskInUserInterfaceAPI ? .idempotencyKey : .search
    }
  }

  /// A key of the User Interface API is kept for days, not for ever; an older create is looked for.
  static let keyIsKeptFor = 86_400.0

  /// Beyond so many at once, creates go through sObject Collections, which know no key, with a search as the safety net.
  static let mostByKey = 3
}

extension CreateWay: CustomStringConvertible {
  var description: String {
    switch self {
    case .externalID(let field): "external Id field \(field)"
    case .idempotencyKey: "Idempotency-Key"
    case .search: "search"
    }
  }
}
