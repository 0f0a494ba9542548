import Foundation
import ReminderStore
import Reminders

/// Success makes the base what is here now, not what was sent: an edit made during the push is lost.
struct BaseMovesToRow: StoreDecorator {
  let store: any SyncStore

  func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError) {
    let items = try store.pushItems()
    let wrong = settlements.map { settlement in
      guard case .updated(let id, let values) = settlement, let item = items.first(where: { $0.id == id }) else {
        return settlement
      }
      return .updated(
        id,
        PushedValues(
          fields: item.fields, changed: Set(ReminderField.allCases), subject: values.subject, status: values.status,
          priority: values.priority))
    }
    try store.settle(wrong, at: serverTime)
  }
}

/// What a missing right keeps here is not tried again when the right is given.
struct RightsForgotten: StoreDecorator {
  let store: any SyncStore

  func note(_ facts: ConnectionFacts) throws(StoreError) {}
}

/// What leaves is not written down before it does.
struct AttemptsForgotten: StoreDecorator {
  let store: any SyncStore

  func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) -> Set<ReminderID> {
    Set(attempts.map(\.id))
  }
}

/// A create of unknown outcome is looked for and sent again at once, though it may still commit.
struct NoHold: StoreDecorator {
  let store: any SyncStore

  func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) -> Set<ReminderID> {
    try store.beginAttempts(attempts, at: serverTime.addingTimeInterval(-660))
  }
}

/// A value that does not sync is taken as the nearest one that does.
struct EveryValueSyncs: StoreDecorator {
  let store: any SyncStore

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    let wrong = tasks.map { task in
      var task = task
      if context.mapping.isCompleted(status: task.status) == nil {
        task.status = context.mapping.status(isCompleted: task.isClosed)
      }
      if context.mapping.priority(task.priority) == nil { task.priority = context.mapping.normal }
      return task
    }
    return try store.absorb(wrong, context, updateState: updateState)
  }
}

/// Every page that is read is counted as imported, also when it is empty.
struct EveryPageCounts: StoreDecorator {
  let store: any SyncStore

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try store.absorb(tasks, context) { state in
      updateState(&state)
      state.importedCount += 1
    }
  }
}

/// The cursor is the last row of the page, even where that lies before it.
struct CursorFollowsPage: StoreDecorator {
  let store: any SyncStore

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try store.absorb(tasks, context) { state in
      updateState(&state)
      if let last = tasks.last, state.pullCursor != nil {
        state.pullCursor = SyncCursor(stamp: last.stamp, id: last.id)
      }
    }
  }
}

/// The cursor is ahead by the overlap, so that late commits are missed.
struct CursorWithoutOverlap: StoreDecorator {
  let store: any SyncStore

  func absorb(
    _ tasks: [SalesforceTask], _ context: PullContext, updateState: (inout SyncState) -> Void
  ) throws(StoreError) -> PullReport {
    try store.absorb(tasks, context) { state in
      let before = state.pullCursor
      updateState(&state)
      if state.isImported, state.pullCursor != before || !tasks.isEmpty {
        state.pullCursor = SyncCursor(stamp: context.now.addingTimeInterval(context.serverLead + 600), id: "")
      }
    }
  }
}
