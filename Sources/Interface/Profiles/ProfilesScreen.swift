import Localization
import Reminders
import Terminal

/// All profiles: each is an org and its tasks, with settings and a login of its own.
struct ProfilesScreen: ScreenState {
  /// `nil` until they are read.
  private(set) var profiles: [ProfileSummary]?
  private(set) var selected = 0
  private(set) var firstItem = 0
  /// The name of a new one while it is typed.
  private(set) var name: TextField?
  /// What is wrong with it.
  private(set) var nameError: String?

  /// A profile takes two lines.
  static let itemHeight = 2

  static let keys =
    [KeyBinding(.open, "enter", "go on with it", hint: "open")] + KeyBinding.movement(over: .profile) + [
      KeyBinding(.add, "a", "make a new one, and connect it to an org", hint: "new"),
      KeyBinding(.delete, "d", "delete it, with its tasks and its login here; it asks first", hint: "delete"),
      KeyBinding(.back, "esc q P", "close", hint: "close"),
      KeyBinding(.help, "?", "the keys of this screen", hint: "help"),
      .palette,
    ]

  static let nameKeys = [
    KeyBinding(.save, "enter", "make it", hint: "make it"),
    KeyBinding(.back, "esc", "make none", hint: "cancel"),
  ]

  var title: String { localized("Profiles") }
  var scopes: [Scope] { [name == nil ? .profiles : .profileName, .always] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    let all = profiles ?? []
    let chosen = all.indices.contains(selected) ? all[selected] : nil
    switch command {
    case .open: return chosen.map { open($0.name, context) } ?? []
    case .add: name = TextField()
    case .delete: return chosen.map { delete($0, context) } ?? []
    case .save: return make(context)
    case .back where name != nil: (name, nameError) = (nil, nil)
    case .back: return [.close]
    default: selected += command.distance(context, from: selected) ?? 0
    }
    return []
  }

  private func open(_ name: String, _ context: Context) -> [Step] {
    name == context.profile.name ? [.close] : [.effect(.openProfile(name))]
  }

  private func delete(_ profile: ProfileSummary, _ context: Context) -> [Step] {
    if profile.name == context.profile.name {
      return [.say(localized("This profile is open: go to another one first, then delete it."))]
    }
    return [.open(ProfileDeletion(profile))]
  }

  private mutating func make(_ context: Context) -> [Step] {
    do {
      let name = try ProfileName.validated(self.name?.text ?? "")
      let taken = (profiles ?? []).map(\.name) + [context.profile.name, ProfileName.demo]
      guard !taken.contains(name) else {
        nameError =
          name == ProfileName.demo
          ? localized("“demo” is the demo's own.") : localized("There is a profile “\(name)” already.")
        return []
      }
      return [.effect(.openProfile(name))]
    } catch {
      nameError = error.description
      return []
    }
  }

  mutating func told(_ news: News, _ context: Context) -> [Step] {
    guard case .profiles(let found) = news else { return [] }
    // The selection stays on its profile; at first it is the one that is open.
    let known = profiles.flatMap { $0.indices.contains(selected) ? $0[selected].name : nil } ?? context.profile.name
    profiles = found
    selected = found.firstIndex { $0.name == known } ?? selected
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    if name?.press(press) == true { nameError = nil }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    name?.insert(text)
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    guard name == nil else { return [] }
    switch mouse.action {
    case .wheelDown: selected += 1
    case .wheelUp: selected -= 1
    case .press(.left):
      let area = Layout(context.size).body
      guard area.contains(mouse.position) else { return [] }
      let item = firstItem + (mouse.position.row - area.origin.row) / ProfilesScreen.itemHeight
      if profiles?.indices.contains(item) == true { selected = item }
    default: break
    }
    return []
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let count = profiles?.count ?? 0
    selected = min(max(0, selected), max(0, count - 1))
    let shown = max(1, listHeight(area) / ProfilesScreen.itemHeight)
    firstItem = max(min(firstItem, selected, max(0, count - shown)), selected - shown + 1)
    name?.settleLine(width: ProfilesScreen.nameWidth(area))
  }

  /// What is left where the name of a new one is typed below.
  func listHeight(_ area: Rectangle) -> Int { max(0, area.size.rows - (name == nil ? 0 : 3)) }
  static func nameWidth(_ area: Rectangle) -> Int { max(4, area.size.columns - 4) }
}
