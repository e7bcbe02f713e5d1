/* What SQLite alone takes to store the same articles with the same index: the floor under an import.
 *
 *   index terms STORE OUT   writes what a store of khabar's has, with its terms, already folded
 *   index make OUT STORE    puts it into tables of the same shape, 1,000 rows a transaction, with the
 *                           settings that FTS5 has by itself; prints the seconds of CPU and wall
 *
 * gcc -O2 index.c -lsqlite3
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { COLUMNS = 4, BATCH = 1000, PART = 1008 };

static void fail(sqlite3 *db, const char *what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0) != SQLITE_OK) fail(db, sql);
}

static sqlite3_stmt *statement(sqlite3 *db, const char *sql) {
  sqlite3_stmt *found;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &found, 0) != SQLITE_OK)
    fail(db, sql);
  return found;
}

/* ---- terms: the index read back, by article ---- */

typedef struct { int64_t doc; uint32_t column, offset, term; } Instance;

static int byPlace(const void *a, const void *b) {
  const Instance *x = a, *y = b;
  if (x->doc != y->doc) return x->doc < y->doc ? -1 : 1;
  if (x->column != y->column) return x->column < y->column ? -1 : 1;
  return x->offset < y->offset ? -1 : x->offset > y->offset;
}

static void writeBytes(FILE *out, const void *bytes, uint32_t count) {
  fwrite(&count, sizeof count, 1, out);
  fwrite(bytes, 1, count, out);
}

