/// An object of the org whose records a task can point to; the raw value is its API name.
package enum OrgObject: String, Sendable, CaseIterable {
  case user = "User"
  case contact = "Contact"
  case lead = "Lead"
  case account = "Account"
  case opportunity = "Opportunity"

  /// What tells two records of one name apart, the most telling first (Object Reference, of each object).
  var detailFields: [String] {
    switch self {
    case .user: ["Title", "Username"]
    case .contact: ["Title", "Account.Name"]
    case .lead: ["Title", "Company"]
    case .account: ["Industry", "BillingCity"]
    case .opportunity: ["StageName", "Account.Name"]
    }
  }

  /// The e-mail address; an account or an opportunity has none.
  var emailField: String? {
    switch self {
    case .user, .contact, .lead: "Email"
    case .account, .opportunity: nil
    }
  }

  /// The phone numbers, the one to call first.
  var phoneFields: [String] {
    switch self {
    case .user, .account: ["Phone"]
    case .contact, .lead: ["Phone", "MobilePhone"]
    case .opportunity: []
    }
  }

  /// What every row must have, and what tells that a task can no longer point to it: a lead that was converted lives on as
  /// a contact.
  private var necessaryFields: [String] {
    let common = ["Id", "Name", "SystemModstamp"]
    switch self {
    case .user: return common + ["IsActive"]
    case .lead: return common + ["OwnerId", "IsDeleted", "IsConverted"]
    case .contact, .account, .opportunity: return common + ["OwnerId", "IsDeleted"]
    }
  }

  /// The fields for a SELECT list.
  ///
  /// - Parameter onlyNecessary: for a user who may not read one of the others: asking for it fails the whole query.
  func fieldNames(onlyNecessary: Bool) -> [String] {
    necessaryFields + (onlyNecessary ? [] : detailFields + [emailField].compactMap(\.self) + phoneFields)
  }
}
