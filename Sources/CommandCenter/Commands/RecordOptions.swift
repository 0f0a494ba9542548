import ArgumentParser
import ReminderStore
import Reminders

/// Whom and what a task is about, by name or by Id.
struct RecordOptions: ParsableArguments {
  @Option(help: "The contact or lead to follow up with: a name that is known here, a Salesforce Id, or none.")
  var person: String?
  @Option(help: "The account or opportunity that it is about: a name that is known here, a Salesforce Id, or none.")
  var related: String?
  @Option(help: "The user who is to do it: a name that is known here, or a Salesforce Id.")
  var assignee: String?

  private var values: [(field: ReferenceField, text: String)] {
    [(ReferenceField.person, person), (.relatedTo, related), (.assignee, assignee)]
      .compactMap { field, text in text.map { (field, $0) } }
  }

  var isEmpty: Bool { values.isEmpty }

  /// Writes what is given; returns the fields that it is.
  ///
  /// - Throws: `ReminderError` for a name that nobody or several have, with those that there are, and for a lead together
  ///   with something that the task is related to.
  func write(to fields: inout ReminderFields, from store: ReminderStore) throws -> Set<ReminderField> {
    for (field, text) in values {
      let lookUp = LookUp(field, text)
      if lookUp.text == "none" {
        guard field != .assignee else { throw ReminderError.nobodyToDoIt }
        fields[field] = nil
      } else {
        fields[field] = try lookUp.reference(among: store.records(lookUp))
      }
    }
    if !isEmpty { try fields.checkRelation() }
    return Set(values.map(\.field.reminderField))
  }
}
