import GRDB

/// What a store of any size costs the same by: indices of counts and days, and rows that are written once.
enum Version6 {
  static func migrate(_ database: Database) throws {
    for block in [indices, numbers, sandbox] { try database.execute(sql: block) }
  }

  private static let indices = """
    -- In the order of lists, so that nothing is sorted; and with all that says whether a task counts, so that no row is read
    -- to count it.
    DROP INDEX reminder_open_due;
    CREATE INDEX reminder_open_due ON reminder (
        due, priority = 'normal', createdAt, id, assigneeId, isCompleted, deletedAt
      ) WHERE deletedAt IS NULL AND NOT isCompleted;
    -- By an expression, as SQLite would take an index of all days for a better one of the open ones.
    DROP INDEX reminder_completed_due;
    CREATE INDEX reminder_day ON reminder (coalesce(due, 2147483647), isCompleted) WHERE deletedAt IS NULL;
    CREATE INDEX base_out_of_sight ON base (reminderId) WHERE isOutOfSight;
    """

  /// A reminder gets its number with its row, not by a second writing of it.
  private static let numbers = """
    DROP TRIGGER reminder_inserted;
    CREATE TRIGGER reminder_inserted AFTER INSERT ON reminder WHEN new.number IS NOT NULL BEGIN
      INSERT INTO reminderSearch (rowid, words) VALUES (new.number, new.words);
    END;
    -- A program of the version before may have the file open still.
    CREATE TRIGGER reminder_unnumbered AFTER INSERT ON reminder WHEN new.number IS NULL BEGIN
      UPDATE reminder SET number = (SELECT coalesce(max(number), 0) + 1 FROM reminder) WHERE id = new.id;
      INSERT INTO reminderSearch (rowid, words) SELECT number, words FROM reminder WHERE id = new.id;
    END;
    """

  /// It was read from the facts each time.
  private static let sandbox = """
    UPDATE syncState
      SET isSandbox = coalesce((SELECT json_extract(facts, '$.organization.isSandbox') FROM connection), 0);
    """
}
