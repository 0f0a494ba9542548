import OrgModel
import Reminders

/// The number by which a task is known here and there, however it was changed: `#17` at the beginning of its name or of
/// its details.
struct Serial: Hashable, Comparable {
  let number: Int

  init?(_ texts: String...) {
    let numbers = texts.compactMap { text -> Int? in
      guard let mark = text.firstIndex(of: "#") else { return nil }
      return Int(text[text.index(after: mark)...].prefix { $0.isNumber })
    }
    guard let first = numbers.first else { return nil }
    number = first
  }

  init?(_ fields: ReminderFields) { self.init(fields.name, fields.details) }
  init?(_ record: Record) { self.init(record["Subject"].text ?? "", record["Description"].text ?? "") }

  static func < (left: Serial, right: Serial) -> Bool { left.number < right.number }
}
