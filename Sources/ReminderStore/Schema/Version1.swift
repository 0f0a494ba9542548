/// The first schema: reminders, their bases, what is to be pushed, conflicts, settings and the state of the sync.
enum Version1 {
  static let sql = """
    -- What is here. A deleted reminder stays, with deletedAt, as the trash.
    CREATE TABLE reminder (
      id TEXT PRIMARY KEY NOT NULL,
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
      completedAt INTEGER,
      createdAt INTEGER NOT NULL,
      -- Made while sync was off: never sent on its own.
      isLocalOnly INTEGER NOT NULL,
      -- Made by this user here, not imported.
      isMadeHere INTEGER NOT NULL,
      deletedAt INTEGER,
      -- The last change that came from Salesforce.
      remoteAuthor TEXT,
      remoteArrivedAt INTEGER
    );
    CREATE INDEX reminder_open_due ON reminder (due) WHERE deletedAt IS NULL AND NOT isCompleted;
    CREATE INDEX reminder_completed ON reminder (completedAt) WHERE deletedAt IS NULL AND isCompleted;
    CREATE INDEX reminder_completed_due ON reminder (due) WHERE deletedAt IS NULL AND isCompleted;
    CREATE INDEX reminder_trash ON reminder (deletedAt) WHERE deletedAt IS NOT NULL;
    CREATE INDEX reminder_person ON reminder (personName) WHERE personId IS NOT NULL;

    -- The task there as both sides last agreed on it. A reminder with a base is linked.
    CREATE TABLE base (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE,
      salesforceId TEXT NOT NULL UNIQUE,
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
      subject TEXT NOT NULL,
      -- The true picklist values there, also those that do not sync.
      salesforceStatus TEXT NOT NULL,
      salesforcePriority TEXT NOT NULL,
      isClosedThere INTEGER NOT NULL,
      modifiedAt INTEGER NOT NULL,
      stamp INTEGER NOT NULL
    );

    -- A reminder that differs from its base, so has something to push; written with the action that made it so.
    CREATE TABLE intent (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE,
      editedAt INTEGER NOT NULL,
      refusalCode TEXT,
      refusalMessage TEXT
    );

    -- A create whose outcome is not known: written before the request leaves, with the values it carries.
    CREATE TABLE attempt (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE,
      startedAt INTEGER NOT NULL,
      subject TEXT NOT NULL,
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
      remindAt INTEGER
    );

    -- The side that lost where both changed a field; open until the user has seen to it.
    CREATE TABLE conflict (
      id INTEGER PRIMARY KEY,
      reminderId TEXT NOT NULL REFERENCES reminder ON DELETE CASCADE,
      at INTEGER NOT NULL,
      field TEXT NOT NULL,
      kept TEXT NOT NULL,
      hereValue TEXT NOT NULL,
      thereValue TEXT NOT NULL,
      author TEXT NOT NULL,
      authorAt INTEGER NOT NULL,
      isOpen INTEGER NOT NULL
    );
    CREATE INDEX conflict_open ON conflict (reminderId) WHERE isOpen;

    -- What each action of the user did, and how to reverse it (JSON).
    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      summary TEXT NOT NULL,
      inverses TEXT NOT NULL
    );

    CREATE TABLE setting (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    );

    -- One row: how far the sync is, and what the indicator last showed.
    CREATE TABLE syncState (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      organizationId TEXT,
      org TEXT,
      userId TEXT,
      userName TEXT,
      -- Counts logins, so that a sync that waits for one sees it.
      loginCount INTEGER NOT NULL DEFAULT 0,
      -- The last (SystemModstamp, Id) that is stored, of the import and of the pull.
      importStamp INTEGER,
      importId TEXT,
      importedCount INTEGER NOT NULL DEFAULT 0,
      importTotal INTEGER,
      cursorStamp INTEGER,
      cursorId TEXT,
      isImported INTEGER NOT NULL DEFAULT 0,
      deletionsCoveredUntil INTEGER,
      lastSync INTEGER,
      status TEXT NOT NULL DEFAULT 'off',
      statusReason TEXT
    );
    INSERT INTO syncState (id) VALUES (1);
    """
}
