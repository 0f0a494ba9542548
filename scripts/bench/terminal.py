"""A program in a terminal of its own (a pty), timed from outside: from what is typed to what is painted."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

ROWS, COLUMNS = 24, 80


class Terminal:
    def __init__(self, command, environment=None):
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LINES": str(ROWS), "COLUMNS": str(COLUMNS)})
            os.environ.update(environment or {})
            os.execvp(command[0], command)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, timeout):
        """What comes next, or nothing."""
        if not select.select([self._file], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self._file, 1 << 16)
        except OSError:
            return b""

    def wait_for(self, text, timeout=60):
        """Seconds from the start of the program until this has been painted."""
        seen = b""
        deadline = self.started + timeout
        while text not in seen:
            left = deadline - time.perf_counter()
            if left < 0:
                raise TimeoutError(f"{text!r} was not painted; last was {seen[-300:]!r}")
            seen += self.read(left)
        return time.perf_counter() - self.started

    def settle(self, quiet=0.3, longest=20):
        """Reads until nothing has come for a while."""
        deadline = time.perf_counter() + longest
        while self.read(quiet) and time.perf_counter() < deadline:
            pass

    def key(self, text, quiet=0.04, patience=2.0, longest=5.0):
        """Types; returns the seconds to the first and to the last byte of what it painted, and the bytes.

        A program that always paints something, such as a clock, is read for no longer than `longest`.
        """
        os.write(self._file, text.encode())
        sent = time.perf_counter()
        data = self.read(patience)
        first = last = time.perf_counter() - sent
        while (more := self.read(quiet)) and last < longest:
            data += more
            last = time.perf_counter() - sent
        return first, last, len(data)

    def write(self, text):
        os.write(self._file, text.encode())

    def memory(self):
        """Resident MiB of the program."""
        with open(f"/proc/{self.pid}/status") as status:
            for line in status:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
        return 0

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        deadline = time.perf_counter() + 3
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            # A program that is about to end still wants to be read.
            self.read(0.05)
            if time.perf_counter() > deadline:
                os.kill(self.pid, signal.SIGKILL)
        os.close(self._file)
