import GRDB

/// Indices by which a list, and how many there are, cost the same in a store of any size.
enum Version6 {
  static func migrate(_ database: Database) throws { try database.execute(sql: indices) }

  private static let indices = """
    -- It has all that says whether a task counts, so that no row is read to count it.
    DROP INDEX reminder_open_due;
    CREATE INDEX reminder_open_due ON reminder (due, assigneeId, id, isCompleted, deletedAt)
      WHERE deletedAt IS NULL AND NOT isCompleted;
    -- By an expression, as SQLite would take an index of all days for a better one of the open ones.
    DROP INDEX reminder_completed_due;
    CREATE INDEX reminder_day ON reminder (coalesce(due, 2147483647), isCompleted) WHERE deletedAt IS NULL;
    CREATE INDEX base_out_of_sight ON base (reminderId) WHERE isOutOfSight;
    """
}
