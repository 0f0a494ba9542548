package import Reminders
package import Salesforce

extension OrgObject {
  package init?(_ kind: RecordKind) {
    switch kind {
    case .user: self = .user
    case .contact: self = .contact
    case .lead: self = .lead
    case .account: self = .account
    case .opportunity: self = .opportunity
    case .other: return nil
    }
  }
}

extension KnownRecord {
  /// - Parameter user: the Id of the user of this connection.
  package init(_ record: OrgRecord, user: String?) {
    self.init(
      id: record.id, kind: RecordKind(id: record.id), name: record.name,
      detail: record.details.joined(separator: ", "), email: record.email, phone: record.phone,
      isOwn: user != nil && record.ownerID == user)
  }
}
