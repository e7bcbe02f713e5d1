/* Wide ncurses. What Swift can't import (macros, mutable globals, variadic calls) is wrapped in
   functions here; none of them keeps state. */
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static inline WINDOW *khabar_stdscr(void) { return stdscr; }
static inline WINDOW *khabar_curscr(void) { return curscr; }
static inline int khabar_colours(void) { return COLORS; }

static const attr_t khabar_bold = WA_BOLD;
static const attr_t khabar_dim = WA_DIM;
static const attr_t khabar_reverse = WA_REVERSE;
static const attr_t khabar_underline = WA_UNDERLINE;

/* Starts ncurses for a type of terminal on two descriptors, which must stay open; NULL if it
   can't. */
static inline SCREEN *khabar_newterm(const char *type, int input, int output) {
  FILE *in = fdopen(input, "r");
  FILE *out = fdopen(output, "w");
  if (in == NULL || out == NULL) return NULL;
  return newterm(type, out, in);
}

/* A file without a name, in memory; -1 where the system has none. */
static inline int khabar_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "screen", 1U /* MFD_CLOEXEC */);
}

/* A string of the terminal's description; NULL where it has none. */
static inline const char *khabar_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/* Fills a cell: a base and up to four marks, 0 where there is none. */
static inline void khabar_set_cell(cchar_t *cell, uint32_t base, uint32_t a, uint32_t b,
                                   uint32_t c, uint32_t d, attr_t attributes, short pair) {
  wchar_t text[6] = {(wchar_t)base, (wchar_t)a, (wchar_t)b, (wchar_t)c, (wchar_t)d, 0};
  setcchar(cell, text, attributes, pair, NULL);
}

/* How many columns glibc, and so ncurses, gives a scalar; -1 for what can't be shown. */
static inline int khabar_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

/* The size of the terminal in cells; 0 if it has one. */
static inline int khabar_window_size(int descriptor, int *height, int *width) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *height = size.ws_row;
  *width = size.ws_col;
  return 0;
}

/* The descriptor of the terminal itself, for keys while standard input is something else. */
static inline int khabar_open_tty(void) { return open("/dev/tty", O_RDWR | O_CLOEXEC); }

/* Makes a descriptor non-blocking and closes it on exec. */
static inline int khabar_set_pipe_flags(int descriptor) {
  if (fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == -1) return -1;
  return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/* Whether the locale's text is UTF-8. */
static inline int khabar_locale_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static inline int khabar_is_ignored(int signal) {
  struct sigaction old;
  return sigaction(signal, NULL, &old) == 0 && old.sa_handler == SIG_IGN;
}

/* Lets a signal through that whoever started the process may have blocked. */
static inline void khabar_unblock(int signal) {
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  pthread_sigmask(SIG_UNBLOCK, &one, NULL);
}

/* Installs a handler and keeps the action it replaces. */
static inline int khabar_install(int signal, void (*handler)(int), int flags,
                                 struct sigaction *old) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, old);
}

/* Stops the process as SIGTSTP does by default; returns when it was continued. The continuation
   itself is not seen by a handler. */
static inline void khabar_stop(void) {
  struct sigaction stop, resume;
  sigset_t blocked, before;
  if (khabar_install(SIGTSTP, SIG_DFL, 0, &stop) != 0) return;
  khabar_install(SIGCONT, SIG_DFL, 0, &resume);
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &blocked, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  sigaction(SIGCONT, &resume, NULL);
}
