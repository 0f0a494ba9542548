/// The users of the demo org; each has the password `demo`.
package enum DemoUser: String, CaseIterable, Sendable {
  /// Whose tasks they are.
  case rep = "rep@demo.example"
  /// Who changes the rep's tasks, see `Colleague`.
  case colleague = "colleague@demo.example"
  case manager = "manager@demo.example"
  case admin = "admin@demo.example"

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
    }
  }

  /// The rep may create PushTopics, as where an administrator has granted it.
  var permissions: Permissions {
    switch self {
    case .rep: [.managePushTopics]
    case .colleague: .rep
    case .manager: [.viewAllData]
    case .admin: .administrator
    }
  }
}
