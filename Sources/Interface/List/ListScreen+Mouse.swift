import Foundation
import Reminders
import Terminal

extension ListScreen {
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    let panes = panes(in: Layout(context.size).body, context)
    if let details = panes.details, details.contains(mouse.position) {
      switch mouse.action {
      case .wheelDown: place.firstDetailLine += 3
      case .wheelUp: place.firstDetailLine = max(0, place.firstDetailLine - 3)
      case .press(.left): isInDetails = true
      default: break
      }
      return []
    }
    guard let list = panes.list, list.contains(mouse.position) else { return [] }
    switch mouse.action {
    case .wheelDown: scroll(by: 3, list, context)
    case .wheelUp: scroll(by: -3, list, context)
    case .press(.left): return click(mouse.position, list, context)
    default: break
    }
    return []
  }

  private mutating func click(_ position: Position, _ list: Rectangle, _ context: Context) -> [Step] {
    let index = place.firstLine + position.row - list.origin.row
    guard lines.all.indices.contains(index) else { return [] }
    isInDetails = false
    switch lines.all[index] {
    case .vanishing: return perform(.answerVanishing, context)
    case .overdue: isOverdueUnfolded.toggle()
    case .row(_, let row):
      let isDouble = lastClick.map { $0.row == row.id && context.now.timeIntervalSince($0.at) < 0.5 } ?? false
      lastClick = (row.id, context.now)
      place.select(row.id)
      let columns = RowColumns(width: list.size.columns)
      if columns.marking.contains(position.column - list.origin.column) { place.toggleMark(row.id) }
      if columns.checkBox.contains(position.column - list.origin.column) {
        return perform(view == .trash ? .restore : .toggleCompleted, context)
      }
      if isDouble { return perform(.open, context) }
    case .heading, .nothing, .more, .reading, .blank: break
    }
    return []
  }

  /// The selection comes along as far as it has to, to stay in view.
  private mutating func scroll(by count: Int, _ list: Rectangle, _ context: Context) {
    place.firstLine = min(max(0, place.firstLine + count), max(0, lines.all.count - list.size.rows))
    let visible = lines.all.dropFirst(place.firstLine).prefix(list.size.rows).compactMap { $0.row?.id }
    guard let selected = place.selected, !visible.contains(selected) else { return }
    place.select(count > 0 ? visible.first ?? selected : visible.last ?? selected)
  }
}
