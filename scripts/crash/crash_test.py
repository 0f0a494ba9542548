"""`make crash-test KILLS=N`: kills the real program at random moments while persons type and the org changes, and checks after
each time that nothing that the screen said to be done is lost, doubled, back, or not the same on both sides.

Usage: crash_test.py PRODUCTS [--kills N] [--seed S] [--verbose]

The moments and all that is typed come from the seed; what a machine makes of them does not. A failure prints the seed, the
kill, and all that happened, and leaves the store.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time

import actions
import imports
from model import Failure
from person import Gone
from world import WAYS, World


def play(world, client, kills):
    """Rounds of: some processes on one store, typing and changes there, a kill, and both sides compared."""
    while world.kills < kills:
        wanted = world.random.choice([["A"], ["A"], ["A", "B"], ["A", "watch"], ["A", "B", "watch"], ["watch"]])
        victims = [victim for victim in [*wanted, "front", "command"] if world.random.random() < 0.5] or wanted
        world.note(f"round: {', '.join(wanted)}; to be killed: {', '.join(victims)}")
        world.strike_after(world.random.uniform(0.0, 1.2), *victims)
        try:
            if "watch" in wanted and not world.watch:
                world.open_watch(client)
            for name in wanted:
                if name != "watch" and name not in world.persons:
                    world.person(client, name)
            while world.moment is not None:
                act(world, client)
        except Gone:
            pass
        world.moment = None
        if world.random.random() < 0.3:
            # Who is left goes on while the others are dead, also the org.
            survivor(world, client)
        world.settle(client)
        if world.random.random() < 0.2:
            world.check_idle(client)
        # Some rounds begin with nobody.
        for name in [*world.persons, "watch"]:
            if world.random.random() < 0.3:
                world.kill(name)


def act(world, client):
    person = world.random.choice(list(world.persons.values())) if world.persons else None
    choice = world.random.random()
    if choice < 0.25:
        actions.change_there(world)
    elif choice < 0.4 or not person:
        actions.command(world, client)
    elif choice < 0.5:
        actions.triage(world, person)
    else:
        actions.type_something(world, person)
    world.pump(world.random.uniform(0, 0.05))


def survivor(world, client):
    try:
        for _ in range(2):
            act(world, client)
    except Gone:
        pass


def work(world, kills):
    client = world.client(["klocala today", "klocalb tomorrow"])
    world.model.local = {"klocala", "klocalb"}
    world.add_profile(client)
    world.begin(12)
    world.settle(client)
    play(world, client, kills)


def held(body, what, *arguments, **options):
    """One part of the test on an org of its own; the number of its kills."""
    world = World(*arguments, **options)
    try:
        body(world)
    except Exception as failure:
        print("\n".join(world.history))
        print(f"\nFAILED at kill {world.kills} {what}, seed {world.seed}: {failure}\nThe stores and the logs are in {world.folder}.", flush=True)
        if isinstance(failure, Failure):
            sys.exit(1)
        raise
    finally:
        world.close()
    print(f"{world.kills} kills {what}", flush=True)
    return world.kills


IMPORTED = 3_000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("products")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    seed = random.randrange(1 << 32) if options.seed is None else options.seed
    products = os.path.abspath(options.products)
    folder = tempfile.mkdtemp(prefix="crash-test-")
    say = (lambda line: print(line, flush=True)) if options.verbose else (lambda line: None)
    began = time.perf_counter()
    print(f"seed {seed}, {options.kills} kills, {folder}", flush=True)
    share = options.kills // 5
    kills = held(
        lambda world: imports.play(world, IMPORTED, share), f"in imports of {IMPORTED:,} tasks", products, seed, folder,
        tasks=IMPORTED, say=say)
    for number, way in enumerate(WAYS):
        share = (options.kills - kills) // (len(WAYS) - number)
        kills += held(
            lambda world: work(world, share), f"while the org tells creates apart by {way}", products, seed, folder, way=way,
            say=say)
    shutil.rmtree(folder)
    print(f"{kills} kills in {time.perf_counter() - began:.0f} s, and what must be true was true after each")


if __name__ == "__main__":
    main()
