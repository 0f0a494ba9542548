import Foundation
import Interface
import Localization
import ReminderStore
import Terminal

/// The ways from a task to where it is done, each with what is said of it.
extension OpenProfile {
  /// Opens a link by a program of the desktop; where there is none, copies it and says so.
  func open(_ link: TaskLink, _ store: ReminderStore) -> Event {
    follow(link, store) { address in
      let browser = Browser(environment: ProcessInfo.processInfo.environment)
      let isOpen = if case .page = link { browser.open(address) } else { browser.openElsewhere(address) }
      if isOpen { return .notice(link.opened, isWarning: false) }
      screen.copy(link.copied(address))
      return .notice(link.unopened(address), isWarning: true)
    }
  }

  func copy(_ link: TaskLink, _ store: ReminderStore) -> Event {
    follow(link, store) { address in
      screen.copy(link.copied(address))
      return .notice(localized("Copied \(link.copied(address))"), isWarning: false)
    }
  }

  private func follow(_ link: TaskLink, _ store: ReminderStore, _ use: (String) -> Event) -> Event {
    do {
      return use(try LinkAddress(link, org: store.syncState().org).text)
    } catch {
      return .notice(CommandFailure(error).line, isWarning: true)
    }
  }
}
