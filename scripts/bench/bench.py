"""`make bench`: measures what a user feels, beside peers and floors in the same run, and prints one table.

Usage: bench.py PRODUCTS DATA [--large] [--only PART,…] [--output FILE]
PRODUCTS is the folder of the release programs, DATA one with a store for each size (1000, 10000, …), as bench-data makes
them. --large takes a million tasks too.
"""

import argparse
import datetime
import os
import platform
import subprocess
import sys

import org as orgs
import screen
from figures import Table, median, milliseconds, percentile

SIZES = [1_000, 10_000, 100_000]
IMPORT = 100_000


def store_of(data, products, size):
    folder = os.path.join(data, str(size))
    if not os.path.exists(os.path.join(folder, "default.sqlite")):
        subprocess.run([os.path.join(products, "bench-data"), folder, "--tasks", str(size)], check=True)
    return folder


def screens(table, program, stores):
    starts, keys = {}, {}
    for size, store in stores.items():
        mine = screen.ours(program, store)
        starts[size] = screen.measure_start(*mine)
        # What is overdue too, as the agenda of a small store has few rows.
        keys[size] = screen.measure_keys(
            *mine, before=("o",), filter_text="call ada renewal" if size == 100_000 else None)
    peer = screen.calcurse(10_000)
    beside = screen.measure_start(*peer, times=5) if peer else None
    table.add(
        "start to first painted task, 100,000 tasks", milliseconds(starts[100_000]),
        f"calcurse, 10,000 items: {milliseconds(beside)}" if beside else "calcurse is not installed",
        starts[100_000] / beside if beside else None, "≤ 30 ms, ≤ 0.10",
        starts[100_000] <= 0.030 and (not beside or starts[100_000] <= beside / 10))
    if tasks := screen.taskwarrior(10_000):
        listed = screen.measure_start(*tasks, times=5)
        table.add("the same", milliseconds(starts[100_000]), f"taskwarrior's list, 10,000 tasks: {milliseconds(listed)}",
                  starts[100_000] / listed)
    mine = keys[100_000]
    theirs = screen.measure_keys(*peer, times=100) if peer else None
    table.add(
        "`j` to painted, 100,000 tasks, p50, p99",
        f"{milliseconds(median(mine['keys']))}, {milliseconds(percentile(mine['keys'], 99))}",
        f"calcurse p50: {milliseconds(median(theirs['keys']))}" if theirs else "",
        median(mine["keys"]) / median(theirs["keys"]) if theirs else None, "≤ 3 ms, ≤ 8 ms",
        median(mine["keys"]) <= 0.003 and percentile(mine["keys"], 99) <= 0.008)
    table.add(
        "filter as you type, 100,000 tasks, p50, p99",
        f"{milliseconds(median(mine['filter']))}, {milliseconds(percentile(mine['filter'], 99))}", "", None, "p99 ≤ 16 ms",
        percentile(mine["filter"], 99) <= 0.016)
    table.add("memory, 100,000 tasks", f"{mine['memory']:.0f} MiB", f"calcurse: {theirs['memory']:.0f} MiB" if theirs else "",
              mine["memory"] / theirs["memory"] if theirs else None, "≤ 40 MiB", mine["memory"] <= 40)
    table.add("bytes a `j`, p50, most", f"{median(mine['bytes']):.0f}, {max(mine['bytes'])}", "", None, "≤ 400",
              percentile(mine["bytes"], 95) <= 400)
    if todos := screen.dooit(1_000):
        todos_start = screen.measure_start(*todos, times=3)
        todos_keys = screen.measure_keys(*todos, times=40, before=("j", "\t"))
        table.add("start, `j`, memory again", f"{milliseconds(starts[100_000])}, {milliseconds(median(mine['keys']))}, {mine['memory']:.0f} MiB",
                  f"dooit, 1,000 items: {milliseconds(todos_start)}, {milliseconds(median(todos_keys['keys']))}, "
                  f"{todos_keys['memory']:.0f} MiB", starts[100_000] / todos_start)
    small, large = min(stores), max(stores)
    for what, values in (("start", starts), ("`j`, p50", {size: median(key["keys"]) for size, key in keys.items()})):
        table.add(f"growth of {what}, {small:,} to {large:,} tasks",
                  ", ".join(milliseconds(values[size]) for size in stores), "", values[large] / values[small], "≤ 1.5",
                  values[large] <= 1.5 * values[small])


def commands(table, program, stores):
    store = stores[max(stores)]
    _, environment, _ = screen.ours(program, store)
    environment = os.environ | environment
    import time
    for arguments in (["status", "--format", "tmux"], ["list"]):
        seconds = []
        for _ in range(15):
            start = time.perf_counter()
            subprocess.run([program, *arguments], env=environment, check=True, capture_output=True)
            seconds.append(time.perf_counter() - start)
        goal = "≤ 10 ms" if arguments[0] == "status" else ""
        table.add(f"`{' '.join(arguments)}`, {max(stores):,} tasks", milliseconds(median(seconds)), "", None, goal,
                  median(seconds) <= 0.010 if goal else None)


