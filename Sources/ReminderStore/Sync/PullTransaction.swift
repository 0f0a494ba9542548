import Foundation
import GRDB
import Reminders

/// Tasks from there on their way into the store, while the transaction runs.
struct PullTransaction {
  let database: Database
  let context: PullContext
  let makeID: @Sendable () -> ReminderID
  var report = PullReport()
  /// Whom and what the tasks name that were taken in.
  private var named = NamedRecords()
  var changes = ChangeLog()
  /// A task was imported whose moment to be reminded of has passed.
  private var bringsPastReminder = false

  /// Those of the tasks that live there, by their Ids, as they are now.
  private var bases: [String: BaseRecord] = [:]
  /// New ones that are not written yet.
  private var added: [(record: ReminderRecord, base: BaseRecord)] = []

  // Most transactions find nothing in these; they are asked for once, when a row first needs them.
  lazy var openCreates = Result { try OpenCreates(database) }
  lazy var hasAttempts = Result { try exists("attempt") }
  lazy var hasTombstones = Result { try exists("tombstone") }
  lazy var hasVanishing = Result { try exists("vanishing") }

  init(database: Database, context: PullContext, makeID: @escaping @Sendable () -> ReminderID) {
    self.database = database
    self.context = context
    self.makeID = makeID
  }

  mutating func absorb(_ tasks: [SalesforceTask]) throws {
    // First what is gone: what a late request made anew under the same key is known by it.
    try absorb(tasks.filter(\.isDeleted).map { Deletion(salesforceID: $0.id, task: $0) })
    let living = tasks.filter { !$0.isDeleted }
    bases = try BaseRecord.find(salesforceIDs: living.map(\.id), database)
    for task in living { try absorb(task) }
    try insertAdded()
    try named.keep(at: context.now, database)
    if bringsPastReminder { try Reminding.passOver(until: context.now, database) }
  }

  /// A task that lives there.
  private mutating func absorb(_ task: SalesforceTask) throws {
    if let base = bases[task.id] { return try absorb(task, knownAs: base) }
    if let (attempt, record) = try takeCreate(thatMade: task) {
      // The create whose outcome was not known did happen: this is the task that it made.
      try merge(task, into: record, agreed: BaseRecord(task, of: record.id, fields: attempt.fields))
    } else if let record = try reminder(underKeyOf: task) {
      // If the reminder is in the trash, the next push deletes the task.
      let fields = context.fields(of: task, agreedBefore: record.fields)
      let base = BaseRecord(task, of: record.id, fields: fields)
      try base.insert(database)
      bases[task.id] = base
      try IntentRecord.renew(for: record, editedAt: nil, database)
      report.leavesPush = true
    } else if task.owner.id == context.user.id {
      add(task)
    }
  }

  private mutating func absorb(_ task: SalesforceTask, knownAs base: BaseRecord) throws {
    // What was read before what is known. Two changes may share a stamp, so an equal one is looked at.
    guard task.stamp >= base.stamp else { return }
    if try hasVanishing.get() { try Vanishing.remove(task.id, database) }
    guard BaseRecord(task, since: base, context) != base else { return }
    // It may be one of them, twice in a page.
    try insertAdded()
    guard let record = try ReminderRecord.find(base.reminderID, database) else { return }
    try merge(task, into: record, agreed: try agreeToEchoes(in: task, base, record))
  }

  /// Merges a task with what is here.
  ///
  /// - Parameter agreed: the task as both sides agreed on it before it was read.
  private mutating func merge(_ task: SalesforceTask, into record: ReminderRecord, agreed: BaseRecord) throws {
    var record = record
    let before = record
    let base = BaseRecord(task, since: agreed, context)
    let isVisibleChange = base.showsChange(since: agreed)
    if isVisibleChange || base.fields.namesOthers(than: agreed.fields) { named.add(task) }
    try base.upsert(database)
    bases[task.id] = base
    if try hasAttempts.get() {
      try AttemptRecord.overtake(base.fields.differences(from: agreed.fields), of: record.id, database)
    }
    if isVisibleChange { changes.note(.changed, of: record, by: author(of: task), base.changes(since: agreed)) }
    let isDeleted = record.deletedAt != nil
    let outcome = Merge.fields(
      base: agreed.fields, here: record.fields, there: base.fields,
      // What is in the trash is not edited: it becomes what a restore shall bring back.
      laterEdit: isDeleted ? .there : try laterEdit(of: record.id, task))
    record.take(outcome.here, completedAt: completion(of: task, outcome.here))
    if isDeleted {
      // The delete goes through; what changed there meanwhile is kept.
      if isVisibleChange {
        try log(.deletion, of: record.id, kept: .here, here: before.fields, there: base.fields, by: task)
      }
    } else {
      for conflict in outcome.conflicts {
        try log(
          .field(conflict.field), of: record.id, kept: conflict.kept, here: before.fields, there: base.fields,
          by: task)
      }
      if isVisibleChange {
        record.remoteChange = remoteChange(by: task)
        report.pulled += 1
      }
    }
    if record.fields != before.fields || record.remoteChange != before.remoteChange { try record.update(database) }
    try IntentRecord.renew(for: record, editedAt: nil, database)
    if isDeleted || !record.fields.differences(from: base.fields).isEmpty { report.leavesPush = true }
  }

  private mutating func add(_ task: SalesforceTask) {
    named.add(task)
    let fields = context.mapping.fieldsAtImport(of: task, unreadable: context.unreadable)
    var record = ReminderRecord(
      id: makeID(), fields: fields, completedAt: completion(of: task, fields), createdAt: task.createdAt,
      isLocalOnly: false, isMadeHere: false)
    if context.isFirstImport {
      if let remindAt = fields.remindAt, remindAt <= context.now { bringsPastReminder = true }
    } else {
      record.remoteChange = remoteChange(by: task)
      changes.note(task.isNew ? .created : .appeared, of: record, by: author(of: task))
    }
    let base = BaseRecord(task, of: record.id, fields: fields)
    added.append((record, base))
    bases[task.id] = base
    report.pulled += 1
  }

