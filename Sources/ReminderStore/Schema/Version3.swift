import GRDB

/// Requests for a sync that are no login, with what became of them; and many tasks out of sight at once.
enum Version3 {
  static func migrate(_ database: Database) throws { try database.execute(sql: sql) }

  private static let sql = """
    -- How often somebody who does not sync has asked for it.
    ALTER TABLE syncState ADD COLUMN askCount INTEGER NOT NULL DEFAULT 0;
    -- Up to which of these it was done, or tried: the status tells what came of it.
    ALTER TABLE syncState ADD COLUMN answeredCount INTEGER NOT NULL DEFAULT 0;

    -- Neither found nor deleted there, so that it would leave the lists and stay linked.
    ALTER TABLE vanishing ADD COLUMN isOutOfSight INTEGER NOT NULL DEFAULT 0;
    """
}
