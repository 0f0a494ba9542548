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
  /// Its events carry Ids and owners only: with `All` a change of any field is announced, also of Description, which as a text area
  /// cannot stand in such a query. So nothing of a task travels here, and no field that a user may not see spoils it.
  static func own(version: APIVersion) -> JSON {
    .object([
      "Name": .text(ownName), "Query": .text("SELECT Id, OwnerId FROM Task"), "ApiVersion": .number(version.major),
      "Description": .text("Tells Command Center that tasks changed"), "NotifyForFields": .text("All"),
      "NotifyForOperationCreate": .flag(true), "NotifyForOperationUpdate": .flag(true),
      "NotifyForOperationDelete": .flag(true), "NotifyForOperationUndelete": .flag(true),
    ])
  }

  /// Whether every change of every task is announced, with its Id.
  var isSuitable: Bool {
    IsActive && selected.contains("id") && NotifyForFields == "All" && NotifyForOperationCreate == true
      && NotifyForOperationUpdate == true && NotifyForOperationDelete == true && NotifyForOperationUndelete == true
  }

  /// Whether its events say whose a task is. Where none does, a task that is newly the user's is found by the next pull.
  private var tellsOwner: Bool { selected.contains("ownerid") }

  /// The fields of a query for all tasks, in lower case; none of any other query.
  private var selected: Set<Substring> {
    let query = Query.lowercased()
    let words = query.split { $0.isWhitespace || $0 == "," }
    guard words.first == "select", let from = words.firstIndex(of: "from"),
      words[from...].elementsEqual(["from", "task"])
    else { return [] }
    return Set(words[1..<from])
  }

  /// The one to listen to: one that says whose a task is before one that does not, our own before one that an
  /// administrator made under another name.
  ///
  /// - Parameter tellingOwner: only one that says whose a task is, so that it can be filtered by that.
  static func best(of topics: [PushTopic], tellingOwner: Bool = false) -> PushTopic? {
    func rank(_ topic: PushTopic) -> (Int, Int, String) {
      (topic.tellsOwner ? 0 : 1, topic.Name == ownName ? 0 : 1, topic.Name)
    }
    return topics.filter { $0.isSuitable && ($0.tellsOwner || !tellingOwner) }.min { rank($0) < rank($1) }
  }
}
