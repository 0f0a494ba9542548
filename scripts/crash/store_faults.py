"""The program on a store that it cannot use: a full disk, a lock, no right to write, damage, a newer version.

Each time it must say what is wrong in one line and end with status 1, write nothing over the file, and go on when it is
mended. What needs root (a small file system, a read-only one) is left out without, and says so.

Usage: store_faults.py PRODUCTS
"""

import contextlib
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from model import Failure
from person import Person

import org as orgs

IS_ROOT = os.geteuid() == 0
NOBODY = 65534
TASKS = 40
LONG = "x" * 20_000


class Store:
    """A copy of a profile that is in sync, in a folder of its own."""

    def __init__(self, original, folder):
        self.program = original.program
        self.home = os.path.join(folder, "home")
        shutil.copytree(original.environment["COMMAND_CENTER_HOME"], self.home)
        self.path = os.path.join(self.home, "default.sqlite")
        self.environment = original.environment | {"COMMAND_CENTER_HOME": self.home}
        self.user = None

    def files(self):
        return [path for path in (self.path, self.path + "-wal") if os.path.exists(path)]

    def sums(self):
        """Of what is in the store; a WAL without a word is as none."""
        return {path: hashlib.sha256(content).hexdigest() for path in self.files() if (content := open(path, "rb").read())}

    def run(self, *arguments):
        def become():
            if self.user is not None:
                os.setgroups([])
                os.setgid(self.user)
                os.setuid(self.user)
        return subprocess.run(
            [self.program, *arguments], env=os.environ | self.environment, capture_output=True, text=True, timeout=60,
            preexec_fn=become)

    def names(self):
        return [row["name"] for row in json.loads(self.ok("list", "--view", "all", "--format", "json").stdout)]

    def ok(self, *arguments):
        done = self.run(*arguments)
        if done.returncode != 0:
            raise Failure(f"{' '.join(arguments)[:40]}: {done.returncode} {done.stderr.strip()}")
        return done

    def refused(self, words, *arguments):
        """It says so in one line, and fails."""
        done = self.run(*arguments)
        said = done.stderr.strip() or done.stdout.strip()
        if done.returncode != 1 or words not in said:
            raise Failure(f"{' '.join(arguments)[:40]}: {done.returncode} {said!r}, must say {words!r} with 1")
        if "\n" in done.stderr.strip():
            raise Failure(f"{' '.join(arguments)[:40]} says more than a line: {said}")

    def refused_everywhere(self, words, *left_out):
        for arguments in (["add", "never today"], ["list"], ["status"], ["sync"], ["undo"], ["settings", "get", "sync"]):
            if arguments[0] not in left_out:
                self.refused(words, *arguments)
        doctor = self.run("doctor")
        if doctor.returncode != 1 or words not in " ".join(doctor.stdout.split()):
            raise Failure(f"doctor: {doctor.returncode} {doctor.stdout}")
        self.screen_says(words)

    def screen_says(self, words):
        """The screen does not open, and says why."""
        person = Person("screen", [self.program], self.environment)
        deadline = time.perf_counter() + 20
        said = b""
        while time.perf_counter() < deadline:
            if not (data := person.terminal.read(1)) and os.waitpid(person.pid, os.WNOHANG)[0]:
                break
            said += data
        os.close(person.file)
        if words not in " ".join(said.decode(errors="replace").split()):
            raise Failure(f"the screen says {said[-400:]!r}, must say {words!r}")

    def check_file(self):
        database = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        answer = database.execute("PRAGMA integrity_check").fetchone()
        database.close()
        if answer != ("ok",):
            raise Failure(f"the store is damaged: {answer}")


def expect(is_so, words):
    if not is_so:
        raise Failure(words)


def unchanged(store, before):
    expect(store.sums() == before, "the file was written to")


@contextlib.contextmanager
def small_disk(folder, store_size, *options):
    where = os.path.join(folder, "disk")
    os.mkdir(where)
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join([f"size={store_size}", "mode=755", *options]), "tmpfs", where], check=True)
    try:
        yield where
    finally:
        subprocess.run(["umount", where], check=True)


def fill(folder):
    path = os.path.join(folder, "filler")
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 16, 1 << 12, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * size)
    return path


# What is tried

def full_disk(original, folder, org):
    with small_disk(folder, "12m") as disk:
        store = Store(original, disk)
        store.ok("add", "waits today")
        person = opened(store)
        filler = fill(disk)
        for number in range(3):
            store.refused("The disk is full", "add", f"never {number} today")
        done = store.run("sync")
        expect(done.returncode == 1 and "The disk is full" in done.stderr, f"sync: {done.returncode} {done.stderr}")
        expect(len(store.names()) == TASKS + 2, "what is there is not all shown")
        add(person, "typed")
        until(person, lambda: any("disk is full" in line for line in person.lines))
        os.remove(filler)
        # What was typed is still there, to be saved.
        until(person, lambda: any("> typed today" in line for line in person.lines))
        person.type("\r")
        until(person, lambda: "Added" in person.notice and "typed" in person.notice)
        person.kill()
        store.ok("sync")
        expect(sorted(name for name in store.names() if name in ("waits", "typed")) == ["typed", "waits"], f"{store.names()}")
        subjects = [task["Subject"] for task in there(org)]
        expect(subjects.count("waits") == 1 and subjects.count("typed") == 1, f"there is {subjects}")
        store.check_file()


