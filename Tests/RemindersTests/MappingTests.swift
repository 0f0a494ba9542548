import Foundation
import Reminders
import Testing

@Suite("Field mapping (sync-rules.md §1)")
struct MappingTests {
  let mapping = PicklistMapping()

  static func task(
    subject: String = "Call", status: String = "Not Started", priority: String = "Normal", isClosed: Bool = false
  ) -> SalesforceTask {
    let user = RecordReference(id: "005000000000001AAA", name: "Rep")
    let date = Date(timeIntervalSince1970: 1_800_000_000)
    return SalesforceTask(
      id: "00T000000000001AAA", subject: subject, status: status, isClosed: isClosed, priority: priority,
      due: Day(iso: "2026-11-25"), details: "d", subtype: "Task", owner: user, person: nil, relatedTo: nil,
      remindAt: nil, completedAt: nil, createdAt: date, modifiedAt: date, modifiedBy: user, stamp: date,
      isDeleted: false)
  }

  @Test(
    "Only the mapped statuses sync; any other leaves the field as it was agreed",
    arguments: [
      ("Not Started", true, false), ("Completed", false, true), ("In Progress", true, true),
      ("In Progress", false, false), ("Deferred", true, true), ("Cancelled", false, false),
    ])
  func status(there: String, before: Bool, after: Bool) {
    let base = ReminderFields(name: "Call", isCompleted: before)
    #expect(mapping.fields(of: Self.task(status: there), agreedBefore: base).isCompleted == after)
  }

  @Test(
    "Only the mapped priorities sync",
    arguments: [
      ("Normal", Reminder.Priority.high, Reminder.Priority.normal), ("High", .normal, .high), ("Low", .high, .high),
      ("Low", .normal, .normal),
    ])
  func priority(there: String, before: Reminder.Priority, after: Reminder.Priority) {
    let base = ReminderFields(name: "Call", priority: before)
    #expect(mapping.fields(of: Self.task(priority: there), agreedBefore: base).priority == after)
  }

  @Test("A Subject changed there never changes the name here; at import it is the name")
  func subject() {
    let task = Self.task(subject: "Renamed there", status: "In Progress", priority: "Low")
    #expect(mapping.fields(of: task, agreedBefore: ReminderFields(name: "Call")).name == "Call")
    let imported = mapping.fieldsAtImport(of: task)
    #expect(imported.name == "Renamed there")
    #expect(!imported.isCompleted)
    #expect(imported.priority == .normal)
  }

  @Test(
    "The kind follows from the subtype at import",
    arguments: [
      ("Email", Reminder.Kind.email), ("Call", .call), ("LinkedIn", .inMail), ("Task", .custom), ("Cadence", .custom),
      (nil, .custom),
    ] as [(String?, Reminder.Kind)])
  func kind(subtype: String?, kind: Reminder.Kind) {
    #expect(Reminder.Kind(taskSubtype: subtype) == kind)
  }

  @Test(
    "A text that Salesforce only trimmed, or gave its own line ends, did not change",
    arguments: [
      ("a\nb", "a\r\nb", true), ("a\n", "a", true), ("  ", "", true), ("a\rb", "a\nb", true), ("a b", "a  b", false),
    ])
  func trimmedTexts(here: String, there: String, isSame: Bool) {
    #expect(here.isSameInSalesforce(as: there) == isSame)
    var task = Self.task()
    task.details = there
    let fields = mapping.fields(of: task, agreedBefore: ReminderFields(name: "n", details: here))
    #expect(fields.details == (isSame ? here : there))
  }

  @Test("Renamed picklist values are mapped by the settings")
  func renamed() throws {
    var settings = SyncSettings()
    try settings.set(.statusCompleted, to: "Done")
    #expect(settings.mapping.isCompleted(status: "Done") == true)
    #expect(settings.mapping.isCompleted(status: "Completed") == nil)
    #expect(settings.mapping.status(isCompleted: true) == "Done")
  }
}

@Suite("Subject template (sync-rules.md §1)")
struct SubjectTemplateTests {
  @Test(
    "Dynamic fields are filled in, whatever their case; one without a value is nothing",
    arguments: [
      ("{{activity_subject}}", "Call Ada"), ("[CC] {{Activity_Subject}}", "[CC] Call Ada"),
      ("{{activity_type}}: {{ ACTIVITY_SUBJECT }}", "Call: Call Ada"),
      ("{{sales_campaign_name}}{{sales_campaign_day}}{{sales_campaign_step}}{{call_outcome}}{{call_reason}}x", "x"),
      ("a\nb\r\nc", "abc"), ("no fields } {", "no fields } {"),
    ])
  func rendering(template: String, subject: String) throws {
    #expect(try SubjectTemplate(template).subject(for: ReminderFields(name: "Call Ada", kind: .call)) == subject)
  }

  @Test("The Subject is cut at 255, never inside a character")
  func cut() {
    let family = "👩‍👩‍👧‍👦"
    let subject = SubjectTemplate.standard.subject(
      for: ReminderFields(name: String(repeating: "x", count: 250) + family + "y"))
    #expect(subject == String(repeating: "x", count: 250))
  }

  @Test("An unknown field is refused with those that exist")
  func unknown() {
    #expect(throws: SubjectTemplateError.unknownField("account")) { try SubjectTemplate("{{account}}") }
    #expect(throws: SubjectTemplateError.notClosed) { try SubjectTemplate("{{activity_subject") }
    #expect(SubjectTemplateError.unknownField("account").description.contains("{{call_outcome}}"))
  }

  @Test("Only a template with the name follows a rename")
  func follows() throws {
    #expect(SubjectTemplate.standard.depends(on: .name))
    #expect(try !SubjectTemplate("Call from Command Center").depends(on: .name))
  }
}
