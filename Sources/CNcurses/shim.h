#ifndef REVENUER_CNCURSES_SHIM_H
#define REVENUER_CNCURSES_SHIM_H

// Declarations of wide characters; without this the header of some systems leaves them out.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// stdscr and curscr are mutable globals, which Swift 6 refuses.
static inline WINDOW *curses_standard_screen(void) { return stdscr; }
static inline WINDOW *curses_current_screen(void) { return curscr; }

// stdin is a mutable global as well. Not initscr: that prints and exits on an unknown terminal.
static inline SCREEN *curses_open(FILE *output) { return newterm(NULL, output, stdin); }

// A file in memory, -1 where the system has none. glibc declares memfd_create only under a feature macro.
static inline int curses_memory_file(void) { return (int)syscall(SYS_memfd_create, "revenuer", 1U); }

// POSIX has this in wchar.h only under some feature macros, which cannot be set from here.
extern int wcwidth(wchar_t character);
static inline int curses_columns(wchar_t character) { return wcwidth(character); }

// The attribute macros cast, so they do not import.
static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }

// Puts one character with its marks into a cell. The pair goes through the pointer of setcchar, which
// takes numbers above 255; add_wchnstr neither moves the cursor nor scrolls in the last cell.
static inline int curses_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == ERR) { return ERR; }
    return mvwadd_wchnstr(stdscr, row, column, &cell, 1);
}

// A capability of the terminal; NULL when it has none (terminfo says -1 for "not a string").
static inline const char *curses_string(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

static inline int curses_number(const char *name) { return tigetnum((char *)name); }

// The sequence that moves to a place; tparm is variadic.
static inline const char *curses_move_to(int row, int column) {
    const char *cup = curses_string("cup");
    return cup == NULL ? NULL : tparm((char *)cup, row, column, 0, 0, 0, 0, 0, 0, 0);
}

#endif
