/* The least that a list of headlines can cost in C: SQLite opened, one screen of rows by index,
 * painted with ncursesw, j one row down, a space one page, q out. It orders and shapes nothing.
 *
 *     floor make STORE < ROWS      a row a line: rank TAB title TAB source TAB date
 *     floor STORE
 */
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *store;

static int make(const char *path) {
  if (sqlite3_open(path, &store)) return 2;
  sqlite3_exec(
      store,
      "PRAGMA journal_mode=WAL; BEGIN;"
      "CREATE TABLE headlines(rank INTEGER PRIMARY KEY, title TEXT, source TEXT, date TEXT)",
      0, 0, 0);
  sqlite3_stmt *insert;
  if (sqlite3_prepare_v2(store, "INSERT INTO headlines VALUES(?,?,?,?)", -1, &insert, 0)) return 2;
  char *row = NULL;
  size_t capacity = 0;
  while (getline(&row, &capacity, stdin) > 0) {
    int column = 1;
    for (char *field = strtok(row, "\t\n"); field && column <= 4; field = strtok(NULL, "\t\n"))
      sqlite3_bind_text(insert, column++, field, -1, SQLITE_TRANSIENT);
    if (sqlite3_step(insert) != SQLITE_DONE) return 2;
    sqlite3_reset(insert);
  }
  free(row);
  sqlite3_finalize(insert);
  return sqlite3_exec(store, "COMMIT", 0, 0, 0) || sqlite3_close(store) ? 2 : 0;
}

/* One screen of headlines older than `rank`; gives back the rank of its last. */
static long long paint(long long rank, int selected) {
  sqlite3_stmt *select;
  if (sqlite3_prepare_v2(
          store,
          "SELECT rank, title, source, date FROM headlines WHERE rank < ? ORDER BY rank DESC LIMIT ?",
          -1, &select, 0))
    return rank;
  sqlite3_bind_int64(select, 1, rank);
  sqlite3_bind_int(select, 2, LINES - 2);
  erase();
  for (int row = 1; sqlite3_step(select) == SQLITE_ROW; row++) {
    if (row == selected) attron(A_REVERSE);
    mvaddnstr(row, 2, (const char *)sqlite3_column_text(select, 1), COLS * 2);
    mvprintw(row, COLS - 34, "%-20s", (const char *)sqlite3_column_text(select, 2));
    mvprintw(row, COLS - 13, "%-13s", (const char *)sqlite3_column_text(select, 3));
    attroff(A_REVERSE);
    rank = sqlite3_column_int64(select, 0);
  }
  sqlite3_finalize(select);
  refresh();
  return rank;
}

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  if (count == 3 && !strcmp(arguments[1], "make")) return make(arguments[2]);
  if (count != 2 || sqlite3_open_v2(arguments[1], &store, SQLITE_OPEN_READONLY, 0)) return 2;
  initscr();
  cbreak();
  noecho();
  curs_set(0);
  long long newest = 0x7FFFFFFFFFFFFFFF, top = newest, last = paint(top, 1);
  int selected = 1;
  for (int key; (key = getch()) != 'q';) {
    if (key == 'j' && selected < LINES - 2) {
      mvchgat(selected, 0, -1, A_NORMAL, 0, NULL);
      mvchgat(++selected, 0, -1, A_REVERSE, 0, NULL);
      refresh();
    } else if (key == ' ') {
      top = last;
      selected = 1;
      last = paint(top, selected);
    }
  }
  endwin();
  sqlite3_close(store);
  return 0;
}
