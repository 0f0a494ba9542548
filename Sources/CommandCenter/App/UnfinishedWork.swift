import Foundation
import ReminderStore
import Reminders

/// Keeps what is typed in a screen, so that neither a crash nor a quit loses it.
final class UnfinishedWork {
  private let store: ReminderStore
  /// `nil` where nothing can be kept.
  private let screen: ScreenNumber?
  /// What was typed when a screen was open before, and neither saved nor discarded.
  let found: Unfinished
  private var kept: Unfinished
  /// When what was typed since is to be on the disk.
  private(set) var deadline: Date?

  /// A crash loses no more than was typed in this time, in seconds.
  private static let patience: TimeInterval = 1

  /// Takes up what no open screen has.
  init(_ profile: Profile, _ store: ReminderStore) throws {
    self.store = store
    let all = try store.unfinished()
    // Of a profile that is not made yet, nothing is.
    screen = !profile.exists ? nil : ScreenNumber(path: profile.screensPath, preferring: all.keys.sorted())
    found = screen.flatMap { all[$0.value] } ?? Unfinished()
    kept = found
  }

  /// The task that the unfinished form edits, as it is now; `nil` if it is gone.
  var edited: ReminderRow? {
    guard let id = found.form?.reminder, let row = try? store.row(id), row.deletedAt == nil else { return nil }
    return row
  }

  /// The tasks of which the user was reminded in a screen that has ended, and which he has not answered yet.
  func reminded() throws -> [ReminderRow] {
    try found.reminders.compactMap { try store.upcomingReminders(showing: $0).shown }
  }

  /// Notes what is typed now, and keeps it when it is time.
  func note(_ unfinished: Unfinished, at now: Date, _ keep: (Unfinished, Int) -> Void) {
    // A deadline that nothing answers would never be over.
    guard screen != nil, unfinished != kept else { return deadline = nil }
    // What is saved, discarded or answered must not come back, and what was claimed must not be lost.
    let due =
      unfinished.isEmpty || unfinished.reminders != kept.reminders
      ? now : deadline ?? now.addingTimeInterval(Self.patience)
    deadline = due
    if due <= now { close(unfinished, keep) }
  }

  /// Keeps what is typed now, also as the screen closes.
  func close(_ unfinished: Unfinished, _ keep: (Unfinished, Int) -> Void) {
    guard unfinished != kept, let screen else { return }
    deadline = nil
    kept = unfinished
    keep(unfinished, screen.value)
  }
}
