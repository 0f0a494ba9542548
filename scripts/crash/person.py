"""A person at a terminal: reads the screen, types, and knows which of his actions the screen has said to be done."""

import os
import signal
import sys

import pyte

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench"))

from terminal import COLUMNS, ROWS, Terminal


class Gone(Exception):
    """The program of a person was killed while he worked."""


class Person:
    """A program on a pty, with the picture that it paints."""

    def __init__(self, name, command, environment):
        self.name = name
        # One that pyte understands whole.
        self.terminal = Terminal(command, environment | {"TERM": "linux"})
        self.pid = self.terminal.pid
        self.file = self.terminal._file
        self._picture = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._picture)

    def fileno(self):
        return self.file

    def read(self):
        """Takes in what was painted; false when the program has ended."""
        data = self.terminal.read(0)
        self.take(data)
        return bool(data)

    def take(self, data):
        """What was painted."""
        self._stream.feed(data)

    @property
    def lines(self):
        return [line.rstrip() for line in self._picture.display]

    @property
    def notice(self):
        """The line that says what was done."""
        return self.lines[ROWS - 2]

    def type(self, text):
        try:
            self.terminal.write(text)
        except OSError:
            raise Gone from None

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)

    def close(self):
        self.terminal.close()
