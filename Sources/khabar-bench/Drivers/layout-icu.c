/* Lays paragraphs out with ICU: ubidi (order), ubrk (line breaks), u_shapeArabic (shapes).
 *
 * Shapes come first, since they change how many characters there are; the shaped letters have the
 * bidi and line break classes of the plain ones. */
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ushape.h>
#include <unicode/ustring.h>

#include "layout.h"

static struct {
  int capacity;
  UChar *text, *shaped, *visual;
  char *breaks;
  UBiDi *paragraph, *line;
  UBreakIterator *iterator;
} scratch;

static void check(UErrorCode error) {
  if (U_FAILURE(error)) {
    fprintf(stderr, "ICU: %s\n", u_errorName(error));
    exit(2);
  }
}

static void *grown(void *old, size_t bytes) {
  void *new = realloc(old, bytes);
  if (!new) exit(2);
  return new;
}

static void prepare(int length) {
  UErrorCode error = U_ZERO_ERROR;
  if (!scratch.iterator) {
    scratch.paragraph = ubidi_open();
    scratch.line = ubidi_open();
    scratch.iterator = ubrk_open(UBRK_LINE, "", NULL, 0, &error);
    check(error);
  }
  if (length <= scratch.capacity) return;
  int n = scratch.capacity = length * 2;
  scratch.text = grown(scratch.text, n * sizeof(UChar));
  scratch.shaped = grown(scratch.shaped, n * sizeof(UChar));
  scratch.visual = grown(scratch.visual, n * sizeof(UChar));
  scratch.breaks = grown(scratch.breaks, n + 1);
}

static int without_dropped_marks(UChar *text, int count) {
  int kept = 0;
  for (int i = 0; i < count; i++)
    if (!is_dropped_mark(text[i])) text[kept++] = text[i];
  return kept;
}

static int cell_columns(uint32_t scalar) {
  if (scalar < 0x300) return 1;
  int8_t category = u_charType(scalar);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  return columns(scalar);
}

static void put_line(int start, int end, struct output *out) {
  UErrorCode error = U_ZERO_ERROR;
  while (end > start && scratch.shaped[end - 1] == ' ') end--;
  char *to = reserve(out, (end - start) * 4 + 1);
  int32_t bytes = 0;
  if (end > start) {
    ubidi_setLine(scratch.paragraph, start, end, scratch.line, &error);
    int32_t count = ubidi_writeReordered(
        scratch.line, scratch.visual, scratch.capacity,
        UBIDI_DO_MIRRORING | UBIDI_KEEP_BASE_COMBINING | UBIDI_REMOVE_BIDI_CONTROLS, &error);
    int kept = 0;
    for (int i = 0; i < count; i++)
      if (columns(scratch.visual[i]) > 0) scratch.visual[kept++] = scratch.visual[i];
    u_strToUTF8(to, (end - start) * 4 + 1, &bytes, scratch.visual, kept, &error);
    check(error);
  }
  to[bytes] = '\n';
  out->count += bytes + 1;
}

/* UTF-8 as UTF-16, without what a page does without; how much that is. */
static int32_t decode(const char *text, int length) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count;
  prepare(length + 1);
  u_strFromUTF8(scratch.text, scratch.capacity, &count, text, length, &error);
  check(error);
  return without_dropped_marks(scratch.text, count);
}

static void mark_breaks(const UChar *text, int32_t count) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(scratch.iterator, text, count, &error);
  check(error);
  memset(scratch.breaks, 0, count + 1);
  for (int32_t at = ubrk_first(scratch.iterator); at != UBRK_DONE; at = ubrk_next(scratch.iterator))
    scratch.breaks[at] = 1;
}

static void find_levels(const char *text, int length) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = decode(text, length);
  ubidi_setPara(scratch.paragraph, scratch.text, count, UBIDI_DEFAULT_LTR, NULL, &error);
  ubidi_getLevels(scratch.paragraph, &error);
  check(error);
}

static void find_breaks(const char *text, int length) {
  int32_t count = decode(text, length);
  mark_breaks(scratch.text, count);
}

static void lay_out(const char *text, int length, int width, struct output *out) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = decode(text, length);
  count = u_shapeArabic(
      scratch.text, count, scratch.shaped, scratch.capacity,
      U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_GROW_SHRINK, &error);
  check(error);
  ubidi_setPara(scratch.paragraph, scratch.shaped, count, UBIDI_DEFAULT_LTR, NULL, &error);
  check(error);
  mark_breaks(scratch.shaped, count);

  int start = 0, used = 0, last_break = 0;
  for (int i = 0; i < count;) {
    int at = i;
    UChar32 scalar;
    U16_NEXT(scratch.shaped, i, count, scalar);
    int wide = cell_columns(scalar);
    if (used + wide > width && scalar != ' ') {
      int end = last_break > start ? last_break : at;
      put_line(start, end, out);
      start = end;
      used = 0;
      for (int j = start; j < at;) {
        UChar32 before;
        U16_NEXT(scratch.shaped, j, at, before);
        used += cell_columns(before);
      }
    }
    used += wide;
    if (scratch.breaks[i]) last_break = i;
  }
  put_line(start, count, out);
}
