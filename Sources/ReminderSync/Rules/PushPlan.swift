import Foundation
import ReminderStore
import Reminders
import Salesforce

/// One thing that a push sends.
protocol PlannedPush: Sendable {
  var id: ReminderID { get }
  /// What it carries.
  var pushed: PushedValues { get }
}

/// What a push sends, sorted by what it does; derived from what is here and the bases. Pure.
struct PushPlan: Sendable {
  struct Create: PlannedPush {
    let id: ReminderID
    let key: String
    let pushed: PushedValues
    let values: TaskValues
    /// It left before, and it is not known whether it happened: it leaves again just as it was.
    let isRepeated: Bool
  }

  struct Update: PlannedPush {
    let id: ReminderID
    let salesforceID: String
    let modifiedAt: Date
    let pushed: PushedValues
    let values: TaskValues
  }

  struct Delete: PlannedPush {
    let id: ReminderID
    let salesforceID: String
    let pushed: PushedValues
  }

  var creates: [Create] = []
  var updates: [Update] = []
  var deletes: [Delete] = []
  /// Nothing is sent: only what Salesforce does not take has changed, or what this user may not change there.
  var unsent: [PushSettlement] = []

  /// - Parameter repeatable: whether a create whose outcome is not known can be sent again without making a second task.
  init(
    _ items: [PushItem], _ settings: SyncSettings, _ rights: TaskRights, repeatable: (OpenCreate) -> Bool
  ) {
    for item in items {
      if let open = item.openCreate {
        // One that may still happen and cannot be sent again safely waits.
        if !item.isDeleted, repeatable(open),
          case .create(let pushed, let values) = PushStep(item.asSent(open), settings, rights)
        {
          creates.append(Create(id: item.id, key: item.createKey, pushed: pushed, values: values, isRepeated: true))
        }
        continue
      }
      switch PushStep(item, settings, rights) {
      case .create(let pushed, let values):
        creates.append(Create(id: item.id, key: item.createKey, pushed: pushed, values: values, isRepeated: false))
      case .update(let salesforceID, let pushed, let values):
        updates.append(
          Update(
            id: item.id, salesforceID: salesforceID, modifiedAt: item.modifiedAt ?? .distantPast, pushed: pushed,
            values: values))
      case .delete(let salesforceID, let pushed):
        deletes.append(Delete(id: item.id, salesforceID: salesforceID, pushed: pushed))
      case .agree(let pushed): unsent.append(.agreed(item.id, pushed))
      case .keep(let refusal): unsent.append(.kept(item, refusal))
      case .nothing: continue
      }
    }
  }
}
