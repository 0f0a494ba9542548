import Interface
import ReminderStore
import Reminders

extension OpenProfile {
  /// The feed of changes, while it is on the screen.
  func watchChanges(_ store: ReminderStore, _ post: @escaping @Sendable (Event) -> Void) -> Watch<Bool> {
    Watch { isShown in
      guard isShown else { return nil }
      return Task.detached {
        do {
          for try await feed in store.changeFeeds() { post(.changes(feed)) }
        } catch {
          post(.notice(CommandFailure(error).line, isWarning: true))
        }
      }
    }
  }

  /// The moments to come, and the task of which the user is reminded now.
  func watchReminders(_ store: ReminderStore, _ post: @escaping @Sendable (Event) -> Void) -> Watch<ReminderID?> {
    Watch { [isNew] shown in
      guard !isNew else { return nil }
      return Task.detached {
        do {
          for try await upcoming in store.upcomingReminderUpdates(showing: shown) { post(.upcomingReminders(upcoming)) }
        } catch {
          post(.notice(CommandFailure(error).line, isWarning: true))
        }
      }
    }
  }
}
