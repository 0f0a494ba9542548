import GRDB
import Reminders

/// What the screens need beside the tasks themselves: the index of their words, their orders, and what is typed and not saved.
enum Version5 {
  static func migrate(_ database: Database) throws {
    for block in [unfinished, words, orders] { try database.execute(sql: block) }
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
}
