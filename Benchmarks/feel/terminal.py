"""A program in a pseudo-terminal: started, typed at, read, and asked how much memory it took."""

import fcntl
import os
import pty
import re
import select
import signal
import shutil
import struct
import tempfile
import termios
import time

# What a terminal is asked to find out whether it has drawn all that was sent (ECMA-48, device status report).
STATUS_QUESTION, STATUS_ANSWER = b"\x1b[5n", b"\x1b[0n"


# poll and ppoll on x86-64, ppoll on arm64: where the program waits for keys and for news.
POLL_CALLS = {"7", "271", "73"}


class Ended(Exception):
    """The program ended before the measurement did."""


class Terminal:
    """The outer side of a pseudo-terminal. It answers status questions, as terminals do, when it reads them."""

    def __init__(self, command, columns, rows, environment=None):
        # A program that remembers where it was left would not begin at its first screen the next time.
        self.memory = tempfile.mkdtemp()
        self.began = time.perf_counter()
        self.child, self.master = pty.fork()
        if self.child == 0:
            self._become(command, columns, rows, {"XDG_STATE_HOME": self.memory} | (environment or {}))
        self.resize(columns, rows)
        self.received = 0
        self.is_application = False
        self._tail = b""
        self._switches = None

    @staticmethod
    def _become(command, columns, rows, environment):
        os.environ.setdefault("TERM", "xterm-256color")
        os.environ.setdefault("LC_ALL", "C.UTF-8")
        os.environ.update(environment)
        # The size has to be there before the program asks for it.
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        try:
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error.strerror}\n".encode())
            os._exit(127)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys):
        """Types keys; the time just before."""
        self._switches = self._voluntary_switches()
        sent = time.perf_counter()
        os.write(self.master, self._as_set(keys))
        return sent

    def _as_set(self, keys):
        """Cursor keys as the program has set them: ESC O for ESC [ in application mode."""
        if not self.is_application:
            return keys
        return re.sub(rb"\x1b\[([ABCDHF])", lambda key: b"\x1bO" + key[1], keys)

    def read(self, seconds):
        """What comes within that time, and when; empty where nothing comes."""
        if not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return time.perf_counter(), b""
        try:
            piece = os.read(self.master, 1 << 16)
        except OSError:
            piece = b""
        now = time.perf_counter()
        if not piece:
            raise Ended
        self.received += len(piece)
        self._answer(piece)
        return now, piece

    def _answer(self, piece):
        seen = self._tail + piece
        if b"\x1b[?1h" in seen:
            self.is_application = True
        for _ in range(seen.count(STATUS_QUESTION)):
            os.write(self.master, STATUS_ANSWER)
        # A question that was counted must not be counted again with the next piece.
        self._tail = b"" if seen.endswith(STATUS_QUESTION) else seen[-(len(STATUS_QUESTION) - 1) :]

    def has_taken_key(self):
        """Whether the program has woken since the last key and waits for the next: what comes later is no paint of it."""
        now = self._voluntary_switches()
        if now is None or self._switches is None or now <= self._switches:
            return False
        try:
            with open(f"/proc/{self.child}/task/{self.child}/syscall") as call:
                return call.read().split()[0] in POLL_CALLS
        except (OSError, IndexError):
            return False

    def _voluntary_switches(self):
        try:
            with open(f"/proc/{self.child}/task/{self.child}/status") as status:
                for line in status:
                    if line.startswith("voluntary_ctxt_switches:"):
                        return int(line.split()[1])
        except OSError:
            pass
        return None

    def peak_bytes(self):
        """The most memory the program has had in use (VmHWM)."""
        try:
            with open(f"/proc/{self.child}/status") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        return int(line.split()[1]) * 1024
        except OSError:
            pass
        return 0

    def close(self):
        """Ends the program; killed when it does not go within five seconds."""
        try:
            os.kill(self.child, signal.SIGTERM)
            deadline = time.perf_counter() + 5
            while os.waitpid(self.child, os.WNOHANG)[0] == 0:
                if time.perf_counter() > deadline:
                    os.kill(self.child, signal.SIGKILL)
                try:
                    self.read(0.05)
                except Ended:
                    time.sleep(0.02)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.master)
        shutil.rmtree(self.memory, ignore_errors=True)
