import Terminal

/// The keys that move, the same in every list and text, and how far they go.
extension KeyBinding {
  /// What the lines of a list are.
  enum ListedThing {
    case task, change, setting, finding, profile
  }

  /// The keys of a list of such things.
  ///
  /// - Parameter byTab: `tab` goes on too, as in a form.
  static func movement(over thing: ListedThing, byTab: Bool = false) -> [KeyBinding] {
    let (next, previous, first, last) = thing.ways
    return [
      KeyBinding(.down, byTab ? "j down tab" : "j down", next),
      KeyBinding(.up, byTab ? "k up backtab" : "k up", previous),
      KeyBinding(.first, "g home", first),
      KeyBinding(.last, "G end", last),
    ] + pages
  }

  /// The keys of a text that may be longer than its place.
  static let scrolling =
    [
      KeyBinding(.down, "j down", "scroll down"),
      KeyBinding(.up, "k up", "scroll up"),
      KeyBinding(.first, "g home", "to the top"),
      KeyBinding(.last, "G end", "to the end"),
    ] + pages

  private static let pages = [
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "half a page down"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "half a page up"),
  ]
}

extension KeyBinding.ListedThing {
  /// Whole for each, since in other languages "next" is not the same beside every noun.
  fileprivate var ways: (next: KeyedText, previous: KeyedText, first: KeyedText, last: KeyedText) {
    switch self {
    case .task:
      (KeyedText("next task"), KeyedText("previous task"), KeyedText("first task"), KeyedText("last task"))
    case .change:
      (KeyedText("next change"), KeyedText("previous change"), KeyedText("first change"), KeyedText("last change"))
    case .setting:
      (KeyedText("next setting"), KeyedText("previous setting"), KeyedText("first setting"), KeyedText("last setting"))
    case .finding:
      (KeyedText("next finding"), KeyedText("previous finding"), KeyedText("first finding"), KeyedText("last finding"))
    case .profile:
      (KeyedText("next profile"), KeyedText("previous profile"), KeyedText("first profile"), KeyedText("last profile"))
    }
  }
}

extension Command {
  /// By how many lines it moves; `nil` if it does not. Whoever moves stops at the ends.
  ///
  /// A count does it so many times; to one of the ends with a count is to the line of that number, as in vi.
  ///
  /// - Parameter position: The line that one is on, counted from 0.
  func distance(_ context: Context, from position: Int = 0) -> Int? {
    let half = max(1, Layout(context.size).body.size.rows / 2)
    let times = context.count ?? 1
    let farthest = 1_000_000
    return switch self {
    case .down: times
    case .up: -times
    case .halfPageDown: half * times
    case .halfPageUp: -half * times
    case .first: context.count.map { $0 - 1 - position } ?? -farthest
    case .last: context.count.map { $0 - 1 - position } ?? farthest
    default: nil
    }
  }
}
