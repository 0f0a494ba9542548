import GRDB

/// Which fields of an unanswered push somebody has changed there since it left, and what the org told at connection.
enum Version4 {
  static func migrate(_ database: Database) throws { try database.execute(sql: sql) }

  private static let sql = """
    -- The names of the fields that were changed there by somebody else since this left (JSON).
    ALTER TABLE attempt ADD COLUMN overtaken TEXT NOT NULL DEFAULT '[]';

    -- What the org told when it was last connected (JSON of `ConnectionFacts`); at most one row.
    CREATE TABLE connection (facts TEXT NOT NULL);
    -- The org is a sandbox.
    ALTER TABLE syncState ADD COLUMN isSandbox INTEGER NOT NULL DEFAULT 0;
    """
}
