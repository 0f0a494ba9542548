"""`make soak MINUTES=N`: lets the real program work for long while a person types, the org changes and faults strike at random,
and checks that it takes no more of the machine in the end than after the first sixth, and that all agree.

Three processes are at it: a screen and a `sync --watch` on one store, and a screen alone on another one of the same user, in
which somebody only reads. Every few minutes the faults stop and both stores are compared with the org, as in the crash test.

Usage: soak.py PRODUCTS [--minutes N] [--seed S] [--verbose]
"""

import argparse
import fcntl
import json
import os
import random
import shutil
import struct
import sys
import tempfile
import termios
import time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))

import actions
from model import Failure
from world import World

import browser
import org as orgs
from faults import Weather
from measures import Measures

TASKS = 40
# So that there are long lists.
UNTOUCHED = 3_000
CALM_EVERY = 180
# Longer than the program keeps memory that it does not use.
RESTING = 75
MORE = 1.05
# What somebody presses who only reads. An escape makes an Alt key of one that follows at once; so no letter of these changes anything.
LOOKING = [
    "j", "jjjj", "k", "kkk", "G", "g", "\x1b[6~", "\x1b[5~", "1", "2", "3", "4", "5", "6", "7", "8", "?", "\x1b", "/k", "/kj", "\x1b",
    "\x0c", "\t", "\r", "\x1b",
]


