import Localization

extension RefusalAdvice {
  /// By code. Sources: SOAP API Developer Guide, "Core Data Types Used in API Calls" (ExceptionCode, StatusCode); Marketo
  /// Sales Connect, "Salesforce Diagnostics".
  static let table = values.merging(links) { $1 }.merging(access) { $1 }.merging(passing) { $1 }.merging(kept) { $1 }

  /// A value of the task is not as the org wants it.
  private static let values: [String: RefusalAdvice] = [
    "FIELD_CUSTOM_VALIDATION_EXCEPTION": .init(
      LocalizedText("The task breaks a validation rule of your organization."),
      LocalizedText(
        "Read the message from Salesforce, which your administrator wrote; edit the task to fit, then retry.")),
    "FIELD_INTEGRITY_EXCEPTION": .init(
      LocalizedText("A value of the task does not fit the field or the record that it belongs to."),
      LocalizedText(
        "Check the field that the message names, and the person and the record that the task is for; then retry.")),
    "INVALID_EMAIL_ADDRESS": .init(
      LocalizedText("An e-mail address is not written as one."),
      LocalizedText("Correct the address in Salesforce or in the task, then retry.")),
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST": .init(
      LocalizedText("Your organization does not have this value for Status or Priority."),
      LocalizedText("Choose in Settings which of its values stand for open, completed, normal and high; then retry.")),
    "INVALID_TYPE_ON_FIELD_IN_RECORD": .init(
      LocalizedText("A value is of another kind than its field in Salesforce takes."),
      LocalizedText("Edit the field that the message names, then retry; if that does not help, ask your administrator.")
    ),
    "NUMBER_OUTSIDE_VALID_RANGE": .init(
      LocalizedText("A number or a date is larger or smaller than Salesforce takes."),
      LocalizedText("Edit the due date or the reminder to a usual year, then retry.")),
    "REQUIRED_FIELD_MISSING": .init(
      LocalizedText("Your organization wants a field filled in that this task leaves empty."),
      LocalizedText("Fill in the field that the message names, here or in Salesforce; then retry.")),
    "MAX_TASK_DESCRIPTION_EXCEEEDED": .init(
      LocalizedText("The details are longer than Salesforce takes for a task: 32,000 characters."),
      LocalizedText("Shorten the details, then retry.")),
    "STRING_TOO_LONG": .init(
      LocalizedText(
        "A text is longer than its field in Salesforce: 255 characters for the subject, 32,000 for the details."),
      LocalizedText("Shorten the text, then retry.")),
    "DUPLICATE_VALUE": .init(
      LocalizedText("Another record in Salesforce already has a value that may be there only once."),
      LocalizedText(
        "Look in Salesforce whether this task is there already, perhaps where you may not see it; ask your administrator."
      )
    ),
    "DUPLICATES_DETECTED": .init(
      LocalizedText("A duplicate rule of your organization takes this task for one that is there already."),
      LocalizedText(
        "Look for the other task in Salesforce; give this one up, or edit it so that they differ and retry.")),
    "DUPLICATE_EXTERNAL_ID": .init(
      LocalizedText("Several records in Salesforce have the key by which this task is found."),
      LocalizedText("Ask your administrator to remove the doubles or to make the external Id field unique; then retry.")
    ),
  ]

  /// What the task belongs to.
  private static let links: [String: RefusalAdvice] = [
    "INVALID_CROSS_REFERENCE_KEY": .init(
      LocalizedText(
        "The person, the record or the assignee of the task is not there any more, or is not what the task can be for."),
      LocalizedText("Choose another one, or none, then retry.")),
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY": .init(
      LocalizedText("You may not use the person, the record or the assignee that the task is for."),
      LocalizedText("Choose another one, or ask your administrator for access to it; then retry.")),
    "FIELD_FILTER_VALIDATION_EXCEPTION": .init(
      LocalizedText(
        "The person or the record that the task is for is not among those that your organization allows there."),
      LocalizedText("Choose another one, then retry.")),
    "CANNOT_UPDATE_CONVERTED_LEAD": .init(
      LocalizedText("The task is for a lead that has since been converted."),
      LocalizedText("Choose the contact that the lead became, then retry.")),
    "INACTIVE_OWNER_OR_USER": .init(
      LocalizedText("The assignee can no longer log in to Salesforce."),
      LocalizedText("Assign the task to somebody else, then retry.")),
    "INVALID_USERID": .init(
      LocalizedText("The assignee is not an active user of your organization."),
      LocalizedText("Assign the task to somebody else, then retry.")),
    "OP_WITH_INVALID_USER_TYPE_EXCEPTION": .init(
      LocalizedText("The assignee is a kind of user who cannot have tasks."),
      LocalizedText("Assign the task to somebody else, then retry.")),
    "TRANSFER_REQUIRES_READ": .init(
      LocalizedText("The assignee may not see the task that he is to get."),
      LocalizedText("Assign it to somebody else, or ask your administrator to give the assignee access.")),
    "MALFORMED_ID": .init(
      LocalizedText("An Id of the task or of what it is for is not one of Salesforce's."),
      LocalizedText("Choose the person, the record and the assignee anew, then retry.")),
    "NOT_FOUND": .init(
      LocalizedText("The task is not in Salesforce any more, or you may no longer see it."),
      LocalizedText("Look for it in Salesforce; give the change up, or send the task anew.")),
    "ENTITY_IS_DELETED": .init(
      LocalizedText("The task was deleted in Salesforce."),
      LocalizedText("Give the change up, or restore your version from the conflict log as a new task.")),
    "ENTITY_IS_ARCHIVED": .init(
      LocalizedText("Salesforce has archived the task, as it does a year after it is done."),
      LocalizedText("Give the change up, or make a new task; if you need the old one, ask your administrator.")),
    "PRECONDITION_FAILED": .init(
      LocalizedText("Somebody changed the task in Salesforce at the same moment."),
      LocalizedText("Nothing to do: the next sync reads it and merges both changes.")),
  ]

  /// What was not sent, since the user may not do it there (`MissingRight`).
  private static let kept: [String: RefusalAdvice] = [
    MissingRight.create.rawValue: .init(
      LocalizedText("You may not create tasks in Salesforce, so this one stays here."),
      LocalizedText("It is sent as soon as your administrator gives you the right; or give it up, and it is only here.")
    ),
    MissingRight.edit.rawValue: .init(
      LocalizedText("You may not change tasks in Salesforce, so your change stays here."),
      LocalizedText(
        "It is sent as soon as your administrator gives you the right; or give it up: what is there stands.")),
    MissingRight.delete.rawValue: .init(
      LocalizedText("You may not delete tasks in Salesforce, so the task is still there."),
      LocalizedText(
        "It is deleted as soon as your administrator gives you the right; or give it up, and the task comes back.")),
    MissingRight.field.rawValue: .init(
      LocalizedText("You may not change this field in Salesforce, so your value of it stays here."),
      LocalizedText(
        "It is sent as soon as your administrator lets you edit the field; or give it up: what is there stands.")),
  ]

  /// What the user, the program or the org may not do.
  private static let access: [String: RefusalAdvice] = [
    "INSUFFICIENT_ACCESS_OR_READONLY": .init(
      LocalizedText("You may not change this task in Salesforce."),
      LocalizedText("Ask its owner or your administrator for the right to edit it, then retry; or give the change up.")),
    "INSUFFICIENT_ACCESS": .init(
      LocalizedText("Your user may not do this in Salesforce."),
      LocalizedText("Ask your administrator for the right, then retry.")),
    "ENTITY_IS_LOCKED": .init(
      LocalizedText("The record is locked, as while it waits for an approval."),
      LocalizedText("Retry when the approval is given, or ask your administrator to unlock it.")),
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY": .init(
      LocalizedText("An automation of your organization failed on this task, or you may not write tasks at all."),
      LocalizedText("Show the message to your administrator, who can find the trigger or grant the right; then retry.")),
    "CANNOT_EXECUTE_FLOW_TRIGGER": .init(
      LocalizedText("An automation (a flow) of your organization failed on this task."),
      LocalizedText("Show the message to your administrator, who can find the flow; then retry.")),
    "APEX_ERROR": .init(
      LocalizedText("An automation (Apex code) of your organization failed on this task."),
      LocalizedText("Show the message to your administrator, who can find the code; then retry.")),
    "TXN_SECURITY_NO_ACCESS": .init(
      LocalizedText("A security policy of your organization forbids this."),
      LocalizedText("Ask your administrator which policy it is and what it allows.")),
    "INVALID_FIELD_FOR_INSERT_UPDATE": .init(
      LocalizedText("You may not write one of the fields of this task."),
      LocalizedText("Ask your administrator for the right to edit the field that the message names, then retry.")),
    "INVALID_FIELD": .init(
      LocalizedText("A field that Command Center uses is hidden from you or is not in your organization."),
      LocalizedText("Ask your administrator for access to the field that the message names; then connect again.")),
    "INVALID_TYPE": .init(
      LocalizedText("Tasks are hidden from you in this organization."),
      LocalizedText("Ask your administrator for access to tasks.")),
    "API_DISABLED_FOR_ORG": .init(
      LocalizedText("Your organization or your user may not use the API, by which Command Center talks to Salesforce."),
      LocalizedText("Ask your administrator for the permission \"API Enabled\" and an edition with API access.")),
    "API_CURRENTLY_DISABLED": .init(
      LocalizedText("The API, by which Command Center talks to Salesforce, is switched off for now."),
      LocalizedText("Wait some minutes; if it stays so, ask your administrator whether your user may use the API.")),
    "INVALID_SESSION_ID": .init(
      LocalizedText("Your session in Salesforce ended."),
      LocalizedText("Log in again; your changes are kept and sent then.")),
    "invalid_grant": .init(
      LocalizedText(
        "Salesforce no longer accepts the login: it expired or was revoked, or your user or this network is not allowed."
      ),
      LocalizedText("Log in again; if that is refused too, show the message to your administrator.")),
    "STORAGE_LIMIT_EXCEEDED": .init(
      LocalizedText("Your organization has no space left in Salesforce for new records."),
      LocalizedText("Ask your administrator to make space; then retry.")),
    "LIMIT_EXCEEDED": .init(
      LocalizedText("A limit of your organization is reached."),
      LocalizedText("Show the message to your administrator; retry later.")),
  ]

  /// What passes by itself: the sync tries again.
  private static let passing: [String: RefusalAdvice] = [
    "REQUEST_LIMIT_EXCEEDED": .init(
      LocalizedText("Your organization has used up its API requests, for now or for 24 hours."),
      LocalizedText("Nothing to do: the sync goes on by itself; if it happens often, tell your administrator.")),
    "UNABLE_TO_LOCK_ROW": .init(
      LocalizedText("Somebody or something was changing the same record just then."),
      LocalizedText("Nothing to do: it is sent again by itself; if it stays so, tell your administrator.")),
    "QUERY_TIMEOUT": .init(
      LocalizedText("Salesforce took too long to find the tasks."),
      LocalizedText("Nothing to do: it is asked again by itself; if it stays so, tell your administrator.")),
    "OPERATION_TOO_LARGE": .init(
      LocalizedText("There are more tasks than Salesforce can go through at once for you."),
      LocalizedText("Choose the import of the last 24 hours in Settings; if it stays so, tell your administrator.")),
    "SERVER_UNAVAILABLE": .init(
      LocalizedText("Salesforce is too busy or under maintenance."),
      LocalizedText("Nothing to do: the sync goes on by itself.")),
    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE": .init(
      LocalizedText("Salesforce is under maintenance and takes no changes."),
      LocalizedText("Nothing to do: the sync goes on by itself; or retry later.")),
    "TOO_MANY_APEX_REQUESTS": .init(
      LocalizedText("Your organization's automations are overloaded."),
      LocalizedText("Retry in some minutes; if it stays so, tell your administrator.")),
    "REQUEST_RUNNING_TOO_LONG": .init(
      LocalizedText("Salesforce took too long over this and stopped."),
      LocalizedText("Retry; if it stays so, tell your administrator.")),
    "INVALID_QUERY_LOCATOR": .init(
      LocalizedText("A long list from Salesforce expired before it was read to its end."),
      LocalizedText("Nothing to do: the sync reads on from where it stopped.")),
    "UNKNOWN_EXCEPTION": .init(
      LocalizedText("Something failed inside Salesforce that it does not explain."),
      LocalizedText(
        "Retry; if it stays so, give your administrator the number in the message for Salesforce's support.")),
  ]
}
