import GRDB

/// A journal of every push in flight, both versions of a conflict, redo, results of calls, and tasks out of sight.
enum Version2 {
  static func migrate(_ database: Database) throws {
    try database.execute(sql: sql)
    try migrateHistory(database)
  }

  private static let sql = """
    ALTER TABLE reminder ADD COLUMN callOutcome TEXT NOT NULL DEFAULT '';
    ALTER TABLE reminder ADD COLUMN callReason TEXT NOT NULL DEFAULT '';
    -- Names the task there before it has an Id; a new one when it has to be made there anew.
    ALTER TABLE reminder ADD COLUMN createKey TEXT;
    UPDATE reminder SET createKey = id WHERE isMadeHere;

    ALTER TABLE base ADD COLUMN kind TEXT NOT NULL DEFAULT 'custom';
    ALTER TABLE base ADD COLUMN callOutcome TEXT NOT NULL DEFAULT '';
    ALTER TABLE base ADD COLUMN callReason TEXT NOT NULL DEFAULT '';
    -- Neither found nor deleted there: given to somebody whose tasks this user may not see.
    ALTER TABLE base ADD COLUMN isOutOfSight INTEGER NOT NULL DEFAULT 0;
    UPDATE base SET kind = (SELECT kind FROM reminder WHERE id = reminderId);

    -- Pushes whose outcome is not known: written before the request leaves, with the values that it carries.
    ALTER TABLE attempt RENAME TO attempt1;
    CREATE TABLE attempt (
      id INTEGER PRIMARY KEY,
      reminderId TEXT NOT NULL REFERENCES reminder ON DELETE CASCADE,
      -- create, update or delete
      action TEXT NOT NULL,
      startedAt INTEGER NOT NULL,
      -- By what the org knows a create again (JSON); none for one that has to be looked for.
      key TEXT,
      subject TEXT,
      -- The names of the fields that were sent (JSON).
      changed TEXT NOT NULL,
      name TEXT NOT NULL,
      isCompleted INTEGER NOT NULL,
      priority TEXT NOT NULL,
      due INTEGER,
      details TEXT NOT NULL,
      assigneeId TEXT,
      assigneeName TEXT,
      personId TEXT,
      personName TEXT,
      relatedId TEXT,
      relatedName TEXT,
      remindAt INTEGER,
      kind TEXT NOT NULL,
      callOutcome TEXT NOT NULL,
      callReason TEXT NOT NULL
    );
    INSERT INTO attempt (reminderId, action, startedAt, key, subject, changed, name, isCompleted, priority, due,
        details, assigneeId, assigneeName, personId, personName, relatedId, relatedName, remindAt, kind, callOutcome,
        callReason)
      SELECT a.reminderId, 'create', a.startedAt, NULL, a.subject, '[]', a.name, a.isCompleted, a.priority,
        a.due, a.details, a.assigneeId, a.assigneeName, a.personId, a.personName, a.relatedId, a.relatedName,
        a.remindAt, r.kind, '', ''
      FROM attempt1 a JOIN reminder r ON r.id = a.reminderId;
    DROP TABLE attempt1;
    CREATE INDEX attempt_reminder ON attempt (reminderId);
    CREATE INDEX attempt_create ON attempt (startedAt) WHERE action = 'create';
    CREATE INDEX attempt_other ON attempt (startedAt) WHERE action <> 'create';

    CREATE INDEX intent_pending ON intent (editedAt, reminderId) WHERE refusalCode IS NULL;
    CREATE INDEX intent_refused ON intent (reminderId) WHERE refusalCode IS NOT NULL;

    CREATE INDEX reminder_made_here ON reminder (due) WHERE deletedAt IS NULL AND isMadeHere;
    DROP INDEX reminder_person;
    CREATE INDEX reminder_person ON reminder (personName COLLATE NOCASE) WHERE personId IS NOT NULL;

    -- Both versions of the whole reminder (JSON); none for conflicts of the first schema.
    ALTER TABLE conflict ADD COLUMN hereFields TEXT;
    ALTER TABLE conflict ADD COLUMN thereFields TEXT;
    CREATE INDEX conflict_reminder ON conflict (reminderId);

    -- Reversed by undo: its inverses are those that do it again.
    ALTER TABLE history ADD COLUMN isUndone INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX history_undone ON history (isUndone);

    -- Deleted there, many at once: they stay here until the user has answered whether they shall go.
    CREATE TABLE vanishing (
      salesforceId TEXT PRIMARY KEY NOT NULL,
      -- Who deleted it, where that is known.
      author TEXT
    );

    -- Linked tasks that are gone there since a stamp, so that an older version of one that comes late is not imported
    -- anew, nor taken for the task of a create in flight; kept until no older version can come.
    CREATE TABLE tombstone (
      salesforceId TEXT PRIMARY KEY NOT NULL,
      stamp INTEGER NOT NULL
    );
    CREATE INDEX tombstone_stamp ON tombstone (stamp);

    -- When the first import began, by the server's clock: what it selects does not move while it runs.
    ALTER TABLE syncState ADD COLUMN importStartedAt INTEGER;
    -- When every linked open task was last read by its Id.
    ALTER TABLE syncState ADD COLUMN linkedReadAt INTEGER;
    -- How creates are kept from happening twice in this org, in words.
    ALTER TABLE syncState ADD COLUMN createWay TEXT;
    -- Until when it waits, or how often it asks; milliseconds.
    ALTER TABLE syncState ADD COLUMN statusDetail INTEGER;
    """
}
