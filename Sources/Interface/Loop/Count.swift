import Foundation
import Reminders
import Terminal

/// Digits typed before a motion, as in vi: how often it is done.
struct Count: Sendable {
  let number: Int
  /// When the last digit was typed.
  let at: Date
  /// Where digits show views as well: what was on the screen before the first one.
  let before: (screens: [any ScreenState], list: ListContents)?

  /// So soon after a digit a motion must come, where the digit has shown a view, in seconds.
  static let patience: TimeInterval = 0.25
  /// More digits count no further.
  static let most = 999_999

  func isOver(at instant: Date) -> Bool {
    before != nil && instant.timeIntervalSince(at) > Count.patience
  }
}

extension State {
  /// Takes a key for a part of a count as far as it can be one; whether that is all that it is.
  ///
  /// In a list a digit shows its view at once, too, since nobody wants to wait for it; when a motion shows that a count was
  /// meant, what was there before comes back.
  mutating func takeAsCount(_ key: inout TypedKey) -> Bool {
    let going = count.flatMap { $0.isOver(at: key.at) ? nil : $0 }
    count = nil
    if let digit = digit(of: key), digit > 0 || going != nil {
      let scopes = screens.last?.scopes ?? []
      count = Count(
        number: min((going?.number ?? 0) * 10 + digit, Count.most), at: key.at,
        before: going?.before ?? (scopes.contains(.views) ? (screens, context.list) : nil))
      return keys.command(for: key, in: scopes) == nil
    }
    guard let going, let screen = (going.before?.screens ?? screens).last,
      let command = keys.command(for: key, in: screen.scopes), command.distance(context) != nil
    else { return false }
    key.count = going.number
    guard let before = going.before else { return false }
    screens = before.screens
    if context.list.query.view != before.list.query.view { context.list = before.list }
    settle()
    return false
  }

  /// The digit that a key is, where one can move by more than a line, no text is typed and it means nothing but a view.
  private func digit(of key: TypedKey) -> Int? {
    guard case .press(let press) = key.meaning, case .character(let character) = press.key, press.modifiers.isEmpty,
      character.isASCII, let digit = character.wholeNumberValue, let scopes = screens.last?.scopes,
      keys.has(.halfPageDown, in: scopes), scopes.allSatisfy({ $0 == .always || !$0.takesText })
    else { return nil }
    let command = keys.command(for: press, in: scopes)
    return command == keys.command(for: press, in: [.views]) || command == nil ? digit : nil
  }
}
