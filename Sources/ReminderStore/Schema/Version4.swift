import GRDB

/// Which fields of an unanswered push somebody has changed there since it left.
enum Version4 {
  static func migrate(_ database: Database) throws { try database.execute(sql: sql) }

  private static let sql = """
    -- The names of the fields that were changed there by somebody else since this left (JSON).
    ALTER TABLE attempt ADD COLUMN overtaken TEXT NOT NULL DEFAULT '[]';

    -- By which way changes there were last announced, for the user, and why not by a better one.
    ALTER TABLE syncState ADD COLUMN liveWay TEXT;
    ALTER TABLE syncState ADD COLUMN liveReason TEXT;
    """
}
