import GRDB

/// What the screens tell beside the tasks themselves: the feed of changes, and of which moments the user was reminded.
enum Version5 {
  static func migrate(_ database: Database) throws {
    for block in [feed, reminding] { try database.execute(sql: block) }
  }

  private static let feed = """
    -- What changed here and in Salesforce; the last 1,000.
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      -- NULL when the task is gone for good.
      reminderId TEXT REFERENCES reminder ON DELETE SET NULL,
      name TEXT NOT NULL,
      side TEXT NOT NULL,
      -- NULL for the user himself.
      author TEXT,
      kind TEXT NOT NULL,
      -- Which fields, with their old and new values (JSON of `FieldChange`).
      fields TEXT NOT NULL DEFAULT '[]'
    );
    CREATE INDEX change_at ON change (at);
    CREATE INDEX change_reminder ON change (reminderId) WHERE reminderId IS NOT NULL;
    -- The last change that the user has looked at.
    ALTER TABLE syncState ADD COLUMN changesSeen INTEGER NOT NULL DEFAULT 0;
    """

  private static let reminding = """
    -- The `remindAt` of which the user was reminded: another one reminds anew.
    ALTER TABLE reminder ADD COLUMN remindedFor INTEGER;
    CREATE INDEX reminder_moment ON reminder (remindAt)
      WHERE deletedAt IS NULL AND NOT isCompleted AND remindAt IS NOT NULL AND remindAt IS NOT remindedFor;
    """
}