def network(table, program, simulator):
    org = orgs.Org(simulator, IMPORT)
    org.let_pass(15)
    client = orgs.Client(program, org)
    org.count_anew()
    seconds, report = client.sync()
    floor, pages = orgs.curl_pages(org)
    peer = orgs.peer_import(sys.executable, org)
    table.add(f"import of {report['pulled']:,} tasks", f"{seconds:.2f} s", f"curl, the same {pages} pages: {floor:.2f} s",
              seconds / floor, "≤ 1.3", seconds <= 1.3 * floor)
    table.add("the same", f"{seconds:.2f} s", f"simple-salesforce into sqlite3: {peer:.2f} s", seconds / peer, "≤ 0.20",
              seconds <= peer / 5)
    keys, state = orgs.keys_while_importing(program, org)
    table.add(f"`j` to painted while an import runs ({state} at the end), p50, p99",
              f"{milliseconds(median(keys))}, {milliseconds(percentile(keys, 99))}", "", None, "≤ 3 ms, ≤ 8 ms",
              median(keys) <= 0.003 and percentile(keys, 99) <= 0.008)
    org.close()


def cycles(table, program, simulator, sizes):
    """What a program that has just started needs to find that there is nothing new."""
    seconds, requests = {}, 0
    for size in sizes:
        org = orgs.Org(simulator, size, believable=True)
        org.let_pass(15)
        client = orgs.Client(program, org)
        client.sync()
        rounds = [client.sync() for _ in range(9)]
        seconds[size] = median([elapsed for elapsed, _ in rounds])
        requests = rounds[-1][1]["requests"]
        org.close()
    small, large = seconds[min(sizes)], seconds[max(sizes)]
    table.add(f"growth of a `sync` with nothing new, {min(sizes):,} to {max(sizes):,} tasks in the org",
              ", ".join(milliseconds(value) for value in seconds.values()) + f"; {requests} requests", "", large / small,
              "≤ 1.5", large <= 1.5 * small)


def wire(table, program, simulator, span):
    org = orgs.Org(simulator, 1_200)
    pushed, requests, seconds = orgs.offline_edits(program, org, 1_000)
    table.add(f"{pushed:,} offline edits pushed", f"{requests} requests, {seconds:.1f} s", "", None, "≤ 12 requests",
              requests <= 12)
    changes = orgs.live(program, org)
    table.add(f"change in Salesforce to painted ({len(changes)} changes), p50, p95",
              f"{milliseconds(median(changes))}, {milliseconds(percentile(changes, 95))}", "", None, "≤ 30 ms, ≤ 60 ms",
              median(changes) <= 0.030 and percentile(changes, 95) <= 0.060)
    cpu, switches, hourly = orgs.idle(program, org, span)
    table.add(f"idle and live, {span} s", f"{cpu:.2%} CPU, {switches:.1f} context switches/s, {hourly:.0f} requests/h", "", None,
              "≤ 0.1 %, ≤ 2/s, ≤ 5/h", cpu <= 0.001 and switches <= 2 and hourly <= 5)
    org.close()


def simulation(table, products):
    cores = os.cpu_count() or 1
    output = subprocess.run([os.path.join(products, "sync-simulation"), "--seeds", "600"], capture_output=True, text=True).stdout
    rate = int(output.rsplit(",", 1)[1].split()[0]) / cores
    table.add("simulation, histories a second and core", f"{rate:.0f}", "", None, "≥ 200", rate >= 200)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("products")
    parser.add_argument("data")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--only", default="screens,commands,network,wire,simulation")
    parser.add_argument("--output")
    options = parser.parse_args()
    products = os.path.abspath(options.products)
    program, simulator = (os.path.join(products, name) for name in ("command-center", "org-simulator"))
    parts = options.only.split(",")
    table = Table()
    if "screens" in parts or "commands" in parts:
        sizes = SIZES + ([1_000_000] if options.large else [])
        stores = {size: store_of(options.data, products, size) for size in sizes}
        if "screens" in parts:
            screens(table, program, stores)
        if "commands" in parts:
            commands(table, program, stores)
    if "network" in parts:
        network(table, program, simulator)
        cycles(table, program, simulator, SIZES + ([1_000_000] if options.large else []))
    if "wire" in parts:
        wire(table, program, simulator, 60)
    if "simulation" in parts:
        simulation(table, products)
    print()
    print(table.markdown())
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(f"{datetime.date.today()}, {os.cpu_count()} cores, {platform.platform()}\n\n{table.markdown()}\n")


if __name__ == "__main__":
    main()
