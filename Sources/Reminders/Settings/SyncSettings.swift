/// The settings of a profile, which live in its store: what the sync works by, and how lists are sorted.
package struct SyncSettings: Hashable, Sendable {
  package var isOn = false
  package var subjectTemplate = SubjectTemplate.standard
  package var importWindow = ImportWindow.recentAndDue
  package var mapping = PicklistMapping()
  /// A unique, external Id field of Task in the org, such as `Command_Center_Id__c`; `nil` where it has none.
  package var externalIDField: String?
  package var listOrders = ListOrders()

  package init() {}

  /// Which tasks the first import fetches (sync-rules.md §2).
  package enum ImportWindow: String, Sendable, CaseIterable {
    /// Created or changed in the last 24 hours.
    case recent
    /// These, and open ones due up to tomorrow, overdue ones up to 90 days back.
    case recentAndDue = "recent+due"
  }
}