  private mutating func insertAdded() throws {
    guard !added.isEmpty else { return }
    try ReminderRecord.insert(added.map(\.record), database)
    for new in added { try new.base.insert(database) }
    added = []
  }

  /// The open create that made a task, which ends with it, and its reminder.
  mutating func takeCreate(thatMade task: SalesforceTask) throws -> (AttemptRecord, ReminderRecord)? {
    var creates = try openCreates.get()
    guard try !wasLinked(task.id), let attempt = creates.take(thatMade: task, unreadable: context.unreadable),
      let record = try ReminderRecord.find(attempt.reminderID, database)
    else { return nil }
    openCreates = .success(creates)
    try attempt.end(database)
    try AttemptRecord.endCreates(ofMade: record.id, database)
    return (attempt, record)
  }

  /// The base of a reminder, as moved by its own late pushes that show in the task.
  ///
  /// Where the task was changed since, only a field counts that the user has changed back here: else what the push did
  /// there would be taken for a change of somebody else, and undo the user's without a trace. A field that is here as
  /// somebody set it there since the push left was not changed back.
  mutating func agreeToEchoes(
    in task: SalesforceTask, _ base: BaseRecord, _ record: ReminderRecord
  ) throws -> BaseRecord {
    guard try hasAttempts.get() else { return base }
    let dirty = record.fields.differences(from: base.fields)
    var agreed = base
    var shown: AttemptRecord?
    for attempt in try AttemptRecord.open(.update, of: base.reminderID, database) {
      let isLast = task.modifiedBy.id == context.user.id && attempt.mayCommit(at: task.modifiedAt)
      let fields = isLast ? attempt.changed : attempt.changed.subtracting(dirty).subtracting(attempt.overtaken)
      if agreed.agree(to: attempt, on: fields, in: task, context) { shown = shown ?? attempt }
    }
    // A push shows once. Of several that sent the same, the later ones may still commit for longer.
    try shown?.end(database)
    return agreed
  }

  /// Keeps both versions in the conflict log; `task` is the version there, where it is known.
  mutating func log(
    _ subject: ConflictEntry.Subject, of id: ReminderID, kept: Merge.Side, here: ReminderFields,
    there: ReminderFields, by task: SalesforceTask?
  ) throws {
    report.conflicts += 1
    let (hereValue, thereValue) =
      switch subject {
      case .field(let field): (here.text(of: field), there.text(of: field))
      case .deletion: kept == .here ? ("deleted", there.name) : (here.name, "deleted")
      }
    try ConflictEntry(
      reminder: id, subject: subject, kept: kept, hereValue: hereValue, thereValue: thereValue,
      author: task?.modifiedBy.name ?? "", authorAt: task?.modifiedAt ?? context.now, here: here, there: there
    )
    .insert(at: context.now, database)
  }

  /// The reminder under whose external Id a task is there though none of its creates is open: one that was given up has
  /// made it after the one before was deleted there; or one came twice, of which the first made it and the second was refused.
  private mutating func reminder(underKeyOf task: SalesforceTask) throws -> ReminderRecord? {
    guard let key = task.externalID, try !wasLinked(task.id), let record = try reminder(withKey: key),
      try BaseRecord.find(record.id, database) == nil, try AttemptRecord.openCreate(of: record.id, database) == nil
    else { return nil }
    return record
  }

  private mutating func reminder(withKey key: String) throws -> ReminderRecord? {
    if try hasTombstones.get(), let id = try Tombstone.reminder(of: key, database) {
      return try ReminderRecord.find(id, database)
    }
    // The first key of a reminder is its own Id.
    guard let record = try ReminderRecord.find(ReminderID(rawValue: key), database) else { return nil }
    return (record.createKey ?? key) == key && !record.isLocalOnly ? record : nil
  }

  /// Whether a task was linked here before it was deleted there: what comes of it now is no create of ours.
  private mutating func wasLinked(_ salesforceID: String) throws -> Bool {
    try hasTombstones.get() ? try Tombstone.contains(salesforceID, database) : false
  }

  private func remoteChange(by task: SalesforceTask) -> RemoteChange {
    RemoteChange(author: task.modifiedBy.name, arrivedAt: context.now)
  }

  /// For the feed of changes; without a task it is not told who it was, and when.
  func author(of task: SalesforceTask?) -> ChangeLog.Author {
    guard let task else { return ChangeLog.Author(side: .there, name: "Salesforce", at: context.now) }
    return ChangeLog.Author(
      side: .there, name: task.modifiedBy.id == context.user.id ? nil : task.modifiedBy.name,
      at: min(context.now, task.modifiedAt.addingTimeInterval(-context.serverLead)))
  }

  private func completion(of task: SalesforceTask, _ fields: ReminderFields) -> Date? {
    fields.isCompleted ? task.completedAt ?? task.modifiedAt : nil
  }

  private func laterEdit(of id: ReminderID, _ task: SalesforceTask) throws -> Merge.Side {
    guard let intent = try IntentRecord.find(id, database) else { return .there }
    return intent.editedAt.addingTimeInterval(context.serverLead) >= task.modifiedAt ? .here : .there
  }

  private func exists(_ table: String) throws -> Bool {
    try Bool.fetchOne(database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table))")) ?? false
  }
}

extension SalesforceTask {
  /// Whether nobody has changed it since it was made.
  fileprivate var isNew: Bool { modifiedAt.timeIntervalSince(createdAt) < 2 }
}
