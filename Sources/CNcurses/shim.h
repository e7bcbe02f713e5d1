/* Wide ncurses. What Swift can't import (macros, mutable globals) is wrapped in functions here. */
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>
#include <sys/ioctl.h>

static inline WINDOW *khabar_stdscr(void) { return stdscr; }
