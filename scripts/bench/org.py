"""What crosses the network: the import, offline edits, changes that come live, and idling; with the floor of each."""

import concurrent.futures
import http.client
import json
import os
import ssl
import subprocess
import tempfile
import time
import urllib.parse

from terminal import Terminal

REP = "rep@demo.example"
API = "/services/data/v67.0"


class Org:
    """An `org-simulator`, with so many tasks of the rep that are all open and due today; or, believable, those of years, of
    which an import takes what is open or recent."""

    def __init__(self, program, tasks, believable=False):
        self._process = subprocess.Popen(
            [program, "--port", "0", "--tasks", str(tasks if believable else 0), "--tls"], stdout=subprocess.PIPE, text=True)
        self.address = self._process.stdout.readline().removeprefix("listening on ").strip()
        self.authority = self._process.stdout.readline().removeprefix("certificate authority: ").strip()
        self._context = ssl.create_default_context(cafile=self.authority)
        self.host = urllib.parse.urlparse(self.address).netloc
        self.token = self.log_in(REP)
        if not believable:
            self.fill(tasks)

    def log_in(self, user):
        """A token of a user."""
        form = urllib.parse.urlencode({"grant_type": "password", "client_id": "bench", "username": user, "password": "demo"})
        answer = self.call("POST", "/services/oauth2/token", form, {"Content-Type": "application/x-www-form-urlencoded"})
        return answer["access_token"]

    def connect(self):
        return http.client.HTTPSConnection(self.host, timeout=120, context=self._context)

    def call(self, method, path, body=None, headers=None, connection=None):
        own = connection or self.connect()
        headers = dict(headers or {})
        if "/services/data" in path:
            headers["Authorization"] = f"Bearer {self.token}"
        if body is not None and not isinstance(body, str):
            body = json.dumps(body)
            headers["Content-Type"] = "application/json"
        own.request(method, path, body, headers)
        answer = own.getresponse()
        data = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {data[:300]!r}")
        if connection is None:
            own.close()
        return json.loads(data) if data else None

    def fill(self, count, due=None):
        """Makes so many tasks, due today or on a day."""
        due = due or time.strftime("%Y-%m-%d")

        def create(start):
            records = [
                {"attributes": {"type": "Task"}, "Subject": f"Call number {number} about the renewal", "ActivityDate": due,
                 "Priority": "High" if number % 4 == 0 else "Normal", "Description": "Ask who signs this year."}
                for number in range(start, min(start + 200, count))]
            self.call("POST", f"{API}/composite/sobjects", {"allOrNone": True, "records": records})

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(create, range(0, count, 200)))

    def requests(self):
        return self.call("GET", "/simulator/requests")

    def count_anew(self):
        self.call("DELETE", "/simulator/requests")

    def let_pass(self, minutes):
        """What was filled in at once lies back so far then, as in an org that nobody has filled."""
        self.call("POST", "/simulator/clock", {"advance": f"PT{minutes}M"})

    def close(self):
        self._process.terminate()
        self._process.wait()


class Client:
    """command-center on a store of its own, logged in to an org."""

    def __init__(self, program, org, folder=None, before=(), log_in=None):
        """`before`: tasks that are made before sync is turned on; `log_in`: what logs in this client, if not a token."""
        self.program = program
        self.environment = {
            "COMMAND_CENTER_HOME": tempfile.mkdtemp(prefix="bench-", dir=folder), "LC_ALL": "C.UTF-8", "SSL_CERT_FILE": org.authority}
        if log_in:
            log_in(self, org)
        else:
            self.run("login", "--domain", org.address, "--token-stdin", input=org.token + "\n")
        for task in before:
            self.run("add", task)
        self.run("settings", "set", "sync", "on")

    def run(self, *arguments, **options):
        return subprocess.run(
            [self.program, *arguments], env=os.environ | self.environment, check=True, capture_output=True, text=True,
            **options).stdout

    def sync(self):
        start = time.perf_counter()
        report = json.loads(self.run("sync", "--format", "json"))
        return time.perf_counter() - start, report


def curl_pages(org):
    """The floor of an import: curl fetches the pages of the same query, one after the other, to /dev/null."""
    queries = [entry["query"].removeprefix("q=") for entry in org.requests()["log"] if entry["path"] == f"{API}/query"]
    urls = [f"{org.address}{API}/query?{urllib.parse.urlencode({'q': query})}" for query in queries if query.startswith("SELECT Id, Subject")]
    with tempfile.NamedTemporaryFile("w", suffix=".curl") as config:
        config.write(f'fail\ncompressed\nheader = "Authorization: Bearer {org.token}"\n')
        for url in urls:
            config.write(f'url = "{url}"\noutput = "/dev/null"\n')
        config.flush()
        start = time.perf_counter()
        subprocess.run(["curl", "-s", "--cacert", org.authority, "-K", config.name], check=True)
        return time.perf_counter() - start, len(urls)


