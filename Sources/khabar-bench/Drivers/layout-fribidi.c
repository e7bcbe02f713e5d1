/* Lays paragraphs out with FriBidi (order, shapes) and libunibreak (line breaks). */
#include <fribidi.h>
#include <linebreak.h>

#include "layout.h"

static struct {
  int capacity, is_ready;
  FriBidiChar *text, *shaped, *line;
  FriBidiCharType *types;
  FriBidiBracketType *brackets;
  FriBidiLevel *levels, *line_levels;
  FriBidiArabicProp *joining;
  char *breaks;
} scratch;

static void *grown(void *old, size_t bytes) {
  void *new = realloc(old, bytes);
  if (!new) exit(2);
  return new;
}

static void prepare(int length) {
  if (!scratch.is_ready) init_linebreak();
  scratch.is_ready = 1;
  if (length <= scratch.capacity) return;
  int n = scratch.capacity = length * 2;
  scratch.text = grown(scratch.text, n * sizeof *scratch.text);
  scratch.shaped = grown(scratch.shaped, n * sizeof *scratch.shaped);
  scratch.line = grown(scratch.line, n * sizeof *scratch.line);
  scratch.types = grown(scratch.types, n * sizeof *scratch.types);
  scratch.brackets = grown(scratch.brackets, n * sizeof *scratch.brackets);
  scratch.levels = grown(scratch.levels, n * sizeof *scratch.levels);
  scratch.line_levels = grown(scratch.line_levels, n * sizeof *scratch.line_levels);
  scratch.joining = grown(scratch.joining, n * sizeof *scratch.joining);
  scratch.breaks = grown(scratch.breaks, n);
}

/* Well-formed UTF-8 only: the benchmark writes no other. */
static int decode(const char *bytes, int length, FriBidiChar *text) {
  const unsigned char *from = (const unsigned char *)bytes, *end = from + length;
  int count = 0;
  while (from < end) {
    uint32_t scalar = *from++;
    if (scalar >= 0xF0) {
      scalar = (scalar & 7) << 18 | (from[0] & 0x3F) << 12 | (from[1] & 0x3F) << 6 | (from[2] & 0x3F);
      from += 3;
    } else if (scalar >= 0xE0) {
      scalar = (scalar & 15) << 12 | (from[0] & 0x3F) << 6 | (from[1] & 0x3F);
      from += 2;
    } else if (scalar >= 0xC0) {
      scalar = (scalar & 31) << 6 | (from[0] & 0x3F);
      from += 1;
    }
    if (!is_dropped_mark(scalar)) text[count++] = scalar;
  }
  return count;
}

static int cell_columns(int index) {
  return scratch.types[index] == FRIBIDI_TYPE_NSM ? 0 : columns(scratch.shaped[index]);
}

static void put_line(int start, int end, FriBidiParType base, struct output *out) {
  while (end > start && scratch.text[end - 1] == ' ') end--;
  int count = end - start;
  memcpy(scratch.line, scratch.shaped + start, count * sizeof *scratch.line);
  memcpy(scratch.line_levels, scratch.levels + start, count * sizeof *scratch.line_levels);
  if (count > 0
      && !fribidi_reorder_line(
          FRIBIDI_FLAGS_DEFAULT, scratch.types + start, count, 0, base, scratch.line_levels,
          scratch.line, NULL))
    exit(2);
  char *to = reserve(out, count * 4 + 1), *begin = to;
  for (int i = 0; i < count; i++) {
    FriBidiChar scalar = scratch.line[i];
    if (scalar < 0x300 || columns(scalar) > 0) to = encode(to, scalar);
  }
  *to++ = '\n';
  out->count += to - begin;
}

static FriBidiParType resolve_levels(int count) {
  FriBidiParType base = FRIBIDI_PAR_ON;
  fribidi_get_bidi_types(scratch.text, count, scratch.types);
  fribidi_get_bracket_types(scratch.text, count, scratch.types, scratch.brackets);
  if (!fribidi_get_par_embedding_levels_ex(
          scratch.types, scratch.brackets, count, &base, scratch.levels))
    exit(2);
  return base;
}

static void find_levels(const char *text, int length) {
  prepare(length + 1);
  resolve_levels(decode(text, length, scratch.text));
}

static void find_breaks(const char *text, int length) {
  prepare(length + 1);
  int count = decode(text, length, scratch.text);
  set_linebreaks_utf32(scratch.text, count, "", scratch.breaks);
}

static void lay_out(const char *text, int length, int width, struct output *out) {
  prepare(length + 1);
  int count = decode(text, length, scratch.text);
  FriBidiParType base = resolve_levels(count);
  fribidi_get_joining_types(scratch.text, count, scratch.joining);
  fribidi_join_arabic(scratch.types, count, scratch.levels, scratch.joining);
  memcpy(scratch.shaped, scratch.text, count * sizeof *scratch.text);
  fribidi_shape(
      FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, scratch.levels, count, scratch.joining,
      scratch.shaped);
  set_linebreaks_utf32(scratch.text, count, "", scratch.breaks);

  int start = 0, used = 0, last_break = 0;
  for (int i = 0; i < count; i++) {
    int wide = cell_columns(i);
    if (used + wide > width && scratch.text[i] != ' ') {
      int end = last_break > start ? last_break : i;
      put_line(start, end, base, out);
      start = end;
      used = 0;
      for (int j = start; j < i; j++) used += cell_columns(j);
    }
    used += wide;
    if (scratch.breaks[i] == LINEBREAK_ALLOWBREAK) last_break = i + 1;
  }
  put_line(start, count, base, out);
}
