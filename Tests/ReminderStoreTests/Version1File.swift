import GRDB

/// A file as version 1 of the schema left it, with rows in every table.
enum Version1File {
  static func make(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: schema + rows)
    }
    try queue.close()
  }

  private static let schema = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 reminders');
    CREATE TABLE reminder (
      id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, isCompleted INTEGER NOT NULL, priority TEXT NOT NULL,
      due INTEGER, details TEXT NOT NULL, assigneeId TEXT, assigneeName TEXT, personId TEXT, personName TEXT,
      relatedId TEXT, relatedName TEXT, remindAt INTEGER, kind TEXT NOT NULL, completedAt INTEGER,
      createdAt INTEGER NOT NULL, isLocalOnly INTEGER NOT NULL, isMadeHere INTEGER NOT NULL, deletedAt INTEGER,
      remoteAuthor TEXT, remoteArrivedAt INTEGER
    );
    CREATE INDEX reminder_open_due ON reminder (due) WHERE deletedAt IS NULL AND NOT isCompleted;
    CREATE INDEX reminder_completed ON reminder (completedAt) WHERE deletedAt IS NULL AND isCompleted;
    CREATE INDEX reminder_completed_due ON reminder (due) WHERE deletedAt IS NULL AND isCompleted;
    CREATE INDEX reminder_trash ON reminder (deletedAt) WHERE deletedAt IS NOT NULL;
    CREATE INDEX reminder_person ON reminder (personName) WHERE personId IS NOT NULL;
    CREATE TABLE base (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE, salesforceId TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, isCompleted INTEGER NOT NULL, priority TEXT NOT NULL, due INTEGER, details TEXT NOT NULL,
      assigneeId TEXT, assigneeName TEXT, personId TEXT, personName TEXT, relatedId TEXT, relatedName TEXT,
      remindAt INTEGER, subject TEXT NOT NULL, salesforceStatus TEXT NOT NULL, salesforcePriority TEXT NOT NULL,
      isClosedThere INTEGER NOT NULL, modifiedAt INTEGER NOT NULL, stamp INTEGER NOT NULL
    );
    CREATE TABLE intent (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE, editedAt INTEGER NOT NULL,
      refusalCode TEXT, refusalMessage TEXT
    );
    CREATE TABLE attempt (
      reminderId TEXT PRIMARY KEY NOT NULL REFERENCES reminder ON DELETE CASCADE, startedAt INTEGER NOT NULL,
      subject TEXT NOT NULL, name TEXT NOT NULL, isCompleted INTEGER NOT NULL, priority TEXT NOT NULL, due INTEGER,
      details TEXT NOT NULL, assigneeId TEXT, assigneeName TEXT, personId TEXT, personName TEXT, relatedId TEXT,
      relatedName TEXT, remindAt INTEGER
    );
    CREATE TABLE conflict (
      id INTEGER PRIMARY KEY, reminderId TEXT NOT NULL REFERENCES reminder ON DELETE CASCADE, at INTEGER NOT NULL,
      field TEXT NOT NULL, kept TEXT NOT NULL, hereValue TEXT NOT NULL, thereValue TEXT NOT NULL,
      author TEXT NOT NULL, authorAt INTEGER NOT NULL, isOpen INTEGER NOT NULL
    );
    CREATE INDEX conflict_open ON conflict (reminderId) WHERE isOpen;
    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, summary TEXT NOT NULL, inverses TEXT NOT NULL
    );
    CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
    CREATE TABLE syncState (
      id INTEGER PRIMARY KEY CHECK (id = 1), organizationId TEXT, org TEXT, userId TEXT, userName TEXT,
      loginCount INTEGER NOT NULL DEFAULT 0, importStamp INTEGER, importId TEXT,
      importedCount INTEGER NOT NULL DEFAULT 0, importTotal INTEGER, cursorStamp INTEGER, cursorId TEXT,
      isImported INTEGER NOT NULL DEFAULT 0, deletionsCoveredUntil INTEGER, lastSync INTEGER,
      status TEXT NOT NULL DEFAULT 'off', statusReason TEXT
    );
    INSERT INTO syncState (id) VALUES (1);

    """

  /// `linked` was moved to another day and made a call, `fresh` is being sent, `gone` is in the trash, `local` is only
  /// here.
  private static let rows = """
    INSERT INTO reminder VALUES
      ('linked', 'Call Ada', 0, 'high', 20783, 'about the renewal', '005A', 'Robin Rep', '003A', 'Ada Ng', '001A',
        'Initech', 1795610000000, 'call', NULL, 1795600000000, 0, 0, NULL, 'Carla Jones', 1795601000000),
      ('fresh', 'Mail Bo', 1, 'normal', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'email', 1795602000000,
        1795601000000, 0, 1, NULL, NULL, NULL),
      ('gone', 'Old', 0, 'normal', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'custom', NULL, 1795601000000,
        0, 1, 1795602000000, NULL, NULL),
      ('local', 'Only here', 0, 'normal', NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'custom', NULL,
        1795601000000, 1, 1, NULL, NULL, NULL);
    INSERT INTO base VALUES ('linked', '00TA', 'Call Ada', 0, 'normal', 20782, 'about the renewal', '005A',
      'Robin Rep', '003A', 'Ada Ng', '001A', 'Initech', 1795610000000, 'Call Ada', 'In Progress', 'Low', 0,
      1795600000000, 1795600000000);
    INSERT INTO intent VALUES ('linked', 1795603000000, 'STRING_TOO_LONG', 'Too long'), ('fresh', 1795602000000, NULL, NULL);
    INSERT INTO attempt VALUES ('fresh', 1795602500000, 'Mail Bo', 'Mail Bo', 1, 'normal', NULL, '', NULL, NULL, NULL,
      NULL, NULL, NULL, NULL);
    INSERT INTO conflict VALUES (1, 'linked', 1795601000000, 'priority', 'here', 'high', 'normal', 'Carla Jones',
      1795600500000, 1);
    INSERT INTO history (at, summary, inverses) VALUES
      (1795602000000, 'Deleted “Old”', '[{"restore":{"_0":"gone"}}]'),
      (1795602100000, 'Changed “Call Ada”', '[{"write":{"_0":"linked","before":{"name":"Call Ada","isCompleted":false,
        "priority":"normal","due":{"number":20782},"details":"about the renewal","assignee":{"id":"005A","name":
        "Robin Rep"},"person":{"id":"003A","name":"Ada Ng"},"relatedTo":{"id":"001A","name":"Initech"},"remindAt":
        817302800},"changed":["due"],"kind":"email"}}]'),
      (1795602200000, 'Scribbled', 'nobody can read this'),
      (1795602300000, 'Scribbled more', '[{"write":{"_0":"linked"}}]');
    INSERT INTO setting VALUES ('sync', 'on'), ('subject_template', 'Task: {{activity_subject}}');
    UPDATE syncState SET organizationId = '00DA', org = 'https://example.my.salesforce.com', userId = '005A',
      userName = 'Robin Rep', loginCount = 3, cursorStamp = 1795600000000, cursorId = '00TA', isImported = 1,
      importedCount = 1, deletionsCoveredUntil = 1795600000000, lastSync = 1795604000000, status = 'synced';
    """
}
