package import Foundation

/// What the sync asks of an org.
///
/// `RESTConnection` speaks it over HTTP; tests speak it straight to a simulated org in memory. Every call may throw
/// `OrgError`; a call that changes records settles each record by its own `SaveResult`.
package protocol OrgConnection: Sendable {
  /// Who is logged in, and where.
  func user() async throws(OrgError) -> OrgUser

  /// What the org is, as far as this user may know it.
  func organization() async throws(OrgError) -> Organization

  /// What this user may do with tasks.
  func taskAbilities() async throws(OrgError) -> TaskAbilities

  /// Whether the User Interface API makes tasks for this user, so that an `Idempotency-Key` can be given. The org may still
  /// refuse the key when it comes.
  func isTaskInUserInterfaceAPI() async throws(OrgError) -> Bool

  /// One page of tasks.
  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord]

  /// How many tasks a query selects, its limit aside.
  func count(_ query: TaskQuery) async throws(OrgError) -> Int

  /// The tasks with these Ids, in the same order, archived ones too; `nil` where this user sees none that is not deleted.
  /// Any number of Ids.
  ///
  /// What `nil` means is told by `tasks` with the same Ids and `includesDeleted` (`queryAll`): a row that is deleted lies in
  /// the recycle bin. No row means that the task was purged, or that this user no longer sees it; only `deletedTasks` of the
  /// last 15 days tells these two apart, and after that nobody does. An archived task comes by `queryAll` and not by
  /// `query`.
  func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?]

  /// Creates up to 200 tasks in one request.
  func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult]

  /// Creates up to 200 tasks, each named by a value of an external Id field; one that is there already is changed instead.
  ///
  /// Before asking again for a task whose outcome is unknown, look for its value by `queryAll`: the documentation does not
  /// say that a task in the recycle bin is found, and one that somebody changed meanwhile would be changed back. A value is
  /// to come once in a request. One that a task out of this user's sight has is refused with `DUPLICATE_VALUE`.
  func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult]

  /// Creates a task once, however often it is asked with the same key (UI API, `Idempotency-Key`), within 30 days.
  ///
  /// `.failed` says that the task was refused, a thrown `.refused` that the org refuses this way of creating: nothing
  /// happened, another way may do it. A key is for one set of values: asked again with others, what became of the first is
  /// an `.unknownOutcome`; and so it is while an earlier request with the key runs.
  ///
  /// - Parameter idempotencyKey: the 32 hexadecimal digits of a random UUID.
  func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult

  /// Changes only the given fields of up to 200 tasks in one request.
  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult]

  /// Changes a task only if nobody else changed it after an instant (`If-Unmodified-Since`, to the second).
  ///
  /// - Parameter instant: of the org's clock, the `LastModifiedDate` on which the change is based; a change later in the same
  ///   second is not noticed.
  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate

  /// Deletes up to 200 tasks in one request.
  func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult]

  /// The Ids of tasks that were deleted in a time span, at most 15 days back.
  func deletedTasks(from start: Date, to end: Date) async throws(OrgError) -> DeletedTasks

  /// The records that the user dealt with last.
  func recentRecords() async throws(OrgError) -> [RecentRecord]

  /// One page of each of up to five queries for records, in one request; `nil` for an object of which this user may read
  /// nothing.
  func records(_ queries: [RecordQuery]) async throws(OrgError) -> [[OrgRecord]?]

  /// The records of some objects whose names fit to a text; those of an object that this user may not read are just
  /// missing.
  func search(_ search: RecordSearch) async throws(OrgError) -> [OrgRecord]

  /// What the org announces while it lasts; ends only when the caller stops listening.
  ///
  /// A connection that breaks is made again by itself; `LiveEvent` tells how it stands.
  ///
  /// - Parameters:
  ///   - place: where an earlier subscription has come to; what was announced since is announced first, as far as the org
  ///     keeps it.
  ///   - owner: the Id of a user, to hear of his tasks only; `nil` for all that this user sees. A task that is given to
  ///     somebody else is then not announced, nor perhaps one that is deleted.
  func liveEvents(after place: LivePlace?, ownedBy owner: String?) async -> AsyncStream<LiveEvent>

  /// Makes the connection anew at once: the network is back, or the machine was asleep.
  func retryNow() async

  /// Ends what listens, and lets the org know: it allows a limited number of listeners.
  func signOff() async

  /// How many requests this connection has made.
  func requestCount() async -> Int

  /// The org's API calls of the last 24 hours as of its last answer; `nil` before the first.
  func apiUsage() async -> APIUsage?

  /// The org's time now, from the `Date` header of its last answer and the time since; `nil` before the first answer.
  func serverTime() async -> Date?
}

