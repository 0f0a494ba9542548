/// A topic of the org: a query whose records are announced when they change (Object Reference, "PushTopic").
struct PushTopic: Decodable, Sendable {
  let Name: String
  let Query: String
  let IsActive: Bool
  let NotifyForFields: String?
  let NotifyForOperationCreate: Bool?
  let NotifyForOperationUpdate: Bool?
  let NotifyForOperationDelete: Bool?
  let NotifyForOperationUndelete: Bool?

  static let ownName = "CommandCenterTasks"

  static let fieldNames = [
    "Name", "Query", "IsActive", "NotifyForFields", "NotifyForOperationCreate", "NotifyForOperationUpdate",
    "NotifyForOperationDelete", "NotifyForOperationUndelete",
  ]

  /// The topic that this program makes where there is none.
  ///
  /// Its events carry Ids only: with `All` a change of any field is announced, also of Description, which as a text area
  /// cannot stand in such a query. So nothing of a task travels here, and no field that a user may not see spoils it.
  static func own(version: APIVersion) -> JSON {
    .object([
      "Name": .text(ownName), "Query": .text("SELECT Id, OwnerId FROM Task"), "ApiVersion": .number(version.major),
      "Description": .text("Tells Command Center that tasks changed"), "NotifyForFields": .text("All"),
      "NotifyForOperationCreate": .flag(true), "NotifyForOperationUpdate": .flag(true),
      "NotifyForOperationDelete": .flag(true), "NotifyForOperationUndelete": .flag(true),
    ])
  }

  var channel: String { "/topic/\(Name)" }

  /// Whether every change of every task is announced, with its Id.
  var isSuitable: Bool {
    let words = Query.lowercased().split { $0.isWhitespace || $0 == "," }
    guard IsActive, words.first == "select", let from = words.firstIndex(of: "from") else { return false }
    return words[from...].elementsEqual(["from", "task"]) && words[1..<from].contains("id") && NotifyForFields == "All"
      && NotifyForOperationCreate == true && NotifyForOperationUpdate == true && NotifyForOperationDelete == true
      && NotifyForOperationUndelete == true
  }

  /// The one to listen to: our own before one that an administrator made under another name.
  static func best(of topics: [PushTopic]) -> PushTopic? {
    let suitable = topics.filter(\.isSuitable)
    return suitable.first { $0.Name == ownName } ?? suitable.min { $0.Name < $1.Name }
  }
}