PEER = """
import sqlite3, sys
from simple_salesforce import Salesforce
org = Salesforce(instance_url=sys.argv[1], session_id=sys.argv[2])
store = sqlite3.connect(sys.argv[3])
fields = sys.argv[4].split(",")
store.execute("CREATE TABLE task (" + ", ".join(name.replace(".", "_") for name in fields) + ", PRIMARY KEY (Id))")
def values(record):
    for name in fields:
        value = record
        for part in name.split("."):
            value = value and value.get(part)
        yield value
query = "SELECT " + ", ".join(fields) + " FROM Task"
for record in org.query_all_iter(query):
    store.execute("INSERT INTO task VALUES (" + ",".join("?" * len(fields)) + ")", list(values(record)))
store.commit()
"""

FIELDS = (
    "Id,Subject,Status,IsClosed,Priority,ActivityDate,Description,TaskSubtype,OwnerId,Owner.Name,WhoId,Who.Name,WhatId,"
    "What.Name,IsReminderSet,ReminderDateTime,CompletedDateTime,CreatedDate,LastModifiedDate,LastModifiedById,"
    "LastModifiedBy.Name,SystemModstamp,IsDeleted")


def peer_import(python, org):
    """simple-salesforce into sqlite3, as one would write it."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run(
            [python, "-c", PEER, org.address, org.token, os.path.join(folder, "tasks"), FIELDS],
            env=os.environ | {"REQUESTS_CA_BUNDLE": org.authority}, check=True)
        return time.perf_counter() - start


def keys_while_importing(program, org, keys=200):
    """Seconds from `j` to the paint, while the first import runs in the same program."""
    client = Client(program, org)
    terminal = Terminal([program], client.environment)
    terminal.wait_for(b"[ ]")
    seconds = []
    for _ in range(keys):
        seconds.append(terminal.key("j", quiet=0.002)[0])
    importing = client.run("status", "--format", "json")
    terminal.close()
    return seconds, json.loads(importing)["state"]


def offline_edits(program, org, count):
    """Requests that so many edits need which were made without the org."""
    client = Client(program, org)
    client.sync()
    ids = [task["id"] for task in json.loads(client.run("list", "--view", "today", "--format", "json"))][:count]
    # Each its own edit: all at once would be one action, and the same for the sync.
    for id in ids:
        client.run("edit", id, "--priority", "high", "--details", f"edited {id}")
    org.count_anew()
    seconds, report = client.sync()
    return report["pushed"], report["requests"], seconds


def live(program, org, changes=40):
    """Seconds from the answer to a change in the org to the first byte that the screen paints of it."""
    client = Client(program, org)
    terminal = Terminal([program], client.environment)
    terminal.wait_for(b"[ ]")
    deadline = time.perf_counter() + 120
    while json.loads(client.run("status", "--format", "json"))["state"] != "live":
        terminal.settle(0.2, 1)
        if time.perf_counter() > deadline:
            raise TimeoutError("the screen does not get live")
    terminal.settle(1, 10)
    rows = org.call("GET", f"{API}/query?" + urllib.parse.urlencode(
        {"q": "SELECT Id FROM Task WHERE IsClosed = false ORDER BY CreatedDate LIMIT 10"}))["records"]
    connection = org.connect()
    connection.connect()
    seconds = []
    for number in range(changes):
        terminal.settle(0.7, 10)
        priority = "Normal" if number % 2 else "High"
        org.call("PATCH", f"{API}/sobjects/Task/{rows[number % len(rows)]['Id']}", {"Priority": priority}, connection=connection)
        committed = time.perf_counter()
        if terminal.read(5):
            seconds.append(time.perf_counter() - committed)
    terminal.close()
    return seconds


def idle(program, org, span):
    """CPU share, context switches a second and requests an hour of a live screen that nobody touches."""
    client = Client(program, org)
    terminal = Terminal([program], client.environment)
    terminal.wait_for(b"[ ]")
    terminal.settle(3, 60)

    def ticks():
        with open(f"/proc/{terminal.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def switches():
        counts = {}
        for thread in os.listdir(f"/proc/{terminal.pid}/task"):
            with open(f"/proc/{terminal.pid}/task/{thread}/status") as status:
                counts[thread] = sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
        return counts

    org.count_anew()
    before = ticks(), switches(), time.perf_counter()
    while time.perf_counter() - before[2] < span:
        terminal.read(1)
    elapsed = time.perf_counter() - before[2]
    cpu = (ticks() - before[0]) / os.sysconf("SC_CLK_TCK") / elapsed
    # A thread that was made meanwhile began at nothing; what one did that ended is not seen.
    rate = sum(count - before[1].get(thread, 0) for thread, count in switches().items()) / elapsed
    # A long poll that waits is no request of an hour's budget.
    asked = [entry for entry in org.requests()["log"] if entry["path"].startswith("/services/")]
    requests = len(asked) * 3600 / elapsed
    terminal.close()
    return cpu, rate, requests
