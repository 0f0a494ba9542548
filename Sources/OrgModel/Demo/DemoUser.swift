/// The users of the demo org; each has the password `demo`.
package enum DemoUser: String, CaseIterable, Sendable {
  /// Whose tasks they are.
  case rep = "rep@demo.example"
  /// Who changes the rep's tasks, see `Colleague`.
  case colleague = "colleague@demo.example"
  case manager = "manager@demo.example"
  case admin = "admin@demo.example"
  /// Sees all data and the setup and nothing more, as an integration that listens to Change Data Capture.
  case integration = "integration@demo.example"
  /// A rep from whom Description is hidden, and who may not write Priority.
  case restricted = "restricted@demo.example"
  /// A rep for whom there are no PushTopics, so that polling is left.
  case poller = "poller@demo.example"
  /// Sees tasks, and writes nothing.
  case reader = "reader@demo.example"
  /// May not use the API.
  case noAPI = "no-api@demo.example"
  /// Can no longer log in.
  case inactive = "inactive@demo.example"

  /// What to log in with.
  package var username: String { rawValue }
  /// The password of every demo user.
  package static let password = "demo"

  /// The Id of the User record in a demo org.
  package func id(in org: Org) -> RecordID? { org.member(named: username)?.id }

  var name: (first: String, last: String, title: String) {
    switch self {
    case .rep: ("Robin", "Verhoeven", "Account Executive")
    case .colleague: ("Sam", "Okafor", "Sales Development")
    case .manager: ("Ines", "Marchetti", "Sales Manager")
    case .admin: ("Alex", "Lindqvist", "Salesforce Administrator")
    case .integration: ("Integration", "User", "Integration")
    case .restricted: ("Kim", "Nowak", "Account Executive, Trainee")
    case .poller: ("Luca", "Fontaine", "Account Executive")
    case .reader: ("Mira", "Haddad", "Auditor")
    case .noAPI: ("Jonas", "Keller", "Field Sales")
    case .inactive: ("Paula", "Reyes", "Account Executive")
    }
  }

  /// The rep may create PushTopics, as where an administrator has granted it.
  var permissions: Permissions {
    switch self {
    case .rep, .restricted: [.managePushTopics]
    case .manager, .integration: [.viewAllData, .viewSetup]
    case .admin: .administrator
    case .colleague, .poller, .reader, .noAPI, .inactive: .rep
    }
  }

  /// What else sets the user apart from others with the same permissions.
  func restrict(_ member: inout Member) {
    switch self {
    case .restricted:
      member.restrictedFields = [
        FieldName(object: "Task", field: "Description"): .hidden,
        FieldName(object: "Task", field: "Priority"): .readOnly,
      ]
    case .poller: member.objectAccess = [Schema.pushTopic.name: []]
    case .reader:
      member.objectAccess = Dictionary(uniqueKeysWithValues: Schema.objects.map { ($0.name, ObjectAccess.read) })
    case .noAPI: member.isAPIEnabled = false
    case .rep, .colleague, .manager, .admin, .integration, .inactive: break
    }
  }
}
