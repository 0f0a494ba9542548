import Localization
import Reminders

/// A way from a task to where it is done.
package enum TaskLink: Hashable, Sendable {
  /// Its page in Salesforce, by its Id there.
  case page(String)
  /// A call to a number, as it stands in Salesforce.
  case call(String)
  /// A mail to an address, as it stands in Salesforce.
  case mail(String)
}

extension TaskCommands {
  static let linkKeys = [
    KeyBinding(.openInBrowser, "b", "open it in the browser"),
    KeyBinding(.copyLink, "y", "copy its link"),
    KeyBinding(.call, "c", "call the person"),
    KeyBinding(.mail, "m", "write a mail to the person"),
  ]

  /// The steps of a command that leads away from a task; `nil` for any other.
  static func linkSteps(for command: Command, on rows: [ReminderRow], _ context: Context) -> [Step]? {
    guard linkKeys.contains(where: { $0.command == command }), let row = rows.first else { return nil }
    guard rows.count == 1 else { return [.say(onlyOne)] }
    switch command {
    case .openInBrowser, .copyLink:
      guard let id = row.reminder.salesforceID else { return [.say(localized("This task is not in Salesforce."))] }
      return [.effect(command == .copyLink ? .copyLink(.page(id)) : .open(.page(id)))]
    case .call:
      return reach(row, row.personPhone, context, else: { localized("No phone number of \($0) is known here.") }) {
        .call($0)
      }
    case .mail:
      return reach(row, row.personEmail, context, else: { localized("No e-mail address of \($0) is known here.") }) {
        .mail($0)
      }
    default: return nil
    }
  }

  private static func reach(
    _ row: ReminderRow, _ address: String?, _ context: Context, else lack: (String) -> String,
    _ link: (String) -> TaskLink
  ) -> [Step] {
    guard let person = row.reminder.fields.person else {
      return [.say(context.keys.text("This task has no person: \(.edit) adds one."))]
    }
    guard let address, !address.isEmpty else { return [.say(lack(person.name))] }
    return [.effect(.open(link(address)))]
  }
}
