/* What Swift needs of the system's ncurses, the wide-character build; macros that it cannot import are functions here. */
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#include <string.h>
#include <wchar.h>
#include <ncursesw/curses.h>
/* term.h defines dozens of short lower-case macros; they stay in this file, since Swift imports none of them. */
#include <ncursesw/term.h>

static const attr_t cncurses_bold = A_BOLD;
static const attr_t cncurses_dim = A_DIM;
static const attr_t cncurses_italic = A_ITALIC;
static const attr_t cncurses_underline = A_UNDERLINE;
static const attr_t cncurses_reverse = A_REVERSE;
static const attr_t cncurses_blink = A_BLINK;

/* Puts one spacing character and its marks (ended by 0) on the screen; the pair may be beyond what a short holds. */
static inline int cncurses_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
  return mvwadd_wch(stdscr, row, column, &cell);
}

/* Globals of ncurses, which Swift 6 does not let through. */
static inline WINDOW *cncurses_window(void) { return stdscr; }
static inline int cncurses_colors(void) { return COLORS; }

/* Columns of a character in the locale's character set; -1 if it has no such character. */
static inline int cncurses_width(wchar_t character) { return wcwidth(character); }

/* A capability of the terminal that setupterm or newterm loaded last, in ncurses' own memory; NULL if it has none. */
static inline char *cncurses_string(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? 0 : value;
}

/* Whether that terminal takes colours as 8 bits each of red, green and blue: RGB may be a flag, a number or a text. */
static inline bool cncurses_isDirect(void) {
  const char *bits = cncurses_string("RGB");
  return tigetflag("RGB") == 1 || tigetnum("RGB") == 8 || (bits && strcmp(bits, "8/8/8") == 0);
}

#endif
