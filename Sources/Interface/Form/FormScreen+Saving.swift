import Foundation
import Reminders
import Terminal

extension FormScreen {
  /// Asks nothing if there is nothing to lose; else the first time only warns.
  mutating func leave(_ context: Context) -> [Step] {
    let warning = context.keys.text("Not saved: \(.save) saves it, \(.back) once more discards it.", in: [.form])
    if !isChanged || failure == warning { return [.close] }
    failure = warning
    return []
  }

  var isChanged: Bool {
    let fields = original?.reminder.fields ?? ReminderFields(name: "")
    let initial: [FormField: String] = [
      .name: fields.name, .callOutcome: fields.callOutcome, .callReason: fields.callReason, .details: fields.details,
    ]
    return initial.merging(initialDays) { $1 }.contains { self[$0.key].text != $0.value }
      || pickers.values.contains(where: \.isChanged)
      || priority != fields.priority || kind != fields.kind
  }

  mutating func save(_ context: Context) -> [Step] {
    guard !isSaving, let draft = validated(context) else { return [] }
    guard let original, !isOriginalGone else {
      isSaving = true
      return [.effect(.perform(.create(draft)))]
    }
    let changed = draft.fields.differences(from: original.reminder.fields)
    if changed.isEmpty { return [.close] }
    isSaving = true
    return [.effect(.perform(.edit(original.id, draft.fields, changed)))]
  }

  /// What is typed as a draft, or `nil` with the errors at their fields.
  private mutating func validated(_ context: Context) -> ReminderDraft? {
    errors = [:]
    var fields = original?.reminder.fields ?? ReminderFields(name: "")
    do { fields.name = try ReminderDraft.validatedName(self[.name].text) } catch { errors[.name] = error.description }
    do { fields.due = try readDue(context) } catch { errors[.due] = error.description }
    // Seconds that the field does not show stay.
    if self[.remind].text != initialDays[.remind] {
      do { fields.remindAt = try readRemind(context) } catch { errors[.remind] = error.description }
    }
    let details = self[.details].text
    do { try ReminderDraft.validateDetails(details) } catch { errors[.details] = error.description }
    fields.details = details
    if kind == .call {
      fields.callOutcome = validatedCallText(.callOutcome)
      fields.callReason = validatedCallText(.callReason)
    }
    writeRecords(to: &fields)
    fields.priority = priority
    fields.kind = kind
    if let first = self.fields.first(where: { errors[$0] != nil }) {
      move(to: first)
      return nil
    }
    // A name that was not touched is not cleaned up, else it would count as changed.
    if let original, self[.name].text == original.reminder.fields.name { fields.name = self[.name].text }
    return ReminderDraft(fields: fields)
  }

  private mutating func validatedCallText(_ field: FormField) -> String {
    let text = self[field].text.trimmed
    do { try ReminderDraft.validateCallText(text) } catch { errors[field] = error.description }
    return text
  }

  /// The day that is typed; `nil` for none.
  func readDue(_ context: Context) throws(ReminderError) -> Day? {
    let text = self[.due].text.trimmed
    if text.isEmpty { return nil }
    switch DayExpression(today: context.today.day).read(text) {
    case .day(let day): return day
    case .impossible(let text): throw .noSuchDay(text)
    case .none: throw .notADate(text)
    }
  }

  /// The instant that is typed; `nil` for none. A time alone is of the day when the task is due.
  func readRemind(_ context: Context) throws(ReminderError) -> Date? {
    let text = self[.remind].text.trimmed
    if text.isEmpty { return nil }
    let days = DayExpression(today: context.today.day)
    let due = (try? readDue(context)) ?? context.today.day
    return try MomentExpression(days, timeZone: context.timeZone).read(text, on: due)
  }

  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] {
    isSaving = false
    switch answer {
    case .failed(let line):
      failure = line
      return []
    case .done(let report?) where report.reminders.isEmpty:
      isOriginalGone = true
      failure = context.keys.text("The task was deleted meanwhile: \(.save) adds it as a new one.", in: [.form])
      return []
    case .done, .saved: return [.close]
    }
  }
}