class Soak:
    def __init__(self, world, minutes, measures):
        self.world = world
        self.minutes = minutes
        self.measures = measures
        self.weather = Weather(world)
        world.is_late = True
        world.fill(UNTOUCHED)
        self.typist = world.client(log_in=browser.log_in)
        self.reader = world.client(log_in=browser.log_in)
        self.processes = {}
        self.calms = 0
        self.actions = 0
        self.rests_until = 0

    def minute(self):
        return (time.perf_counter() - self.began) / 60

    def run(self):
        world = self.world
        world.begin(TASKS)
        world.settle(self.typist)
        world.open_watch(self.typist)
        a, b = world.person(self.typist, "A"), world.person(self.reader, "B")
        self.processes = {"screen beside it": a.pid, "sync --watch": world.watch.pid, "screen alone": b.pid}
        self.look_at_everything(b)
        self.began = time.perf_counter()
        next_sample, next_calm = 0, CALM_EVERY
        while (elapsed := time.perf_counter() - self.began) < 60 * self.minutes:
            if elapsed >= next_sample:
                next_sample += min(5, self.minutes)
                for name, pid in self.processes.items():
                    self.measures.take(self.minute(), name, pid)
            if elapsed >= next_calm:
                next_calm = elapsed + CALM_EVERY
                self.calm()
                self.rest(b)
            self.weather.change(time.perf_counter())
            self.act(a, b)
            world.pump(world.random.uniform(0, 1.5))
        self.calm()

    def look_at_everything(self, person):
        """Reads every list to its end. At random the longest would be read late, after what it leaves has been measured."""
        for key in [key for view in "12345678" for key in (view, "G", "g")] * 2:
            self.world.type(person, key)
            self.world.pump(1)

    def rest(self, person):
        """Goes back to the first list for a while, so that it is always measured with the same on the screen."""
        for key in ["\x1b", "\x1b", "\x1b", "1", "g"]:
            self.world.type(person, key)
            self.world.pump(0.1)
        self.rests_until = time.perf_counter() + RESTING

    def act(self, a, b):
        world = self.world
        self.actions += 1
        choice = world.random.random()
        if choice < 0.25:
            actions.change_there(world)
        elif choice < 0.35:
            actions.command(world, self.typist)
        elif choice < 0.45:
            actions.triage(world, a)
        elif choice < 0.7:
            actions.type_something(world, a)
        elif choice < 0.97:
            if time.perf_counter() > self.rests_until:
                world.type(b, world.random.choice(LOOKING))
        else:
            # The window is made smaller and larger.
            size = struct.pack("HHHH", world.random.randrange(6, 60), world.random.randrange(20, 200), 0, 0)
            fcntl.ioctl(b.file, termios.TIOCSWINSZ, size)

    def calm(self):
        """Without faults both stores come to agree with the org, and nobody has ended meanwhile."""
        world = self.world
        self.calms += 1
        self.weather.clear()
        world.org.token = world.org.log_in(orgs.REP)
        world.settle(self.typist)
        self.compare_reader()
        print(f"minute {self.minute():.1f}: all agree; {self.actions} actions, {self.weather.struck} faults, "
              + ", ".join(f"{name} {samples[-1]['resident']:.1f} MiB, {samples[-1]['descriptors']} descriptors"
                          for name, samples in self.measures.samples.items()), flush=True)

    def compare_reader(self):
        world = self.world
        deadline = time.perf_counter() + 60
        # A new subject there is not the name here.
        fields = ("status", "due", "priority", "details")

        def rows(client):
            listed = json.loads(world.run(client, "list", "--view", "all", "--format", "json").stdout)
            return {row["salesforceId"]: [row["name"].split()[0], *(row[field] for field in fields)] for row in listed}

        while True:
            world.run(self.reader, "sync", expected=range(256))
            world.answer_vanished(self.reader)
            here, there = rows(self.typist), rows(self.reader)
            if here == there:
                return
            if time.perf_counter() > deadline:
                world.pump(0.2)

    def judge(self):
        """What each process took after the first sixth and in the end, as a table; whether it is flat."""
        first, last = self.minutes / 6, self.minutes
        span = self.minutes / 20
        flat = True
        print("\n| process | resident MiB, least | most | descriptors | threads | processor |\n|---|---|---|---|---|---|")
        for name in self.processes:
            def both(field):
                return [self.measures.between(name, field, at - span, at + span) for at in (first, last)]
            resident, descriptors, threads = both("resident"), both("descriptors"), both("threads")
            before, after = resident[0][0], resident[1][0]
            # What comes and goes, such as a list that is read to its end, leaves the least alone; connections and a pool of
            # threads have no rest at which all are gone, and may be few by chance.
            is_flat = after <= MORE * before and all(last[0] <= first[1] for first, last in (descriptors, threads))
            flat = flat and is_flat
            used = self.measures.samples[name][-1]["processor"] / (60 * self.minutes)
            print(
                f"| {name} | {before:.1f} → {after:.1f} ({100 * (after / before - 1):+.1f} %) | "
                f"{resident[0][1]:.1f} → {resident[1][1]:.1f} | "
                + " | ".join(f"{least}–{most} → {last_least}–{last_most}"
                             for (least, most), (last_least, last_most) in (descriptors, threads))
                + f" | {100 * used:.1f} % |{'' if is_flat else ' NOT FLAT'}")
        return flat


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("products")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    seed = random.randrange(1 << 32) if options.seed is None else options.seed
    folder = tempfile.mkdtemp(prefix="soak-")
    samples = os.path.join(folder, "samples.csv")
    say = (lambda line: print(line, flush=True)) if options.verbose else (lambda line: None)
    print(f"seed {seed}, {options.minutes:g} minutes, {folder}", flush=True)
    world = World(os.path.abspath(options.products), seed, folder, say=say)
    try:
        soak = Soak(world, options.minutes, Measures(samples))
        soak.run()
    except Exception as failure:
        print("\n".join(world.history[-200:]))
        print(f"\nFAILED, seed {seed}: {failure}\nThe stores, the logs and the samples are in {folder}.", flush=True)
        if isinstance(failure, Failure):
            sys.exit(1)
        raise
    finally:
        world.close()
    if not soak.judge():
        print(f"It is not flat. The samples are in {samples}.")
        sys.exit(1)
    shutil.rmtree(folder)
    print(f"{soak.actions} actions and {soak.weather.struck} faults; {soak.calms} times all agreed, and what it takes is flat")


if __name__ == "__main__":
    main()
