extension RefusalAdvice {
  /// By code. Sources: SOAP API Developer Guide, "Core Data Types Used in API Calls" (ExceptionCode, StatusCode); Marketo
  /// Sales Connect, "Salesforce Diagnostics".
  static let table = values.merging(links) { $1 }.merging(access) { $1 }.merging(passing) { $1 }.merging(kept) { $1 }

  /// A value of the task is not as the org wants it.
  private static let values: [String: RefusalAdvice] = [
    "FIELD_CUSTOM_VALIDATION_EXCEPTION": .init(
      "The task breaks a validation rule of your organization.",
      "Read the message from Salesforce, which your administrator wrote; edit the task to fit, then retry."),
    "FIELD_INTEGRITY_EXCEPTION": .init(
      "A value of the task does not fit the field or the record that it belongs to.",
      "Check the field that the message names, and the person and the record that the task is for; then retry."),
    "INVALID_EMAIL_ADDRESS": .init(
      "An e-mail address is not written as one.", "Correct the address in Salesforce or in the task, then retry."),
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST": .init(
      "Your organization does not have this value for Status or Priority.",
      "Choose in Settings which of its values stand for open, completed, normal and high; then retry."),
    "INVALID_TYPE_ON_FIELD_IN_RECORD": .init(
      "A value is of another kind than its field in Salesforce takes.",
      "Edit the field that the message names, then retry; if that does not help, ask your administrator."),
    "NUMBER_OUTSIDE_VALID_RANGE": .init(
      "A number or a date is larger or smaller than Salesforce takes.",
      "Edit the due date or the reminder to a usual year, then retry."),
    "REQUIRED_FIELD_MISSING": .init(
      "Your organization wants a field filled in that this task leaves empty.",
      "Fill in the field that the message names, here or in Salesforce; then retry."),
    "MAX_TASK_DESCRIPTION_EXCEEEDED": .init(
      "The details are longer than Salesforce takes for a task: 32,000 characters.", "Shorten the details, then retry."),
    "STRING_TOO_LONG": .init(
      "A text is longer than its field in Salesforce: 255 characters for the subject, 32,000 for the details.",
      "Shorten the text, then retry."),
    "DUPLICATE_VALUE": .init(
      "Another record in Salesforce already has a value that may be there only once.",
      "Look in Salesforce whether this task is there already, perhaps where you may not see it; ask your administrator."
    ),
    "DUPLICATES_DETECTED": .init(
      "A duplicate rule of your organization takes this task for one that is there already.",
      "Look for the other task in Salesforce; give this one up, or edit it so that they differ and retry."),
    "DUPLICATE_EXTERNAL_ID": .init(
      "Several records in Salesforce have the key by which this task is found.",
      "Ask your administrator to remove the doubles or to make the external Id field unique; then retry."),
  ]

  /// What the task belongs to.
  private static let links: [String: RefusalAdvice] = [
    "INVALID_CROSS_REFERENCE_KEY": .init(
      "The person, the record or the assignee of the task is not there any more, or is not what the task can be for.",
      "Choose another one, or none, then retry."),
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY": .init(
      "You may not use the person, the record or the assignee that the task is for.",
      "Choose another one, or ask your administrator for access to it; then retry."),
    "FIELD_FILTER_VALIDATION_EXCEPTION": .init(
      "The person or the record that the task is for is not among those that your organization allows there.",
      "Choose another one, then retry."),
    "CANNOT_UPDATE_CONVERTED_LEAD": .init(
      "The task is for a lead that has since been converted.",
      "Choose the contact that the lead became, then retry."),
    "INACTIVE_OWNER_OR_USER": .init(
      "The assignee can no longer log in to Salesforce.", "Assign the task to somebody else, then retry."),
    "INVALID_USERID": .init(
      "The assignee is not an active user of your organization.", "Assign the task to somebody else, then retry."),
    "OP_WITH_INVALID_USER_TYPE_EXCEPTION": .init(
      "The assignee is a kind of user who cannot have tasks.", "Assign the task to somebody else, then retry."),
    "TRANSFER_REQUIRES_READ": .init(
      "The assignee may not see the task that he is to get.",
      "Assign it to somebody else, or ask your administrator to give the assignee access."),
    "MALFORMED_ID": .init(
      "An Id of the task or of what it is for is not one of Salesforce's.",
      "Choose the person, the record and the assignee anew, then retry."),
    "NOT_FOUND": .init(
      "The task is not in Salesforce any more, or you may no longer see it.",
      "Look for it in Salesforce; give the change up, or send the task anew."),
    "ENTITY_IS_DELETED": .init(
      "The task was deleted in Salesforce.",
      "Give the change up, or restore your version from the conflict log as a new task."),
    "ENTITY_IS_ARCHIVED": .init(
      "Salesforce has archived the task, as it does a year after it is done.",
      "Give the change up, or make a new task; if you need the old one, ask your administrator."),
    "PRECONDITION_FAILED": .init(
      "Somebody changed the task in Salesforce at the same moment.",
      "Nothing to do: the next sync reads it and merges both changes."),
  ]

  /// What was not sent, since the user may not do it there (`MissingRight`).
  private static let kept: [String: RefusalAdvice] = [
    MissingRight.create.rawValue: .init(
      "You may not create tasks in Salesforce, so this one stays here.",
      "It is sent as soon as your administrator gives you the right; or give it up, and it is only here."),
    MissingRight.edit.rawValue: .init(
      "You may not change tasks in Salesforce, so your change stays here.",
      "It is sent as soon as your administrator gives you the right; or give it up: what is there stands."),
    MissingRight.delete.rawValue: .init(
      "You may not delete tasks in Salesforce, so the task is still there.",
      "It is deleted as soon as your administrator gives you the right; or give it up, and the task comes back."),
    MissingRight.field.rawValue: .init(
      "You may not change this field in Salesforce, so your value of it stays here.",
      "It is sent as soon as your administrator lets you edit the field; or give it up: what is there stands."),
  ]

  /// What the user, the program or the org may not do.
  private static let access: [String: RefusalAdvice] = [
    "INSUFFICIENT_ACCESS_OR_READONLY": .init(
      "You may not change this task in Salesforce.",
      "Ask its owner or your administrator for the right to edit it, then retry; or give the change up."),
    "INSUFFICIENT_ACCESS": .init(
      "Your user may not do this in Salesforce.", "Ask your administrator for the right, then retry."),
    "ENTITY_IS_LOCKED": .init(
      "The record is locked, as while it waits for an approval.",
      "Retry when the approval is given, or ask your administrator to unlock it."),
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY": .init(
      "An automation of your organization failed on this task, or you may not write tasks at all.",
      "Show the message to your administrator, who can find the trigger or grant the right; then retry."),
    "CANNOT_EXECUTE_FLOW_TRIGGER": .init(
      "An automation (a flow) of your organization failed on this task.",
      "Show the message to your administrator, who can find the flow; then retry."),
    "APEX_ERROR": .init(
      "An automation (Apex code) of your organization failed on this task.",
      "Show the message to your administrator, who can find the code; then retry."),
    "TXN_SECURITY_NO_ACCESS": .init(
      "A security policy of your organization forbids this.",
      "Ask your administrator which policy it is and what it allows."),
    "INVALID_FIELD_FOR_INSERT_UPDATE": .init(
      "You may not write one of the fields of this task.",
      "Ask your administrator for the right to edit the field that the message names, then retry."),
    "INVALID_FIELD": .init(
      "A field that Command Center uses is hidden from you or is not in your organization.",
      "Ask your administrator for access to the field that the message names; then connect again."),
    "INVALID_TYPE": .init(
      "Tasks are hidden from you in this organization.", "Ask your administrator for access to tasks."),
    "API_DISABLED_FOR_ORG": .init(
      "Your organization or your user may not use the API, by which Command Center talks to Salesforce.",
      "Ask your administrator for the permission \"API Enabled\" and an edition with API access."),
    "API_CURRENTLY_DISABLED": .init(
      "The API, by which Command Center talks to Salesforce, is switched off for now.",
      "Wait some minutes; if it stays so, ask your administrator whether your user may use the API."),
    "INVALID_SESSION_ID": .init(
      "Your session in Salesforce ended.", "Log in again; your changes are kept and sent then."),
    "invalid_grant": .init(
      "Salesforce no longer accepts the login: it expired or was revoked, or your user or this network is not allowed.",
      "Log in again; if that is refused too, show the message to your administrator."),
    "STORAGE_LIMIT_EXCEEDED": .init(
      "Your organization has no space left in Salesforce for new records.",
      "Ask your administrator to make space; then retry."),
    "LIMIT_EXCEEDED": .init(
      "A limit of your organization is reached.", "Show the message to your administrator; retry later."),
  ]

  /// What passes by itself: the sync tries again.
  private static let passing: [String: RefusalAdvice] = [
    "REQUEST_LIMIT_EXCEEDED": .init(
      "Your organization has used up its API requests, for now or for 24 hours.",
      "Nothing to do: the sync goes on by itself; if it happens often, tell your administrator."),
    "UNABLE_TO_LOCK_ROW": .init(
      "Somebody or something was changing the same record just then.",
      "Nothing to do: it is sent again by itself; if it stays so, tell your administrator."),
    "QUERY_TIMEOUT": .init(
      "Salesforce took too long to find the tasks.",
      "Nothing to do: it is asked again by itself; if it stays so, tell your administrator."),
    "OPERATION_TOO_LARGE": .init(
      "There are more tasks than Salesforce can go through at once for you.",
      "Choose the import of the last 24 hours in Settings; if it stays so, tell your administrator."),
    "SERVER_UNAVAILABLE": .init(
      "Salesforce is too busy or under maintenance.", "Nothing to do: the sync goes on by itself."),
    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE": .init(
      "Salesforce is under maintenance and takes no changes.",
      "Nothing to do: the sync goes on by itself; or retry later."),
    "TOO_MANY_APEX_REQUESTS": .init(
      "Your organization's automations are overloaded.",
      "Retry in some minutes; if it stays so, tell your administrator."),
    "REQUEST_RUNNING_TOO_LONG": .init(
      "Salesforce took too long over this and stopped.", "Retry; if it stays so, tell your administrator."),
    "INVALID_QUERY_LOCATOR": .init(
      "A long list from Salesforce expired before it was read to its end.",
      "Nothing to do: the sync reads on from where it stopped."),
    "UNKNOWN_EXCEPTION": .init(
      "Something failed inside Salesforce that it does not explain.",
      "Retry; if it stays so, give your administrator the number in the message for Salesforce's support."),
  ]
}
