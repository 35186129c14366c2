"""What is on the screen of a terminal after the bytes so far: enough of xterm for what ncurses sends it."""

import codecs
import re

SEQUENCE = re.compile(r"\x1b\[([?>!]?)([0-9;]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()*+].|\x1b([=>78MDEc])")
PARTIAL = re.compile(r"\x1b(\[[?>!]?[0-9;]*|\][^\x07\x1b]*|[()*+]?)?$")


class Screen:
    """Characters only: colours and attributes are passed over, every character is one column wide."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1
        self.last = " "
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def feed(self, data):
        text = self._rest + self._decoder.decode(data)
        self._rest, place = "", 0
        while place < len(text):
            letter = text[place]
            if letter != "\x1b":
                self._put(letter)
                place += 1
            elif match := SEQUENCE.match(text, place):
                self._obey(match)
                place = match.end()
            elif PARTIAL.match(text, place):
                self._rest = text[place:]
                return
            else:
                place += 1

    def _put(self, letter):
        if letter == "\r":
            self.column = 0
        elif letter == "\n":
            self._line_down()
        elif letter == "\b":
            self.column = max(0, self.column - 1)
        elif letter == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
        elif letter >= " ":
            if self.column >= self.columns:
                self.column = 0
                self._line_down()
            self.cells[self.row][self.column] = self.last = letter
            self.column += 1

    def _line_down(self):
        if self.row == self.bottom:
            self._shift(self.top, 1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def _shift(self, top, count):
        """Takes lines away at `top` and puts empty ones in at the end of the region; the other way below zero."""
        for _ in range(abs(count)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, [" "] * self.columns)
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, [" "] * self.columns)

    def _obey(self, match):
        mark, body, final, single = match.groups()
        if single == "M":
            if self.row == self.top:
                self._shift(self.top, -1)
            else:
                self.row = max(0, self.row - 1)
        if final is None or mark:
            return
        numbers = [int(word) if word else 0 for word in body.split(";")]
        count = max(1, numbers[0])
        self.column = min(self.column, self.columns - 1) if final not in "mb" else self.column
        cells = self.cells[self.row]
        if final in "Hf":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, numbers[1]) if len(numbers) > 1 else 1) - 1
        elif final == "A":
            self.row = max(0, self.row - count)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + count)
        elif final == "C":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final == "G":
            self.column = min(self.columns, count) - 1
        elif final == "d":
            self.row = min(self.rows, count) - 1
        elif final == "K":
            self._erase_line(numbers[0])
        elif final == "J":
            self._erase_screen(numbers[0])
        elif final == "X":
            cells[self.column : self.column + count] = [" "] * min(count, self.columns - self.column)
        elif final == "P":
            del cells[self.column : self.column + count]
            cells += [" "] * (self.columns - len(cells))
        elif final == "@":
            cells[self.column : self.column] = [" "] * count
            del cells[self.columns :]
        elif final == "L":
            self._shift(self.row, -count)
        elif final == "M":
            self._shift(self.row, count)
        elif final == "S":
            self._shift(self.top, count)
        elif final == "T":
            self._shift(self.top, -count)
        elif final == "b":
            for _ in range(count):
                self._put(self.last)
        elif final == "r":
            self.top = count - 1
            self.bottom = min(self.rows, numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.row = self.column = 0

    def _erase_line(self, how):
        start, end = [(self.column, self.columns), (0, self.column + 1), (0, self.columns)][min(how, 2)]
        self.cells[self.row][start:end] = [" "] * (end - start)

    def _erase_screen(self, how):
        self._erase_line(min(how, 2))
        rows = [range(self.row + 1, self.rows), range(0, self.row), range(self.rows)][min(how, 2)]
        for row in rows:
            self.cells[row] = [" "] * self.columns
