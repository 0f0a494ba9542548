import GRDB

/// Which fields of an unanswered push somebody has changed there since it left; the people and other records that a reminder
/// can point to; and what the org told at connection, and by which way it announces changes.
enum Version4 {
  static func migrate(_ database: Database) throws {
    try database.execute(sql: sql)
    try RecordCache.fill(database)
  }

  private static let sql = """
    -- The names of the fields that were changed there by somebody else since this left (JSON).
    ALTER TABLE attempt ADD COLUMN overtaken TEXT NOT NULL DEFAULT '[]';

    -- Users, contacts, leads, accounts and others that are known here, for look-ahead; what can be read anew.
    CREATE TABLE record (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      -- What tells it from others of its name.
      detail TEXT NOT NULL DEFAULT '',
      email TEXT,
      phone TEXT,
      isOwn INTEGER NOT NULL DEFAULT 0,
      -- When it was last read there, by the server's clock.
      seenAt INTEGER NOT NULL,
      -- When a reminder last came to point to it; NULL for one that none has pointed to.
      usedAt INTEGER
    );
    CREATE INDEX record_used ON record (kind, usedAt) WHERE usedAt IS NOT NULL;
    CREATE INDEX record_others ON record (kind, seenAt) WHERE NOT isOwn;
    CREATE INDEX record_own ON record (kind, seenAt) WHERE isOwn;
    -- The words of its name and its detail, folded.
    CREATE TABLE recordWord (
      kind TEXT NOT NULL,
      word TEXT NOT NULL,
      record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
      PRIMARY KEY (kind, word, record)
    ) WITHOUT ROWID;
    CREATE INDEX recordWord_record ON recordWord (record, word);
    -- How far the records of a kind are read.
    CREATE TABLE recordReading (
      kind TEXT PRIMARY KEY NOT NULL,
      readAt INTEGER,
      coveredUntil INTEGER,
      -- The reading that is under way: when it began, its last row, and how many there were.
      startedAt INTEGER,
      cursorStamp INTEGER,
      cursorId TEXT,
      count INTEGER NOT NULL DEFAULT 0
    );
    -- People were looked up by it.
    DROP INDEX reminder_person;

    -- What the org told when it was last connected (JSON of `ConnectionFacts`); at most one row.
    CREATE TABLE connection (facts TEXT NOT NULL);
    -- The org is a sandbox.
    ALTER TABLE syncState ADD COLUMN isSandbox INTEGER NOT NULL DEFAULT 0;
    -- By which way changes there were last announced, for the user, and why not by a better one.
    ALTER TABLE syncState ADD COLUMN liveWay TEXT;
    ALTER TABLE syncState ADD COLUMN liveReason TEXT;
    """
}
