import GRDB

/// The tables, and the steps that lead from any older store to them.
///
/// The step reached is kept as `user_version`, which one read of the file's first page tells.
/// Articles and what a reader did with them are apart: `statuses`, `identities` and `claims`
/// outlive articles. No read flag is a column of the list: `unread` holds the pairs of source and
/// rank (source 0 is the library), so that marking all read rewrites no headline, and a page is
/// one range of a key; `starred` holds the ranks of what is starred likewise. There are no triggers:
/// `Intake` and `Marking` change the tables by set.
enum Schema {
  /// `khbr`, SQLite's application id of a store.
  static let application = 0x6b68_6272

  /// The index of words as it is now: the steps' last `words`, and their `heads`.
  static let index = """
    CREATE VIRTUAL TABLE words USING fts5(
      body, title, source, tags, content='', tokenize="ascii tokenchars '_=+#-'");
    INSERT INTO words(words, rank) VALUES
      ('automerge', 0), ('usermerge', 16), ('crisismerge', 500), ('hashsize', 8388608);
    CREATE VIRTUAL TABLE heads USING fts5(
      title, content='', columnsize=0, detail=none, prefix='1 2 3',
      tokenize="ascii tokenchars '_=+#-'");
    INSERT INTO heads(heads, rank) VALUES
      ('automerge', 0), ('usermerge', 16), ('crisismerge', 500);
    """