extension OrgConnection {
  /// What the org announces of all tasks that this user sees.
  package func liveEvents(after place: LivePlace?) async -> AsyncStream<LiveEvent> {
    await liveEvents(after: place, ownedBy: nil)
  }

  package func signOff() async {}
}

/// The user of a session.
package struct OrgUser: Sendable, Equatable {
  package let id: String
  package let name: String
  package let username: String
  package let organizationID: String
  /// Where the org's pages and services are, without a trailing slash.
  package let instanceURL: String
  /// By its name in the IANA database; `nil` where the org does not tell it.
  package let timeZone: String?

  package init(
    id: String, name: String, username: String, organizationID: String, instanceURL: String, timeZone: String? = nil
  ) {
    self.id = id
    self.name = name
    self.username = username
    self.organizationID = organizationID
    self.instanceURL = instanceURL
    self.timeZone = timeZone
  }
}

/// What an org is.
package struct Organization: Sendable, Equatable {
  /// The version of the API in use, `67.0`.
  package let apiVersion: String
  /// `nil` where this user may not read it.
  package let name: String?
  /// The edition, such as `Enterprise Edition`.
  package let type: String?
  package let instanceName: String?
  package let isSandbox: Bool

  package init(apiVersion: String, name: String?, type: String?, instanceName: String?, isSandbox: Bool) {
    self.apiVersion = apiVersion
    self.name = name
    self.type = type
    self.instanceName = instanceName
    self.isSandbox = isSandbox
  }
}

/// What a user may do with tasks in an org (describe of Task).
package struct TaskAbilities: Sendable, Equatable {
  package let isQueryable: Bool
  package let isCreateable: Bool
  package let isUpdateable: Bool
  package let isDeletable: Bool
  /// The API names of the fields that this user may read.
  package let readableFields: Set<String>
  /// The API names of the fields to which this user may give a value when he makes a task.
  package let createableFields: Set<String>
  /// The API names of the fields that this user may change.
  package let updateableFields: Set<String>
  /// The external Id fields that this user can see.
  package let externalIDFields: [ExternalIDField]
  /// The values that the org has for Status and for Priority.
  package let statuses: [String]
  package let priorities: [String]

  /// An external Id field (SOAP API Developer Guide, "DescribeSObjectResult": `externalId`).
  package struct ExternalIDField: Sendable, Equatable {
    package let name: String
    package let isUnique: Bool
    package let isCreateable: Bool
    /// It is a text of 32 characters or more.
    package let holdsKeys: Bool

    package init(name: String, isUnique: Bool, isCreateable: Bool, holdsKeys: Bool) {
      self.name = name
      self.isUnique = isUnique
      self.isCreateable = isCreateable
      self.holdsKeys = holdsKeys
    }
  }

  package init(
    isQueryable: Bool, isCreateable: Bool, isUpdateable: Bool, isDeletable: Bool, readableFields: Set<String>,
    createableFields: Set<String>, updateableFields: Set<String>,
    externalIDFields: [ExternalIDField], statuses: [String], priorities: [String]
  ) {
    self.isQueryable = isQueryable
    self.isCreateable = isCreateable
    self.isUpdateable = isUpdateable
    self.isDeletable = isDeletable
    self.readableFields = readableFields
    self.createableFields = createableFields
    self.updateableFields = updateableFields
    self.externalIDFields = externalIDFields
    self.statuses = statuses
    self.priorities = priorities
  }
}

/// The answer of `deleted`: what went, and up to when the org vouches for it.
package struct DeletedTasks: Sendable, Equatable {
  package let ids: [String]
  /// Where the next call starts.
  package let latestDateCovered: Date
  /// A start before this means that deletions may be missing: check every linked Id instead.
  package let earliestDateAvailable: Date

  package init(ids: [String], latestDateCovered: Date, earliestDateAvailable: Date) {
    self.ids = ids
    self.latestDateCovered = latestDateCovered
    self.earliestDateAvailable = earliestDateAvailable
  }
}
