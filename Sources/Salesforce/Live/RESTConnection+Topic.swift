import Localization
import Log
import Logging

extension RESTConnection {
  /// The name of a topic that announces every change of tasks; makes the topic where there is none.
  ///
  /// A refusal comes with a message for the user.
  ///
  /// - Parameter tellingOwner: only one that says whose a task is.
  func taskTopic(tellingOwner: Bool = false) async throws(OrgError) -> String {
    let topics: [PushTopic]
    do throws(OrgError) {
      topics = try await topicsOfTasks()
    } catch .refused(let error) {
      throw .refused(
        error.explained("you may not read PushTopic; ask your administrator for that permission to get live updates"))
    }
    if let topic = PushTopic.best(of: topics, tellingOwner: tellingOwner) { return topic.Name }
    do throws(OrgError) {
      let topic = PushTopic.own(version: try await apiVersion())
      _ = try await call(.post, "/sobjects/PushTopic", body: topic.data)
      logger.info("created the topic", metadata: ["name": .shown(PushTopic.ownName)])
    } catch .refused(let error) {
      // Another terminal of the same org may have been faster.
      if let topic = PushTopic.best(of: try await topicsOfTasks(), tellingOwner: tellingOwner) { return topic.Name }
      let isSpoilt = topics.contains { $0.Name == PushTopic.ownName }
      throw .refused(
        error.explained(
          isSpoilt
            ? "the PushTopic \(PushTopic.ownName) is inactive or was changed; ask your administrator to delete it"
            : "this org has no PushTopic for tasks and you may not create one; ask your administrator"))
    }
    return PushTopic.ownName
  }

  private func topicsOfTasks() async throws(OrgError) -> [PushTopic] {
    try await rows("SELECT \(PushTopic.fieldNames.joined(separator: ", ")) FROM PushTopic")
  }
}

extension RecordError {
  fileprivate func explained(_ text: LocalizedText) -> RecordError {
    RecordError(code: code, reason: "\(text) (\(code))", fields: fields)
  }
}