static void terms(const char *store, const char *path) {
  sqlite3 *db;
  if (sqlite3_open(store, &db) != SQLITE_OK) fail(db, store);
  run(db, "CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, words, instance)");
  size_t count = 0, room = 1 << 20, words = 0, wordRoom = 1 << 16;
  Instance *all = malloc(room * sizeof *all);
  char **spelt = malloc(wordRoom * sizeof *spelt);
  const char *names[COLUMNS] = {"body", "title", "source", "tags"};
  sqlite3_stmt *places = statement(db, "SELECT term, doc, col, \"offset\" FROM temp.places");
  while (sqlite3_step(places) == SQLITE_ROW) {
    const char *term = (const char *)sqlite3_column_text(places, 0);
    if (words == 0 || strcmp(spelt[words - 1], term) != 0) {
      if (words == wordRoom) spelt = realloc(spelt, (wordRoom *= 2) * sizeof *spelt);
      spelt[words++] = strdup(term);
    }
    if (count == room) all = realloc(all, (room *= 2) * sizeof *all);
    const char *name = (const char *)sqlite3_column_text(places, 2);
    uint32_t column = 0;
    while (column < COLUMNS - 1 && strcmp(names[column], name) != 0) column++;
    all[count++] = (Instance){sqlite3_column_int64(places, 1), column,
                              (uint32_t)sqlite3_column_int(places, 3), (uint32_t)(words - 1)};
  }
  sqlite3_finalize(places);
  qsort(all, count, sizeof *all, byPlace);

  FILE *out = fopen(path, "wb");
  if (!out) fail(0, path);
  sqlite3_stmt *rows = statement(
      db, "SELECT h.rank, h.id, h.title, h.source_text, h.seconds, h.language, h.url FROM headlines h "
          "ORDER BY h.rank");
  sqlite3_stmt *parts = statement(
      db, "SELECT part FROM texts WHERE place BETWEEN ?1 << 4 AND ?1 << 4 | 15 ORDER BY place");
  char *text = malloc(32 << 20);
  size_t next = 0;
  while (sqlite3_step(rows) == SQLITE_ROW) {
    int64_t numbers[3] = {sqlite3_column_int64(rows, 0), sqlite3_column_int64(rows, 1),
                          sqlite3_column_int64(rows, 4)};
    fwrite(numbers, sizeof numbers, 1, out);
    const int texts[4] = {2, 3, 5, 6};
    for (int i = 0; i < 4; i++)
      writeBytes(out, sqlite3_column_blob(rows, texts[i]),
                 (uint32_t)sqlite3_column_bytes(rows, texts[i]));
    size_t bytes = 0;
    sqlite3_bind_int64(parts, 1, numbers[1]);
    while (sqlite3_step(parts) == SQLITE_ROW) {
      size_t size = (size_t)sqlite3_column_bytes(parts, 0);
      if (bytes + size > 32 << 20) break;
      memcpy(text + bytes, sqlite3_column_blob(parts, 0), size);
      bytes += size;
    }
    sqlite3_reset(parts);
    writeBytes(out, text, (uint32_t)bytes);
    while (next < count && all[next].doc < numbers[0]) next++;
    for (uint32_t column = 0; column < COLUMNS; column++) {
      size_t length = 0;
      for (; next < count && all[next].doc == numbers[0] && all[next].column == column; next++) {
        size_t size = strlen(spelt[all[next].term]);
        if (length + size + 1 > 32 << 20) break;
        memcpy(text + length, spelt[all[next].term], size);
        length += size;
        text[length++] = ' ';
      }
      writeBytes(out, text, (uint32_t)length);
    }
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(parts);
  sqlite3_close(db);
  if (fclose(out)) fail(0, path);
}

/* ---- make ---- */

static const char *schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "CREATE TABLE headlines(rank INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL,"
    " source_text TEXT, seconds INTEGER, language TEXT, url TEXT);"
    "CREATE TABLE texts(place INTEGER PRIMARY KEY, part BLOB NOT NULL);"
    "CREATE TABLE statuses(id INTEGER PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE identities(key BLOB PRIMARY KEY, status INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE sightings(source INTEGER, rank INTEGER, file INTEGER NOT NULL, own_id TEXT,"
    " PRIMARY KEY(source, rank)) WITHOUT ROWID;"
    "CREATE INDEX sightings_of_rank ON sightings(rank);"
    "CREATE TABLE unread(source INTEGER, rank INTEGER, PRIMARY KEY(source, rank)) WITHOUT ROWID;"
    "CREATE VIRTUAL TABLE words USING fts5(body, title, source, tags, content='',"
    " tokenize=\"ascii tokenchars '_=+#-'\");"
    "CREATE VIRTUAL TABLE heads USING fts5(title, content='', columnsize=0, detail=none,"
    " prefix='1 2 3', tokenize=\"ascii tokenchars '_=+#-'\");";

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static uint32_t readBytes(FILE *in, char **bytes, uint32_t *room) {
  uint32_t count;
  if (fread(&count, sizeof count, 1, in) != 1) exit(1);
  if (count > *room) *bytes = realloc(*bytes, *room = count);
  if (count && fread(*bytes, 1, count, in) != count) exit(1);
  return count;
}

static void insert(sqlite3 *db, sqlite3_stmt *row) {
  if (sqlite3_step(row) != SQLITE_DONE) fail(db, "insert");
  sqlite3_reset(row);
}

static void make(const char *path, const char *store) {
  FILE *in = fopen(path, "rb");
  sqlite3 *db;
  if (!in) fail(0, path);
  if (sqlite3_open(store, &db) != SQLITE_OK) fail(db, store);
  run(db, schema);
  sqlite3_stmt *headline =
      statement(db, "INSERT INTO headlines VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  sqlite3_stmt *body = statement(db, "INSERT INTO texts VALUES(?1, ?2)");
  sqlite3_stmt *status = statement(db, "INSERT INTO statuses VALUES(?1, 0)");
  sqlite3_stmt *unread = statement(db, "INSERT INTO unread VALUES(0, ?1), (1, ?1)");
  sqlite3_stmt *identity = statement(db, "INSERT INTO identities VALUES(?1, ?2)");
  sqlite3_stmt *sighting = statement(db, "INSERT INTO sightings VALUES(1, ?1, 1, ?2)");
  sqlite3_stmt *words =
      statement(db, "INSERT INTO words(rowid, body, title, source, tags) VALUES(?, ?, ?, ?, ?)");
  sqlite3_stmt *heads = statement(db, "INSERT INTO heads(rowid, title) VALUES(?, ?)");
  char *texts[9] = {0};
  uint32_t rooms[9] = {0}, counts[9];
  int64_t numbers[3];
  int rows = 0;
  double start = seconds(CLOCK_MONOTONIC), wall = 0, cpu = 0;
  for (;;) {
    double wallThen = seconds(CLOCK_MONOTONIC), cpuThen = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (fread(numbers, sizeof numbers, 1, in) != 1) break;
    for (int i = 0; i < 9; i++) counts[i] = readBytes(in, &texts[i], &rooms[i]);
    /* What it costs to read the terms is not SQLite's. */
    wall -= seconds(CLOCK_MONOTONIC) - wallThen;
    cpu -= seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuThen;
    if (rows % BATCH == 0) run(db, rows ? "COMMIT; BEGIN IMMEDIATE" : "BEGIN IMMEDIATE");
    rows++;
    sqlite3_bind_int64(headline, 1, numbers[0]);
    sqlite3_bind_int64(headline, 2, numbers[1]);
    sqlite3_bind_text(headline, 3, texts[0], (int)counts[0], SQLITE_STATIC);
    sqlite3_bind_text(headline, 4, texts[1], (int)counts[1], SQLITE_STATIC);
    sqlite3_bind_int64(headline, 5, numbers[2]);
    sqlite3_bind_text(headline, 6, texts[2], (int)counts[2], SQLITE_STATIC);
    sqlite3_bind_text(headline, 7, texts[3], (int)counts[3], SQLITE_STATIC);
    insert(db, headline);
    for (uint32_t start = 0, part = 0; start < counts[4] || part == 0; start += PART, part++) {
      uint32_t size = counts[4] - start;
      if (size > PART && part < 15) size = PART;
      sqlite3_bind_int64(body, 1, numbers[1] << 4 | part);
      sqlite3_bind_blob(body, 2, texts[4] + start, (int)size, SQLITE_STATIC);
      insert(db, body);
      if (part == 15) break;
    }
    sqlite3_bind_int64(status, 1, numbers[1]);
    insert(db, status);
    sqlite3_bind_int64(unread, 1, numbers[0]);
    insert(db, unread);
    uint64_t key[2] = {(uint64_t)numbers[1] * 0x9E3779B97F4A7C15u, (uint64_t)numbers[1]};
    sqlite3_bind_blob(identity, 1, key, sizeof key, SQLITE_STATIC);
    sqlite3_bind_int64(identity, 2, numbers[1]);
    insert(db, identity);
    sqlite3_bind_int64(sighting, 1, numbers[0]);
    sqlite3_bind_text(sighting, 2, texts[3], (int)counts[3], SQLITE_STATIC);
    insert(db, sighting);
    sqlite3_bind_int64(words, 1, numbers[0]);
    for (int i = 0; i < COLUMNS; i++)
      sqlite3_bind_text(words, 2 + i, texts[5 + i], (int)counts[5 + i], SQLITE_STATIC);
    insert(db, words);
    sqlite3_bind_int64(heads, 1, numbers[0]);
    sqlite3_bind_text(heads, 2, texts[6], (int)counts[6], SQLITE_STATIC);
    insert(db, heads);
  }
  if (rows) run(db, "COMMIT");
  sqlite3_finalize(headline);
  sqlite3_finalize(body);
  sqlite3_finalize(status);
  sqlite3_finalize(unread);
  sqlite3_finalize(identity);
  sqlite3_finalize(sighting);
  sqlite3_finalize(words);
  sqlite3_finalize(heads);
  sqlite3_close(db);
  printf("%.6f %.6f\n", cpu + seconds(CLOCK_PROCESS_CPUTIME_ID),
         wall + seconds(CLOCK_MONOTONIC) - start);
}

int main(int count, char **arguments) {
  if (count == 4 && strcmp(arguments[1], "terms") == 0) return terms(arguments[2], arguments[3]), 0;
  if (count == 4 && strcmp(arguments[1], "make") == 0) return make(arguments[2], arguments[3]), 0;
  return 64;
}
