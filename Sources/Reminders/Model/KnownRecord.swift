import Localization

/// A record of the org that a reminder can point to, as far as it is known here.
package struct KnownRecord: Hashable, Sendable, Identifiable {
  package let id: String
  package let kind: RecordKind
  package let name: String
  /// What tells it from others of its name, such as `Head of Analysis, Northwind Cargo`; may be empty.
  package let detail: String
  package let email: String?
  package let phone: String?
  /// Whether it is the user's own.
  package let isOwn: Bool

  package init(
    id: String, kind: RecordKind, name: String, detail: String = "", email: String? = nil, phone: String? = nil,
    isOwn: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.detail = detail
    self.email = email
    self.phone = phone
    self.isOwn = isOwn
  }

  package var reference: RecordReference { RecordReference(id: id, name: name) }
}

/// What a record is, in the words of this program.
package enum RecordKind: String, Sendable, CaseIterable {
  case user, contact, lead, account, opportunity
  /// A campaign, a case or an object of the org's own.
  case other

  /// For the user.
  package var word: String {
    switch self {
    case .user: localized("user")
    case .contact: localized("contact")
    case .lead: localized("lead")
    case .account: localized("account")
    case .opportunity: localized("opportunity")
    case .other: localized("record")
    }
  }

  /// By the first three characters of an Id, which name its object.
  package init(id: String) {
    self = Self.prefixes[String(id.prefix(3))] ?? .other
  }

  /// Source: Salesforce Help, "Standard Field Record ID Prefix Decoder".
  private static let prefixes: [String: RecordKind] = [
    "005": .user, "003": .contact, "00Q": .lead, "001": .account, "006": .opportunity,
  ]
}

/// A field of a reminder that points to a record.
package enum ReferenceField: String, Sendable, CaseIterable {
  case assignee, person, relatedTo

  /// What it may point to (Object Reference, "Task": OwnerId, WhoId, WhatId).
  package var kinds: [RecordKind] {
    switch self {
    case .assignee: [.user]
    case .person: [.contact, .lead]
    case .relatedTo: [.account, .opportunity, .other]
    }
  }

  package var reminderField: ReminderField {
    switch self {
    case .assignee: .assignee
    case .person: .person
    case .relatedTo: .relatedTo
    }
  }

  /// Whether it may point to the record of an Id.
  package func takes(_ id: String) -> Bool { kinds.contains(RecordKind(id: id)) }
}

extension ReminderFields {
  package subscript(field: ReferenceField) -> RecordReference? {
    get {
      switch field {
      case .assignee: assignee
      case .person: person
      case .relatedTo: relatedTo
      }
    }
    set {
      switch field {
      case .assignee: assignee = newValue
      case .person: person = newValue
      case .relatedTo: relatedTo = newValue
      }
    }
  }

  /// Salesforce refuses a task with a lead that is related to something as well, by `FIELD_INTEGRITY_EXCEPTION` (Object
  /// Reference, "Task", WhoId).
  package func checkRelation() throws(ReminderError) {
    guard relatedTo != nil, let person, RecordKind(id: person.id) == .lead else { return }
    throw .leadWithRelation(person.name)
  }
}
