/* What the layout drivers have in common: a file in, a paragraph a line, each laid out by the
 * driver's own lay_out(), and how long that took.
 *
 *     driver FILE WIDTH ROUNDS     prints "NANOSECONDS BYTES": the best round's CPU time, and what
 *                                  one round put out
 *     driver FILE WIDTH print      prints the lines
 *     driver FILE levels ROUNDS    the same time of the bidi levels alone, UTF-8 in
 *     driver FILE breaks ROUNDS    and of the line breaks alone
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct output {
  char *bytes;
  size_t count, capacity;
};

/* The driver's own: one paragraph of UTF-8 in, its lines in visual order out. */
static void lay_out(const char *text, int length, int width, struct output *out);

/* The stages alone. */
static void find_levels(const char *text, int length);
static void find_breaks(const char *text, int length);

static inline char *reserve(struct output *out, size_t more) {
  if (out->count + more > out->capacity) {
    out->capacity = (out->count + more) * 2;
    out->bytes = realloc(out->bytes, out->capacity);
    if (!out->bytes) exit(2);
  }
  return out->bytes + out->count;
}

/* Columns of a scalar on a terminal; marks are asked for before, the news text has no other
 * formats than these. */
static inline int columns(uint32_t scalar) {
  if (scalar < 0x300) return scalar >= 0x20;
  if ((scalar >= 0x200B && scalar <= 0x200F) || (scalar >= 0x202A && scalar <= 0x202E)
      || (scalar >= 0x2060 && scalar <= 0x2069) || scalar == 0xFEFF || scalar == 0x061C)
    return 0;
  if ((scalar >= 0x1100 && scalar <= 0x115F) || (scalar >= 0x2E80 && scalar <= 0xA4CF)
      || (scalar >= 0xAC00 && scalar <= 0xD7A3) || (scalar >= 0xFF00 && scalar <= 0xFF60)
      || (scalar >= 0x1F300 && scalar <= 0x1FAFF))
    return 2;
  return 1;
}

/* Harakat and niqqud, which the page of a newspaper does without. */
static inline int is_dropped_mark(uint32_t scalar) {
  return (scalar >= 0x064B && scalar <= 0x065F) || scalar == 0x0670
         || (scalar >= 0x0591 && scalar <= 0x05C7 && scalar != 0x05BE && scalar != 0x05C0
             && scalar != 0x05C3 && scalar != 0x05C6);
}

static inline char *encode(char *to, uint32_t scalar) {
  if (scalar < 0x80) {
    *to++ = scalar;
  } else if (scalar < 0x800) {
    *to++ = 0xC0 | scalar >> 6;
    *to++ = 0x80 | (scalar & 0x3F);
  } else if (scalar < 0x10000) {
    *to++ = 0xE0 | scalar >> 12;
    *to++ = 0x80 | (scalar >> 6 & 0x3F);
    *to++ = 0x80 | (scalar & 0x3F);
  } else {
    *to++ = 0xF0 | scalar >> 18;
    *to++ = 0x80 | (scalar >> 12 & 0x3F);
    *to++ = 0x80 | (scalar >> 6 & 0x3F);
    *to++ = 0x80 | (scalar & 0x3F);
  }
  return to;
}

static long long cpu_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static char *read_all(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  *length = ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  if (!text || fread(text, 1, *length, file) != *length) exit(2);
  fclose(file);
  return text;
}

enum task { WHOLE, LEVELS, BREAKS };

static void do_all(enum task task, const char *text, size_t length, int width, struct output *out) {
  const char *end = text + length;
  while (text < end) {
    const char *stop = memchr(text, '\n', end - text);
    if (!stop) stop = end;
    switch (task) {
      case WHOLE: lay_out(text, stop - text, width, out); break;
      case LEVELS: find_levels(text, stop - text); break;
      case BREAKS: find_breaks(text, stop - text); break;
    }
    text = stop + 1;
  }
}

int main(int count, char **arguments) {
  if (count != 4) return 64;
  size_t length;
  char *text = read_all(arguments[1], &length);
  int width = atoi(arguments[2]);
  enum task task = WHOLE;
  if (!strcmp(arguments[2], "levels")) task = LEVELS;
  if (!strcmp(arguments[2], "breaks")) task = BREAKS;
  struct output out = {0};
  if (!strcmp(arguments[3], "print")) {
    do_all(task, text, length, width, &out);
    return fwrite(out.bytes, 1, out.count, stdout) == out.count ? 0 : 2;
  }
  long long best = -1;
  for (int round = atoi(arguments[3]); round > 0; round--) {
    out.count = 0;
    long long start = cpu_nanoseconds();
    do_all(task, text, length, width, &out);
    long long taken = cpu_nanoseconds() - start;
    if (best < 0 || taken < best) best = taken;
  }
  printf("%lld %zu\n", best, out.count);
  return 0;
}
