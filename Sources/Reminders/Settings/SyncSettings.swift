/// The settings of a profile, which live in its store: what the sync works by, and how lists are sorted.
package struct SyncSettings: Hashable, Sendable {
  package var isOn = false
  package var subjectTemplate = SubjectTemplate.standard
  package var importWindow = ImportWindow.recentAndDue
  package var mapping = PicklistMapping()
  /// A unique, external Id field of Task in the org, such as `Command_Center_Id__c`; `nil` where it has none.
  package var externalIDField: String?
  package var listOrders = ListOrders()

  package var live = LiveUpdates.on

  package init() {}

  /// Which changes the org is asked to announce; the others are asked for.
  package enum LiveUpdates: String, Sendable, CaseIterable {
    /// Those of all tasks that the user sees.
    case on
    /// Those of his own tasks, which costs a large org fewer events: an event is counted for each who gets it.
    case own
    case off
  }

  /// Which tasks the first import fetches (sync-rules.md §2).
  package enum ImportWindow: String, Sendable, CaseIterable {
    /// Created or changed in the last 24 hours.
    case recent
    /// These, and open ones due up to tomorrow, overdue ones up to 90 days back.
    case recentAndDue = "recent+due"
  }
}
