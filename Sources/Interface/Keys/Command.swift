/// Something that a key does. The raw value is its name in the configuration.
enum Command: String, Sendable, CaseIterable {
  case down, up, first, last
  case halfPageDown = "half_page_down"
  case halfPageUp = "half_page_up"
  case open, back
  case otherPane = "other_pane"
  case viewAgenda = "view_agenda"
  case viewOverdue = "view_overdue"
  case viewUpcoming = "view_upcoming"
  case viewOpen = "view_open"
  case viewDelegated = "view_delegated"
  case viewCompleted = "view_completed"
  case viewTrash = "view_trash"
  case viewOutbox = "view_outbox"
  case viewChanges = "view_changes"
  case add
  case addWithForm = "add_with_form"
  case edit
  case toggleCompleted = "toggle_completed"
  case togglePriority = "toggle_priority"
  case delete, restore, snooze, undo, redo
  case syncNow = "sync_now"
  case toggleOverdue = "toggle_overdue"
  case mark = "select"
  case markAll = "select_all"
  case triage, skip
  case previousTask = "previous_task"
  case glance
  case takeOtherVersion = "take_other_version"
  case compareVersions = "compare_versions"
  case dismissConflicts = "dismiss_conflicts"
  case send, retry
  case giveUp = "give_up"
  case sayOutcome = "say_outcome"
  case openInBrowser = "open_in_browser"
  case copyLink = "copy_link"
  case call, mail
  case answerVanishing = "answer_vanishing"
  case letVanish = "let_vanish"
  case keepVanishing = "keep_vanishing"
  case filter
  case filterBy = "filter_by"
  case nextMatch = "next_match"
  case previousMatch = "previous_match"
  case onlyEmail = "only_email"
  case onlyCall = "only_call"
  case onlyInMail = "only_inmail"
  case onlyCustom = "only_custom"
  case onlyPerson = "only_person"
  case onlyHigh = "only_high"
  case sort
  case sortByDue = "sort_by_due"
  case sortByPriority = "sort_by_priority"
  case sortByName = "sort_by_name"
  case sortByPerson = "sort_by_person"
  case sortByNewest = "sort_by_newest"
  case snoozeTomorrow = "snooze_tomorrow"
  case snoozeMonday = "snooze_monday"
  case snoozeWeek = "snooze_week"
  case snoozePick = "snooze_pick"
  case snoozeNoDate = "snooze_no_date"
  case openReminder = "open_reminder"
  case completeReminder = "complete_reminder"
  case answerReminder = "answer_reminder"
  case dismissReminder = "dismiss_reminder"
  case snoozeTenMinutes = "snooze_ten_minutes"
  case snoozeHour = "snooze_hour"
  case snoozeMorning = "snooze_morning"
  case save
  case nextField = "next_field"
  case previousField = "previous_field"
  case editOutside = "edit_outside"
  case pickDay = "pick_day"
  case change, previousValue = "previous_value", nextValue = "next_value"
  case tryDemo = "try_demo"
  case connect
  case useWithoutSalesforce = "use_without_salesforce"
  case logIn = "log_in"
  case logOut = "log_out"
  case copyAddress = "copy_address"
  case openAgain = "open_again"
  case profiles
  case confirm
  case palette
  case searchHelp = "search_help"
  case help, settings, connection, quit, suspend, interrupt
}
