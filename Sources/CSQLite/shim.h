/* What GRDB does not reach of SQLite. */
#include <sqlite3.h>

/* `sqlite3_config` takes any number of arguments, and Swift calls no such function. */
static inline int khabar_sqlite_counts_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