  /// The steps, oldest first; none is ever changed once it was released.
  static let steps = [
    """
    CREATE TABLE publications(id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, name TEXT);
    CREATE TABLE sources(
      id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE,
      forgotten INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE files(
      id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL, path TEXT NOT NULL,
      publication INTEGER, device INTEGER, inode INTEGER, size INTEGER, mtime INTEGER,
      read_to INTEGER, line INTEGER, tail BLOB, digest BLOB, UNIQUE(source, path));
    CREATE TABLE statuses(
      id INTEGER PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0,
      starred INTEGER NOT NULL DEFAULT 0, place INTEGER, read_at INTEGER, changed_at INTEGER);
    CREATE TABLE identities(key BLOB PRIMARY KEY, status INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE claims(
      status INTEGER, publication INTEGER, PRIMARY KEY(status, publication)) WITHOUT ROWID;
    CREATE TABLE headlines(
      rank INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, revision INTEGER NOT NULL,
      file INTEGER NOT NULL, title TEXT NOT NULL, source_text TEXT, seconds INTEGER,
      zone INTEGER, has_time INTEGER, date_text TEXT, modified INTEGER, language TEXT,
      direction TEXT, right_to_left INTEGER NOT NULL, url TEXT);
    CREATE TABLE bodies(id INTEGER PRIMARY KEY, blocks BLOB NOT NULL);
    CREATE TABLE sightings(
      source INTEGER, rank INTEGER, publication INTEGER, file INTEGER NOT NULL, own_id TEXT,
      PRIMARY KEY(source, rank)) WITHOUT ROWID;
    CREATE INDEX sightings_of_rank ON sightings(rank);
    CREATE TABLE unread(source INTEGER, rank INTEGER, PRIMARY KEY(source, rank)) WITHOUT ROWID;
    CREATE TABLE tallies(
      source INTEGER PRIMARY KEY, "all" INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0, right_to_left INTEGER NOT NULL DEFAULT 0);
    INSERT INTO tallies(source) VALUES(0);
    CREATE TABLE steps(
      step INTEGER PRIMARY KEY, size INTEGER NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE changes(
      step INTEGER, rank INTEGER, kind INTEGER, status INTEGER NOT NULL, old INTEGER NOT NULL,
      PRIMARY KEY(step, rank, kind)) WITHOUT ROWID;
    """,
    // `format` is the shape that a reader said a source's files are of, `also` the other
    // publications that have an article, a line each.
    """
    ALTER TABLE sources ADD COLUMN format TEXT;
    ALTER TABLE headlines ADD COLUMN also TEXT;
    """,
    // The index of words; `heads` answers what is typed first. Neither keeps a text (`SearchIndex`).
    // What is merged, and when, is ours to say (`SearchIndexing`).
    """
    CREATE VIRTUAL TABLE words USING fts5(
      title, body, source, tags, content='', tokenize="ascii tokenchars '_=+#-'");
    CREATE VIRTUAL TABLE heads USING fts5(
      title, content='', columnsize=0, detail=none, prefix='1 2 3',
      tokenize="ascii tokenchars '_=+#-'");
    INSERT INTO words(words, rank) VALUES
      ('automerge', 0), ('usermerge', 16), ('crisismerge', 500), ('hashsize', 8388608);
    INSERT INTO heads(heads, rank) VALUES
      ('automerge', 0), ('usermerge', 16), ('crisismerge', 500);
    CREATE TABLE unindexed(
      rank INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT (random()));
    INSERT INTO unindexed(rank) SELECT rank FROM headlines;
    CREATE TABLE folding(version INTEGER NOT NULL);
    INSERT INTO folding(version) VALUES(0);
    """,
    // What a reader keeps beside the mark of reading. Times of changes are in milliseconds now: of
    // two machines' marks the newest wins, and both may fall into one second. `gone` says that no
    // article has the status at the moment; the history looks only at those that have one.
    """
    ALTER TABLE statuses ADD COLUMN seen_at INTEGER;
    ALTER TABLE statuses ADD COLUMN starred_changed INTEGER;
    ALTER TABLE statuses ADD COLUMN tags_changed INTEGER;
    ALTER TABLE statuses ADD COLUMN place_changed INTEGER;
    ALTER TABLE statuses ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    UPDATE statuses SET changed_at = changed_at * 1000 WHERE changed_at IS NOT NULL;
    UPDATE statuses SET gone = 1 WHERE id NOT IN (SELECT id FROM headlines);
    CREATE INDEX history ON statuses((read_at << 29 | id))
      WHERE read = 1 AND read_at IS NOT NULL AND gone = 0;
    CREATE TABLE starred(rank INTEGER PRIMARY KEY);
    CREATE TABLE tags(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE taggings(
      status INTEGER, tag INTEGER, PRIMARY KEY(status, tag)) WITHOUT ROWID;
    CREATE INDEX taggings_of_tag ON taggings(tag, status);
    """,
    // Texts in parts that fill a page (`TextParts`): a packed one as a row of its own left a third
    // of the page empty. The body comes first in the index, as what stands in its first column is
    // a third shorter there: FTS5 does not name that column at each word of each article.
    """
    CREATE TABLE texts(place INTEGER PRIMARY KEY, part BLOB NOT NULL);
    INSERT INTO texts(place, part) SELECT id << 4, blocks FROM bodies;
    DROP TABLE bodies;
    DROP TABLE words;
    CREATE VIRTUAL TABLE words USING fts5(
      body, title, source, tags, content='', tokenize="ascii tokenchars '_=+#-'");
    INSERT INTO words(words, rank) VALUES
      ('automerge', 0), ('usermerge', 16), ('crisismerge', 500), ('hashsize', 8388608);
    INSERT INTO heads(heads) VALUES('delete-all');
    INSERT OR REPLACE INTO unindexed(rank) SELECT rank FROM headlines;
    """,
    // What ids mean within files (`FileIDs`), as far as the articles that are there tell.
    """
    CREATE TABLE file_ids(
      file INTEGER, id TEXT, status INTEGER NOT NULL, PRIMARY KEY(file, id)) WITHOUT ROWID;
    INSERT INTO file_ids(file, id, status)
    SELECT s.file, coalesce(s.own_id, h.url) AS own,
      CASE count(DISTINCT h.id) WHEN 1 THEN h.id ELSE 0 END
    FROM sightings s JOIN headlines h ON h.rank = s.rank
    WHERE s.publication IS NULL AND own IS NOT NULL GROUP BY s.file, own;
    """,
    // Where the numbers of joined statuses lead (`Heirs`).
    """
    CREATE TABLE heirs(status INTEGER PRIMARY KEY, heir INTEGER NOT NULL);
    CREATE INDEX heirs_of ON heirs(heir);
    """,
    // Which sources' files have said whether an article was read or starred (`Intake`).
    """
    CREATE TABLE stated(status INTEGER, source INTEGER, PRIMARY KEY(status, source)) WITHOUT ROWID;
    """,
  ]

  /// Takes every step that the store has not taken yet, in one transaction.
  static func migrate(_ db: Database, path: String) throws {
    try db.inTransaction(.immediate) {
      let done = try version(of: db, path: path)  // another process may have been quicker
      for step in steps[done...] { try db.execute(sql: step) }
      try db.execute(
        sql: "PRAGMA user_version = \(steps.count); PRAGMA application_id = \(application)")
      return .commit
    }
  }

  /// How many steps the store has taken.
  ///
  /// - Throws: `newerVersion` for more than this program knows, `damaged` for a store of no version,
  ///   `foreign` for another program's database.
  static func version(of db: Database, path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard owner == application else {
      let isEmpty =
        try version == 0 && owner == 0
        && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
      // Another process may have made the store since its owner was read; both come at once.
      if try !isEmpty && Int.fetchOne(db, sql: "PRAGMA application_id") == application {
        return try self.version(of: db, path: path)
      }
      guard isEmpty else {
        throw StoreError(.foreign, path: path, message: "a database of another program")
      }
      return 0
    }
    guard version <= steps.count else {
      throw StoreError(.newerVersion, path: path, message: "version \(version)")
    }
    // Both numbers are written at once, with the tables.
    guard version > 0 else {
      throw StoreError(.damaged, path: path, message: "version \(version)")
    }
    return version
  }
}
