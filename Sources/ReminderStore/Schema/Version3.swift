import GRDB

/// Requests for a sync that are no login, with what became of them; many tasks out of sight at once; and what a late create
/// makes anew.
enum Version3 {
  static func migrate(_ database: Database) throws { try database.execute(sql: sql) }

  private static let sql = """
    -- How often somebody who does not sync has asked for it.
    ALTER TABLE syncState ADD COLUMN askCount INTEGER NOT NULL DEFAULT 0;
    -- Up to which of these it was done, or tried: the status tells what came of it.
    ALTER TABLE syncState ADD COLUMN answeredCount INTEGER NOT NULL DEFAULT 0;

    -- When the user last answered for what vanishes, by the local clock.
    ALTER TABLE syncState ADD COLUMN vanishingAnsweredAt INTEGER;
    -- The fields that the user could not read at the last connection, by their API names, with spaces between.
    ALTER TABLE syncState ADD COLUMN unreadableFields TEXT NOT NULL DEFAULT '';

    -- Of which reminder the task was, and under which key it was made: what a late request makes anew under that key is
    -- known by it. NULL where it ended before this version.
    ALTER TABLE tombstone ADD COLUMN reminderId TEXT;
    ALTER TABLE tombstone ADD COLUMN createKey TEXT;
    CREATE INDEX tombstone_createKey ON tombstone (createKey);

    -- Neither found nor deleted there, so that it would leave the lists and stay linked.
    ALTER TABLE vanishing ADD COLUMN isOutOfSight INTEGER NOT NULL DEFAULT 0;
    """
}
