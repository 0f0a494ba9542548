"""What a user feels at the keyboard: start, keys, filter, memory, bytes; ours and those of other programs."""

import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import datetime

from figures import median, milliseconds, percentile
from terminal import Terminal

STARTS = 11
KEYS = 200


def home_of(store):
    """A copy of a store, as each run changes it a little; sync is off, so that it is the screen alone."""
    home = tempfile.mkdtemp(prefix="bench-")
    shutil.copy(os.path.join(store, "default.sqlite"), home)
    return home


def ours(program, store):
    home = home_of(store)
    environment = {"COMMAND_CENTER_HOME": home}
    subprocess.run([program, "settings", "set", "sync", "off"], env=os.environ | environment, check=True)
    return [program], environment, b"[ ]"


def measure_start(command, environment, painted, times=STARTS):
    seconds = []
    for _ in range(times):
        terminal = Terminal(command, environment)
        seconds.append(terminal.wait_for(painted))
        terminal.settle(0.05)
        terminal.close()
    return median(seconds)


def measure_keys(command, environment, painted, times=KEYS, filter_text=None, before=()):
    """`before`: the keys that lead to the list."""
    terminal = Terminal(command, environment)
    terminal.wait_for(painted)
    terminal.settle()
    for key in before:
        terminal.key(key, quiet=0.5, patience=30)
    result = {"keys": [], "bytes": [], "filter": []}
    for number in range(times):
        # Down and up again, as a short list has an end, where a key paints nothing.
        first, _, count = terminal.key("j" if number // 5 % 2 == 0 else "k", quiet=0.008, patience=0.5)
        result["keys"].append(first)
        result["bytes"].append(count)
    result["memory"] = terminal.memory()
    if filter_text:
        terminal.key("/")
        for letter in filter_text:
            result["filter"].append(terminal.key(letter)[1])
    terminal.close()
    return result


def calcurse(count):
    """calcurse with so many todo items, and appointments over the same five years."""
    if not shutil.which("calcurse"):
        return None
    folder = tempfile.mkdtemp(prefix="bench-calcurse-")
    source = random.Random(1)
    today = datetime.date.today()
    with open(os.path.join(folder, "apts"), "w") as appointments:
        for number in range(count):
            day = today + datetime.timedelta(days=source.randrange(-1825, 60)) if number else today
            appointments.write(f"{day:%m/%d/%Y} [1] Call number {number} about the renewal\n")
    pathlib.Path(folder, "todo").write_text("[1] zzz first todo\n")
    pathlib.Path(folder, "conf").write_text("")
    return ["calcurse", "-D", folder, "-C", folder], {}, b"Call number"


def taskwarrior(count):
    """The list that taskwarrior prints at a prompt; it has no screen."""
    if not shutil.which("task"):
        return None
    folder = tempfile.mkdtemp(prefix="bench-task-")
    source = random.Random(1)
    now = datetime.datetime.now()
    with open(os.path.join(folder, "pending.data"), "w") as pending:
        for number in range(count):
            due = now + datetime.timedelta(days=source.randrange(-1825, 60)) if number else now
            pending.write(
                f'[description:"Call number {number} about the renewal" due:"{int(due.timestamp())}" entry:"1700000000" '
                f'status:"pending" uuid:"{number:08x}-0000-4000-8000-000000000000"]\n')
    pathlib.Path(folder, "rc").write_text(f"data.location={folder}\nconfirmation=no\ngc=off\n")
    return ["task", f"rc:{folder}/rc", "limit:page", "list"], {}, b"Call number"


def dooit(count):
    """dooit with so many todos in a workspace; it shows the workspaces first."""
    program = os.path.join(os.path.dirname(sys.executable), "dooit")
    if not os.path.exists(program):
        return None
    folder = tempfile.mkdtemp(prefix="bench-dooit-")
    environment = {"HOME": folder, "XDG_DATA_HOME": os.path.join(folder, "data"), "XDG_CONFIG_HOME": os.path.join(folder, "config")}
    # It makes its file when it starts first.
    terminal = Terminal([program], environment)
    terminal.settle(quiet=2)
    terminal.close()
    database = sqlite3.connect(os.path.join(folder, "data", "dooit", "dooit.db"))
    due = datetime.datetime.now().isoformat(" ")
    with database:
        database.execute("INSERT INTO workspace VALUES (1, 0, '', 1, NULL), (2, 0, 'Sales', 0, 1)")
        database.executemany(
            "INSERT INTO todo VALUES (?, ?, ?, ?, 0, NULL, 1, 1, 2, NULL)",
            ((number, number, f"Call number {number} about the renewal", due) for number in range(count)))
    database.close()
    return [program], environment, b"Sales"