def read_only_disk(original, folder, org):
    with small_disk(folder, "12m") as disk:
        store = Store(original, disk)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        before = store.sums()
        store.refused("may not be written", "add", "never today")
        store.screen_says("may not be written")
        unchanged(store, before)


def locked(original, folder, org):
    store = Store(original, folder)
    person = opened(store)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.refused("Another program holds the tasks", "add", "never today")
    expect(len(store.names()) == TASKS + 1, "the tasks cannot be read meanwhile")
    add(person, "afterwards")
    until(person, lambda: any("Another program holds" in line for line in person.lines))
    other.execute("ROLLBACK")
    person.type("\r")
    until(person, lambda: "Added" in person.notice and "afterwards" in person.notice)
    person.kill()
    names = store.names()
    expect(names.count("afterwards") == 1 and "never" not in names, f"{names}")
    store.check_file()


def not_writable(original, folder, org):
    store = Store(original, folder)
    # Root may write everything.
    store.user = NOBODY if IS_ROOT else None
    if IS_ROOT:
        for above in (folder, os.path.dirname(folder)):
            os.chmod(above, 0o755)
        for place, _, names in os.walk(store.home):
            for path in [place, *(os.path.join(place, name) for name in names)]:
                os.chown(path, NOBODY, NOBODY)
    expect(len(store.names()) == TASKS + 1, "it cannot be read")
    os.chmod(store.path, 0o400)
    before = store.sums()
    store.refused("may not be written", "add", "never today")
    store.refused("may not be written", "sync")
    unchanged(store, before)
    os.chmod(store.path, 0o600)
    store.ok("add", "said today")


def damaged(original, folder, org, damage, left_out=()):
    store = Store(original, folder)
    # Closed, so that all of it is in the file.
    database = sqlite3.connect(store.path)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = damage(open(store.path, "rb").read())
    with open(store.path, "wb") as file:
        file.write(content)
    before = store.sums()
    store.refused_everywhere("is damaged", *left_out)
    unchanged(store, before)
    # As it says: moved away it is kept, and what is in Salesforce comes back.
    kept = os.path.join(folder, "kept")
    os.mkdir(kept)
    for path in store.files():
        shutil.move(path, kept)
    store.ok("settings", "set", "sync", "on")
    store.ok("sync")
    expect(sorted(store.names()) == sorted(task["Subject"] for task in there(org)), f"it came back as {store.names()}")
    expect(open(os.path.join(kept, "default.sqlite"), "rb").read() == content, "the copy was written to")


def newer(original, folder, org):
    store = Store(original, folder)
    database = sqlite3.connect(store.path)
    database.execute("INSERT INTO grdb_migrations VALUES ('99 later')")
    database.commit()
    database.close()
    before = store.sums()
    store.refused_everywhere("newer version")
    unchanged(store, before)
    database = sqlite3.connect(store.path)
    database.execute("DELETE FROM grdb_migrations WHERE identifier = '99 later'")
    database.commit()
    database.close()
    expect(len(store.names()) == TASKS + 1, "it is not as it was")


def noise(count):
    return random.Random(1).randbytes(count)


DAMAGES = {
    "cut in half": lambda content: content[:len(content) // 2 + 17],
    "cut to 300 bytes": lambda content: content[:300],
    "all noise": lambda content: noise(len(content)),
    "a header of noise": lambda content: noise(100) + content[100:],
}


def opened(store):
    person = Person("screen", [store.program], store.environment)
    until(person, lambda: any("]" in line for line in person.lines))
    return person


def add(person, name):
    person.type("a")
    until(person, lambda: any("Add a task" in line for line in person.lines))
    person.type(f"{name} today\r")


def until(person, is_so, timeout=20):
    deadline = time.perf_counter() + timeout
    while not is_so():
        if time.perf_counter() > deadline:
            raise Failure("the screen shows\n" + "\n".join(person.lines))
        pump(person, 0.05)


def pump(person, seconds):
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        person.take(person.terminal.read(0.02))


def there(org):
    return org.call("GET", f"{orgs.API}/query?q=SELECT+Subject+FROM+Task+WHERE+OwnerId+%3D+%27{org.user}%27")["records"]


def main(products):
    folder = tempfile.mkdtemp(prefix="store-faults-")
    org = orgs.Org(os.path.join(products, "org-simulator"), TASKS)
    org.user = org.call("GET", f"{orgs.API}/query?q=SELECT+Id+FROM+User+WHERE+Username+%3D+%27{orgs.REP}%27")["records"][0]["Id"]
    original = orgs.Client(os.path.join(products, "command-center"), org, folder=folder, before=["local today"])
    original.sync()
    tries = [("a full disk", full_disk, IS_ROOT), ("a disk that is read-only", read_only_disk, IS_ROOT), ("locked", locked, True),
             ("a file that may not be written", not_writable, True), ("a newer version", newer, True)]
    tries += [(f"damaged: {name}", lambda *args, damage=damage: damaged(*args, damage), True) for name, damage in DAMAGES.items()]
    failed = 0
    for number, (name, body, can) in enumerate(tries):
        if not can:
            print(f"LEFT OUT, as it needs root: {name}", flush=True)
            continue
        place = os.path.join(folder, str(number))
        os.mkdir(place)
        try:
            body(original, place, org)
            print(f"as it must be: {name}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAILED: {name}: {failure}", flush=True)
    org.close()
    if failed:
        print(f"What was tried is in {folder}.")
        sys.exit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
