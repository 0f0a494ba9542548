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
  case viewChanges = "view_changes"
  case add
  case addWithForm = "add_with_form"
  case edit
  case toggleCompleted = "toggle_completed"
  case togglePriority = "toggle_priority"
  case delete, restore, snooze, undo, redo
  case syncNow = "sync_now"
  case toggleOverdue = "toggle_overdue"
  case takeOtherVersion = "take_other_version"
  case compareVersions = "compare_versions"
  case dismissConflicts = "dismiss_conflicts"
  case send, retry
  case giveUp = "give_up"
  case sayOutcome = "say_outcome"
  case answerVanishing = "answer_vanishing"
  case letVanish = "let_vanish"
  case keepVanishing = "keep_vanishing"
  case snoozeTomorrow = "snooze_tomorrow"
  case snoozeMonday = "snooze_monday"
  case snoozeWeek = "snooze_week"
  case snoozePick = "snooze_pick"
  case snoozeNoDate = "snooze_no_date"
  case openReminder = "open_reminder"
  case completeReminder = "complete_reminder"
  case snoozeReminder = "snooze_reminder"
  case dismissReminder = "dismiss_reminder"
  case snoozeTenMinutes = "snooze_ten_minutes"
  case snoozeHour = "snooze_hour"
  case snoozeMorning = "snooze_morning"
  case save
  case nextField = "next_field"
  case previousField = "previous_field"
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
  case help, settings, connection, quit, suspend, interrupt
}
