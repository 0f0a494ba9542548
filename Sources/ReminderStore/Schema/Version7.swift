import GRDB

/// A reminder gets its number with its row, not by a second writing of it.
enum Version7 {
  static func migrate(_ database: Database) throws { try database.execute(sql: sql) }

  private static let sql = """
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
}
