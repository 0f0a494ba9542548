"""Makes the pictures of the README from the real program: `make screenshots`.

Each is the demo in a terminal (tmux), after some keys, as an SVG. Usage: screenshots.py PROGRAM FOLDER
"""

import collections
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS, ROWS = 110, 30
PATIENCE = 30

# name of the picture, theme, then what is typed and what must be on the screen before it goes on
PICTURES = [
    ("agenda", "default-dark", [(None, "Live"), ("jj", "← Sam Okafor")]),
    ("quick-entry", "default-dark", [
        (None, "Live"), ("a", "enter add"), ("Call Ada about the renewal fri !high #call", "▲ high  ·  call")]),
    ("triage", "default-light", [(None, "Live"), ("t", "1 of")]),
]

# Rich's own frame asks a server for a font; this one takes what the reader has.
FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
  <style>
    .{unique_id}-matrix {{
      font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
      font-size: {char_height}px;
      line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font-family: sans-serif; font-size: 16px; }}
    {styles}
  </style>
  <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
  </defs>
  {chrome}
  <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
  </g>
</svg>
"""

class Terminal:
    """The program in a terminal of its own, with true colour."""

    def __init__(self, command, environment):
        self._socket = os.path.join(environment["COMMAND_CENTER_HOME"], "tmux")
        assignments = [f"{name}={value}" for name, value in environment.items()]
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS),
                   "env", *assignments, "TERM=xterm-direct", "COLORTERM=truecolor", *command)

    def _tmux(self, *arguments):
        return subprocess.run(["tmux", "-S", self._socket, *arguments], check=True, capture_output=True, text=True).stdout

    def type(self, text):
        self._tmux("send-keys", "-l", "--", text)

    def wait(self, text):
        deadline = time.monotonic() + PATIENCE
        while text not in self.screen():
            if time.monotonic() > deadline:
                sys.exit(f"“{text}” is not on the screen:\n{self.screen()}")
            time.sleep(0.1)

    def screen(self, *options):
        return self._tmux("capture-pane", "-p", *options)

    def close(self):
        self._tmux("kill-server")


def svg(screen, title):
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    # Decoded in one piece, since a style goes on over the ends of lines.
    lines = list(Text.from_ansi(screen).split("\n", allow_blank=True))
    page = page_color(lines)
    for line in lines:
        # What tmux leaves out at the end of a line was erased in the style of what is before.
        end = line.get_style_at_offset(console, len(line) - 1).bgcolor if line else page
        line.append(" " * (COLUMNS - line.cell_len), Style(bgcolor=end))
        console.print(line, no_wrap=True, crop=True)
    colors = TerminalTheme(page.get_truecolor(), (128, 128, 128), [(0, 0, 0)] * 8, [(255, 255, 255)] * 8)
    picture = console.export_svg(title=title, theme=colors, code_format=FRAME, unique_id="screen")
    # Rich measures wide characters as narrow ones, and would have them squeezed.
    picture = re.sub(r' textLength="[^"]*"([^>]*>[^<]*[\u2e80-\uffff])', r"\1", picture)
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


def page_color(lines):
    """What most of the picture stands on."""
    areas = collections.Counter()
    for line in lines:
        for span in line.spans:
            areas[span.style.bgcolor] += span.end - span.start
    return max((color for color in areas if color), key=areas.get)


def take(program, theme, steps):
    with tempfile.TemporaryDirectory() as home:
        environment = {"COMMAND_CENTER_HOME": home, "LC_ALL": "C.UTF-8"}
        subprocess.run([program, "settings", "set", "theme", theme], check=True, env=os.environ | environment)
        terminal = Terminal([program, "demo"], environment)
        try:
            for text, expected in steps:
                if text:
                    terminal.type(text)
                terminal.wait(expected)
            return terminal.screen("-e", "-N").rstrip("\n")
        finally:
            terminal.close()


def main(program, folder):
    program = os.path.abspath(program)
    for name, theme, steps in PICTURES:
        path = pathlib.Path(folder, f"{name}.svg")
        path.write_text(svg(take(program, theme, steps), "command-center"), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
