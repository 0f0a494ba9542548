"""Kills in the midst of an import: it goes on where it stopped, each task is here once, and nothing is sent there."""

import json
import shutil
import time

from model import Failure
from person import Gone


def play(world, tasks, kills):
    start = world.kills
    stamps = world.stamps()
    span = timed(world)
    while world.kills - start < kills:
        client = world.client()
        for _ in range(world.random.randrange(1, 6)):
            who = world.random.choice([["command"], ["A"], ["A", "command"], ["A", "B"]])
            victim = world.random.choice([*who, *who, "front"])
            world.note(f"import by {', '.join(who)}; to be killed: {victim}")
            world.strike_after(world.random.uniform(0, 1.1 * span), victim)
            try:
                if "command" in who:
                    world.start(client, "sync")
                for name in who:
                    if name != "command":
                        world.person(client, name)
                while world.moment is not None and (world.persons or world.command.poll() is None):
                    world.pump(0.02)
            except Gone:
                pass
            world.moment = None
            if world.random.random() < 0.5:
                # Who is left goes on a little.
                world.pump(0.3 * span)
            world.end("A", "B", "command")
            world.open_front()
        world.sync(client)
        compare(world, client, tasks)
        if world.stamps() != stamps:
            raise Failure("the first sync wrote something there")
        shutil.rmtree(client.environment["COMMAND_CENTER_HOME"])


def timed(world):
    client = world.client()
    began = time.perf_counter()
    world.sync(client)
    span = time.perf_counter() - began
    world.note(f"an import takes {span:.2f} s")
    return span


def compare(world, client, tasks):
    here = json.loads(world.run(client, "list", "--view", "all", "--format", "json").stdout)
    there = {task["Id"]: task for task in world.tasks_there()}
    if len(here) != tasks or {row["salesforceId"] for row in here} != there.keys():
        raise Failure(f"{len(here)} tasks are here, {len(there)} there")
    for row in here:
        task = there[row["salesforceId"]]
        mine = [row["name"], row["due"], row["priority"], row["status"], row["details"], row["sync"]]
        theirs = [
            task["Subject"], task["ActivityDate"], task["Priority"].lower(),
            "completed" if task["Status"] == "Completed" else "open", task["Description"], "synced"]
        if mine != theirs:
            raise Failure(f"here {mine}, there {theirs}")
    world.check_file(client)
