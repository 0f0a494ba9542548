import Localization
import Reminders
import Terminal

/// One task after the other, each with its details, until something is decided on all of them.
///
/// Which tasks these are is fixed at the start. What happens to one of them elsewhere is seen here, and one that goes is
/// left out. Whatever was done to them can be undone as one.
struct TriageScreen: ScreenState {
  /// Nobody goes through more in a sitting; all of them are read anew with every change.
  static let most = 1_000

  let tasks: [ReminderID]
  /// As they were last seen.
  private var seen: [ReminderID: ReminderRow]
  /// Which of the tasks is shown; past the last one at the end.
  private(set) var place = 0
  /// How many of them were gone on from.
  private var passed = 0
  /// The summary is shown.
  private(set) var isOver = false
  private(set) var steps: [TriageStep] = []
  private var leftOut: Set<ReminderID> = []
  /// It was just undone that this one went, so it is about to be there again.
  private var returning: ReminderID?
  /// An undo waits until what is to be undone is on the disk.
  private(set) var isWaiting = false
  var firstLine = 0

  /// - Parameter rows: at least one, at most `most`.
  init(_ rows: [ReminderRow]) {
    tasks = rows.map(\.id)
    seen = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
  }

  var title: String { localized("Triage") }
  var current: ReminderID? { tasks.indices.contains(place) ? tasks[place] : nil }

  func currentRow(_ context: Context) -> ReminderRow? {
    current.flatMap { context.row($0) ?? seen[$0] }
  }

  /// Whether a task is deleted, or somebody else's, by now.
  func isGone(_ id: ReminderID, _ context: Context) -> Bool {
    guard id != returning, context.list.query.besides == tasks else { return false }
    return !context.list.besides.contains { $0.id == id }
  }

  func extend(_ query: inout ListQuery) { query.besides = tasks }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .back: return end()
    case .undo: return isOver ? undoAll() : undo()
    case .skip: move(by: 1, context)
    case .previousTask: goBack(context)
    default:
      if let distance = command.distance(context) {
        firstLine = max(0, firstLine + distance)
      } else if let row = justCompletedCall(command) ?? currentRow(context) {
        guard !isGone(row.id, context) else { return [.say(localized("This task is gone: skip it."))] }
        return SnoozeMenu.steps(for: command, on: [row.id], context)
          ?? TaskCommands.steps(for: command, on: [row], context) ?? []
      }
    }
    return []
  }

  /// The call, gone on from a moment ago, of which there may be something to say.
  private func justCompletedCall(_ command: Command) -> ReminderRow? {
    guard command == .sayOutcome, let last = steps.last, last.place == place - 1,
      TriageOutcome(last.action) == .completed
    else { return nil }
    return seen[tasks[last.place]].flatMap { $0.reminder.kind == .call ? $0 : nil }
  }

  /// To the summary, and from there back to the list; at once where nothing was done.
  private mutating func end() -> [Step] {
    if isOver || steps.isEmpty { return [.close] }
    isOver = true
    firstLine = 0
    return []
  }

  private mutating func goBack(_ context: Context) {
    // Where it was ended before the last task, that is the one to go back to.
    if isOver, current != nil { isOver = false } else { move(by: -1, context) }
  }

  /// To the next or the previous task that is not gone.
  private mutating func move(by direction: Int, _ context: Context) {
    var next = place + direction
    while tasks.indices.contains(next), isGone(tasks[next], context) {
      if !steps.contains(where: { $0.place == next }) { leftOut.insert(tasks[next]) }
      next += direction
    }
    if next >= 0 { show(next) }
  }

  private mutating func show(_ place: Int) {
    self.place = place
    passed = max(passed, place)
    isOver = place == tasks.count
    firstLine = 0
    returning = nil
  }

  /// Takes back the last thing that was done, and goes back to its task.
  private mutating func undo() -> [Step] {
    isWaiting = steps.contains { $0.entry == nil }
    guard !isWaiting else { return [] }
    guard let last = steps.popLast(), let entry = last.entry else {
      return [.say(localized("There is nothing to take back."))]
    }
    show(last.place)
    returning = current
    return [.effect(.perform(.undoEntries([entry])))]
  }

  private mutating func undoAll() -> [Step] {
    isWaiting = steps.contains { $0.entry == nil }
    guard !isWaiting else { return [] }
    let entries = steps.compactMap(\.entry)
    guard !entries.isEmpty else { return [.say(localized("There is nothing to take back."))] }
    return [.effect(.perform(.undoEntries(entries))), .close]
  }

  /// Whichever screen asked for it, what is done to one of the tasks counts, and most of it leads on to the next one.
  mutating func told(_ news: News, _ context: Context) -> [Step] {
    switch news {
    case .asked(let action):
      guard let outcome = TriageOutcome(action), let id = action.onlyTask, let place = tasks.firstIndex(of: id) else {
        return []
      }
      steps.append(TriageStep(place: place, action: action))
      if outcome.isDecision, place == self.place { move(by: 1, context) }
      return []
    case .answered(let action, let answer): return settle(action, answer)
    default: return []
    }
  }

  private mutating func settle(_ action: UserAction, _ answer: Answer) -> [Step] {
    guard let index = steps.firstIndex(where: { $0.entry == nil && $0.action == action }) else { return [] }
    if case .done(let report?) = answer, let entry = report.entry {
      steps[index].entry = entry
    } else {
      let step = steps.remove(at: index)
      if isWaiting, !isOver, index == steps.endIndex {
        // What was to be taken back did not come about.
        isWaiting = false
        show(step.place)
      }
      if answer == .done(nil) { return [.say(localized("There was nothing to change."))] }
    }
    guard isWaiting, steps.allSatisfy({ $0.entry != nil }) else { return [] }
    return isOver ? undoAll() : undo()
  }

  /// How many tasks each thing became of so far, those of the last one done to each.
  func outcomes(includingAhead: Bool) -> [(outcome: TriageOutcome, count: Int)] {
    var last: [Int: TriageOutcome] = [:]
    for step in steps { last[step.place] = TriageOutcome(step.action) }
    let end = includingAhead ? tasks.count : min(place, tasks.count)
    for index in 0..<max(end, 0) where last[index] == nil {
      last[index] = leftOut.contains(tasks[index]) ? .gone : index < passed ? .skipped : .ahead
    }
    return TriageOutcome.allCases.compactMap { outcome in
      let count = last.values.count { $0 == outcome }
      return count > 0 ? (outcome, count) : nil
    }
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    if let id = current, let row = context.row(id) {
      seen[id] = row
      if returning == id, context.list.besides.contains(where: { $0.id == id }) { returning = nil }
    }
    firstLine = min(firstLine, max(0, lines(in: area, context).count - details(in: area, context).size.rows))
  }
}
