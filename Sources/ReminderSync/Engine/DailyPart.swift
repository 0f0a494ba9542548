/// A part of what is looked after once a day, each on its own: one an hour, so that no hour costs more than a few requests
/// (sync-rules.md §5.12).
///
/// Each costs one request where nothing is new. The order is that in which they are done when all are due.
enum DailyPart: CaseIterable, Sendable {
  /// Whether it is still the same user who is logged in.
  case identity
  /// What he may do with tasks.
  case rights
  /// What was deleted there, whosever it was and however long ago it left the recycle bin.
  case deletions
  /// All linked open tasks, also those that are due later than a pull looks.
  case linkedTasks
  /// A step of reading people and other records: it has several.
  case people

  /// So long after one the next may be done.
  static let pause = 3_600.0
}
