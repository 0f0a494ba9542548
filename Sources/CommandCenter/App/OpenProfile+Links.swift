import Foundation
import Interface
import ReminderStore
import Terminal

/// The ways from a task to where it is done.
extension OpenProfile {
  /// Opens a link by a program of the desktop; where there is none, copies it and says so.
  func open(_ link: TaskLink, _ store: ReminderStore, _ post: @Sendable (Event) -> Void) {
    follow(link, store, post) { address in
      let browser = Browser(environment: ProcessInfo.processInfo.environment)
      let isOpen = if case .page = link { browser.open(address) } else { browser.openElsewhere(address) }
      if isOpen { return .notice(link.opened, isWarning: false) }
      screen.copy(link.copied(address))
      return .notice(link.unopened(address), isWarning: true)
    }
  }

  func copy(_ link: TaskLink, _ store: ReminderStore, _ post: @Sendable (Event) -> Void) {
    follow(link, store, post) { address in
      screen.copy(link.copied(address))
      return .notice("Copied \(link.copied(address))", isWarning: false)
    }
  }

  private func follow(
    _ link: TaskLink, _ store: ReminderStore, _ post: @Sendable (Event) -> Void, _ use: (String) -> Event
  ) {
    do {
      post(use(try LinkAddress(link, org: store.syncState().org).text))
    } catch {
      post(.notice(CommandFailure(error).line, isWarning: true))
    }
  }
}
