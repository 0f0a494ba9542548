import Foundation
import Localization
import Reminders

/// The fields that point to records, with their lists.
extension FormScreen {
  /// The list that takes the keys, if one is open.
  var isListOpen: Bool { pickers[focus]?.records.isEmpty == false }

  /// What a key does to an open list; whether that was all.
  mutating func performInList(_ command: Command) -> Bool {
    guard pickers[focus]?.isOpen == true else { return false }
    switch command {
    case .back: pickers[focus]?.close()
    case .down where isListOpen: pickers[focus]?.move(by: 1)
    case .up where isListOpen: pickers[focus]?.move(by: -1)
    case .open: return pickers[focus]?.take() ?? false
    case .nextField, .previousField:
      _ = pickers[focus]?.take()
      return false
    default: return false
    }
    return true
  }

  func nextDeadline(_ context: Context) -> Date? { pickers.values.compactMap(\.deadline).min() }

  mutating func timePassed(_ context: Context) -> [Step] {
    pickers.keys.flatMap { pickers[$0]?.timePassed(context) ?? [] }
  }

  /// Why Salesforce would refuse the person together with what the task is related to.
  var relationProblem: String? {
    var fields = ReminderFields(name: "")
    for (field, picker) in pickers { field.reference.map { fields[$0] = picker.chosen } }
    do { try fields.checkRelation() } catch { return error.description }
    return nil
  }

  /// Writes whom the fields mean into the fields of the task, or what is wrong with them.
  mutating func writeRecords(to fields: inout ReminderFields) {
    for field in FormField.allCases {
      guard let reference = field.reference else { continue }
      pickers[field]?.leave()
      guard let picker = pickers[field] else { continue }
      if picker.isUnclear { errors[field] = picker.unclear }
      // A new task without anybody to do it is the user's own.
      if reference == .assignee, picker.chosen == nil, picker.original != nil, errors[field] == nil {
        errors[field] = ReminderError.nobodyToDoIt.description
      }
      fields[reference] = picker.chosen
    }
    if let relationProblem { errors[.relatedTo] = relationProblem }
  }
}

extension RecordPicker {
  /// What is wrong with a text that means nobody, or one of several.
  fileprivate var unclear: String {
    let text = text.text.trimmed
    guard lookAhead.records.isEmpty else {
      return localized("“\(text)” can be several: choose one from the list, or empty the field.")
    }
    return switch field {
    case .assignee: localized("No user “\(text)” is known here: check the name, or empty the field.")
    case .person: localized("No person “\(text)” is known here: check the name, or empty the field.")
    case .relatedTo: localized("No record “\(text)” is known here: check the name, or empty the field.")
    }
  }
}
