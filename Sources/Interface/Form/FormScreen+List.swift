import Localization
import Reminders
import Terminal

extension FormScreen {
  /// A record to choose: its name, what it is, and what tells it from others of its name.
  func render(recordAt index: Int, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    guard let picker = pickers[focus], picker.records.indices.contains(index) else { return }
    let record = picker.records[index]
    let isSelected = index == picker.selected
    let origin = place.origin.offset(columns: FormLayout.labelWidth - 2)
    let line = Rectangle(
      origin: origin, size: Size(columns: place.size.columns - FormLayout.labelWidth + 1, rows: 1))
    frame.write(isSelected ? context.glyphs.prompt : " ", at: origin, style: context.theme[.accent])
    var text = StyledLine(DisplayText(record.reference.shownName), context.theme[.text])
    text.append("  \(record.kind.word)", context.theme[.muted])
    if !record.detail.isEmpty { text.append(" \(context.glyphs.separator) \(record.detail)", context.theme[.muted]) }
    frame.write(text, at: origin.offset(columns: 2), width: line.size.columns - 2, mark: context.glyphs.ellipsis)
    if isSelected { frame.restyle(line, context.theme[.selection]) }
  }
}

extension RecordPicker {
  /// What stands beside the field: what is chosen, or that nothing is.
  func reading(isNew: Bool) -> String? {
    if isUnclear { return localized("not chosen") }
    if let chosen { return field.kinds.count == 1 ? nil : RecordKind(id: chosen.id).word }
    return field == .assignee && isNew ? localized("you") : nil
  }
}
