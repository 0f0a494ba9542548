import GRDB
import Reminders

/// What the screens need beside the tasks themselves: what is typed and not saved, the index of words, the orders of lists,
/// the feed of changes, and of which moments the user was reminded.
enum Version5 {
  static func migrate(_ database: Database) throws {
    for block in [unfinished, words, orders, feed, reminding] { try database.execute(sql: block) }
    try fillWords(database)
    try database.execute(sql: search)
  }

  /// A row for each screen that is open, or that ended with something typed in it (JSON).
  private static let unfinished = """
    CREATE TABLE unfinished (
      screen INTEGER PRIMARY KEY,
      text TEXT NOT NULL
    );
    """

  private static let words = """
    -- What a filter looks through (`SearchText`); written with the fields, as only the program can fold them.
    ALTER TABLE reminder ADD COLUMN words TEXT NOT NULL DEFAULT '';
    -- Its number in the index of words; the rowid of a table with a key of text may change (VACUUM).
    ALTER TABLE reminder ADD COLUMN number INTEGER;
    CREATE UNIQUE INDEX reminder_number ON reminder (number);
    """

  private static let orders = """
    CREATE INDEX reminder_name ON reminder (name COLLATE NOCASE);
    CREATE INDEX reminder_person ON reminder (personName COLLATE NOCASE);
    CREATE INDEX reminder_created ON reminder (createdAt);
    """

  /// Triggers keep it, so that no way of writing `reminder` can go past it.
  private static let search = """
    -- In which reminders a word stands. The words are folded and have spaces between, which any tokenizer sees; where in
    -- a text a word stands is not kept: the text itself tells.
    CREATE VIRTUAL TABLE reminderSearch USING fts5 (
      words, content = 'reminder', content_rowid = 'number', tokenize = 'ascii', detail = 'none', columnsize = 0
    );
    INSERT INTO reminderSearch (reminderSearch) VALUES ('rebuild');
    CREATE TRIGGER reminder_inserted AFTER INSERT ON reminder BEGIN
      UPDATE reminder SET number = (SELECT coalesce(max(number), 0) + 1 FROM reminder) WHERE id = new.id;
      INSERT INTO reminderSearch (rowid, words) SELECT number, words FROM reminder WHERE id = new.id;
    END;
    CREATE TRIGGER reminder_words_changed AFTER UPDATE OF words ON reminder WHEN new.words <> old.words BEGIN
      INSERT INTO reminderSearch (reminderSearch, rowid, words) VALUES ('delete', old.number, old.words);
      INSERT INTO reminderSearch (rowid, words) VALUES (new.number, new.words);
    END;
    CREATE TRIGGER reminder_deleted AFTER DELETE ON reminder BEGIN
      INSERT INTO reminderSearch (reminderSearch, rowid, words) VALUES ('delete', old.number, old.words);
    END;
    """

  /// Numbers the reminders of an older file, and folds their words.
  private static func fillWords(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, name, personName, relatedName, details FROM reminder ORDER BY createdAt, id")
    var number = 0
    while let row = try rows.next() {
      number += 1
      let words = SearchText.words(
        name: row["name"], person: row["personName"], relatedTo: row["relatedName"], details: row["details"])
      try database.executeCached(
        sql: "UPDATE reminder SET words = ?, number = ? WHERE id = ?", arguments: [words, number, row["id"] as String])
    }
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
