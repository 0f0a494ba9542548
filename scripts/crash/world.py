"""The program on a real store, an org behind a front that can be killed, and what must be true of both."""

import json
import os
import random
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import types
import urllib.parse

from person import Gone, Person
from model import FIELDS, THERE, Failure, Model

import actions
import org as orgs

HERE = os.path.dirname(os.path.abspath(__file__))


# By what an org can tell a create that came before from a new one, with the settings of the simulator that make it so.
WAYS = {
    "a key": {}, "a field": {"optionalFields": ["Task.Command_Center_Id__c"]}, "nothing": {"idempotentWrites": False},
}


class World:
    def __init__(self, products, seed, folder, way="a key", tasks=0, say=lambda line: None):
        self.seed = seed
        self.random = random.Random(seed)
        self.program = os.path.join(products, "command-center")
        self.folder = folder
        self.model = Model()
        self.history = []
        self.say = say
        self.kills = 0
        self.persons = {}
        self.watch = None
        self.command = None
        self.moment = None
        self.victims = ()
        self.org = orgs.Org(os.path.join(products, "org-simulator"), tasks)
        self.connection = self.org.connect()
        # The longest there is: the clock of the org may be moved.
        self.control("POST", "sessions/lifetime", {"seconds": 86400})
        # So that kills strike requests on their way, and answers of which nobody hears.
        for fault in ({"rate": 0.3, "answerDelay": 150}, {"rate": 0.1, "delay": 100}, {"rate": 0.02, "kind": "connection-lost-after"}):
            self.control("POST", "faults", {"match": {"path": "/services/data/**", "user": orgs.REP, "method": ["POST", "PATCH", "DELETE"]}} | fault)
        self.way = way
        self.control("PATCH", "settings", WAYS[way])
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.front = None
        self.open_front()
        # Whether what others change there may take long to come: a user then works on what they have not changed.
        self.is_late = False
        # The Ids of tasks that nobody works on.
        self.untouched = set()
        self.user = self.query("SELECT Id FROM User WHERE Username = 'rep@demo.example'")[0]["Id"]

    # The org

    def control(self, method, path, body=None):
        return self.org.call(method, f"/simulator/{path}", body, connection=self.connection)

    def query(self, text):
        answer = self.org.call(
            "GET", f"{orgs.API}/queryAll?" + urllib.parse.urlencode({"q": text}), connection=self.connection)
        records = answer["records"]
        while not answer["done"]:
            answer = self.org.call("GET", answer["nextRecordsUrl"], connection=self.connection)
            records += answer["records"]
        return records

    def tasks_there(self):
        return self.query(
            "SELECT Id, Subject, Status, Priority, ActivityDate, Description, IsDeleted, SystemModstamp FROM Task "
            f"WHERE OwnerId = '{self.user}'")

    def open_front(self):
        if self.front:
            return
        target = int(self.org.host.rsplit(":", 1)[1])
        self.front = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "front.py"), str(self.port), str(target)], stdout=subprocess.PIPE, text=True)
        if self.front.stdout.readline() != "listening\n":
            raise Failure("the front does not listen")

    def client(self, home_before=(), log_in=None):
        """command-center on a new store, that reaches the org by the front."""
        org = types.SimpleNamespace(
            address=f"https://localhost:{self.port}", authority=self.org.authority, token=self.org.token)
        client = orgs.Client(self.program, org, folder=self.folder, before=home_before, log_in=log_in)
        if self.way == "a field":
            client.run("settings", "set", "external_id_field", "Command_Center_Id__c")
        return client

    def add_profile(self, client):
        """Another profile beside it, of another user, who has no tasks."""
        token = self.org.log_in("colleague@demo.example")
        client.run("login", "--profile", "other", "--domain", f"https://localhost:{self.port}", "--token-stdin", input=token + "\n")
        client.run("settings", "set", "sync", "on", "--profile", "other")

    # What happens

    def note(self, line):
        self.history.append(f"{time.perf_counter():.3f} {line}")
        self.say(line)

    def run(self, client, *arguments, expected=(0,)):
        done = subprocess.run(
            [self.program, *arguments], env=os.environ | client.environment, capture_output=True, text=True, timeout=90)
        if done.returncode not in expected:
            raise Failure(f"{' '.join(arguments)}: {done.returncode}, {done.stdout} {done.stderr}")
        return done

    def person(self, client, name):
        self.note(f"{name} starts")
        person = Person(name, [self.program], client.environment)
        self.persons[name] = person
        self.wait(person, "tasks", lambda: any("]" in line or "Nothing" in line for line in person.lines))
        # What was typed and not saved when the last one died is open again.
        while "task" in person.lines[0] or any("Add a task" in line for line in person.lines):
            self.type(person, "\x1b")
            self.pump(0.1)
        return person

    def open_watch(self, client):
        self.note("sync --watch starts")
        self.watch = subprocess.Popen(
            [self.program, "sync", "--watch"], env=os.environ | client.environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def start(self, client, *arguments):
        """A command that may be killed."""
        self.command = subprocess.Popen(
            [self.program, *arguments], env=os.environ | client.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def end(self, *victims):
        """Ends what is left of these, which counts as a kill."""
        for victim in victims:
            self.kill(victim)

    def strike_after(self, seconds, *victims):
        """Kills these, by name, when the time has come; what is not there then is not killed."""
        self.moment, self.victims = time.perf_counter() + seconds, victims

    def strike(self):
        self.moment = None
        for victim in self.victims:
            self.kill(victim)

    def kill(self, victim):
        if victim in self.persons:
            self.persons.pop(victim).kill()
        elif victim in ("watch", "command", "front") and (process := getattr(self, victim)) and process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
            if victim != "command":
                setattr(self, victim, None)
        else:
            return
        self.kills += 1
        self.note(f"KILL {self.kills}: {victim}")

    def pump(self, seconds):
        """Lets time go by: screens paint, and what is to be killed is killed."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            self.step(left)

    def step(self, longest):
        """Until something is painted, or so long."""
        if self.moment is not None:
            longest = min(longest, max(0, self.moment - time.perf_counter()))
        for person in select.select(list(self.persons.values()), [], [], longest)[0]:
            if not person.read():
                raise Failure(f"{person.name} ended by itself:\n" + "\n".join(person.lines))
        if self.watch and self.watch.poll() is not None:
            raise Failure(f"sync --watch ended by itself: {self.watch.returncode}")
        if self.moment is not None and time.perf_counter() >= self.moment:
            self.strike()

    def wait(self, person, what, is_so, timeout=20):
        """Until a screen shows something; `Gone` when its program was killed meanwhile."""
        deadline = time.perf_counter() + timeout
        while True:
            if self.persons.get(person.name) is not person:
                raise Gone
            if is_so():
                return
            if time.perf_counter() > deadline:
                raise Failure(f"{person.name} does not show {what}:\n" + "\n".join(person.lines))
            self.step(0.2)

    def type(self, person, text):
        if self.persons.get(person.name) is not person:
            raise Gone
        person.type(text)

    # What must be true

    def settle(self, client):
        """Lets it come in sync, and compares both sides with what may be."""
        began = time.perf_counter()
        if self.front is None:
            self.open_front()
            if self.random.random() < 0.5:
                # As an org that begins anew knows no streaming client.
                self.control("POST", "streaming/forget", {})
        self.sync(client)
        self.answer_vanished(client)
        self.note(f"in sync after {time.perf_counter() - began:.2f} s")
        try:
            self.compare(client)
        except Failure as failure:
            self.run(client, "sync", expected=range(256))
            try:
                self.compare(client)
            except Failure as still:
                raise Failure(f"{failure}\nAfter one more sync: {still}") from None
            raise Failure(f"{failure}\nAfter one more sync it is right.") from None

    def answer_vanished(self, client):
        """Of a store as small as this few that were deleted there are many at once, of which the user is asked."""
        self.run(client, "vanished", "--delete", expected=(0, 1))

    def sync(self, client):
        deadline = time.perf_counter() + 60
        patience = time.perf_counter() + 3
        while (done := self.run(client, "sync", expected=range(256))).returncode:
            self.note(f"sync: {done.returncode} {done.stdout.strip()} {done.stderr.strip()}")
            if time.perf_counter() > deadline:
                raise Failure(f"it does not come in sync: {done.returncode} {done.stdout} {done.stderr}")
            # An edit of a task that is gone there waits for it.
            self.answer_vanished(client)
            if done.returncode == 75 and time.perf_counter() > patience:
                # A create of unknown outcome is held for eleven minutes where the org takes no key, by the clock of the org.
                self.note("the clock of the org goes 12 minutes on")
                self.control("POST", "clock", {"advance": "PT12M"})
                patience = time.perf_counter() + 3
            self.pump(0.1)

    def compare(self, client):
        here = json.loads(self.run(client, "list", "--view", "all", "--format", "json").stdout)
        trash = {row["name"].split()[0] for row in json.loads(self.run(client, "list", "--view", "trash", "--format", "json").stdout)}
        there = [task for task in self.tasks_there() if not task["IsDeleted"]]
        here, there = self.worked_on("here", here, "salesforceId"), self.worked_on("there", there, "Id")
        by_key = self.once("here", here, lambda row: row["name"])
        there_by_key = self.once("there", there, lambda task: task["Subject"])
        for key in self.model.local:
            if key not in by_key or key in there_by_key or by_key.pop(key)["sync"] != "localOnly":
                raise Failure(f"{key}, which is of before the sync, is not here only")
        if by_key.keys() != there_by_key.keys():
            raise Failure(f"only here: {by_key.keys() - there_by_key.keys()}, only there: {there_by_key.keys() - by_key.keys()}")
        if unknown := by_key.keys() - self.model.tasks.keys():
            raise Failure(f"nobody made {unknown}")
        for key, task in self.model.tasks.items():
            exists = key in by_key
            if exists not in task.may["exists"]:
                raise Failure(f"{key} is {'back' if exists else 'lost'}: {self.story(key)}")
            if exists:
                self.compare_task(task, by_key[key], there_by_key[key])
                continue
            if task.was_seen and key not in trash:
                raise Failure(f"{key} is not in the trash: {self.story(key)}")
            # It stays known, so that it does not come back.
            task.may["exists"] = {False}
            task.touched = {}
        status = json.loads(self.run(client, "status", "--format", "json").stdout)
        if status["pending"] or status["refused"]:
            raise Failure(f"not all is sent: {status}")
        self.check_file(client)

    def worked_on(self, side, rows, id):
        """Without the tasks that nobody works on, of which none may be missing."""
        if missing := self.untouched - {row[id] for row in rows}:
            raise Failure(f"{len(missing)} tasks that nobody touched are missing {side}")
        return [row for row in rows if row[id] not in self.untouched]

    def once(self, side, rows, name):
        by_key = {}
        for row in rows:
            key = name(row).split()[0]
            if key in by_key:
                raise Failure(f"{key} is twice {side}: {row} {by_key[key]} {self.story(key)}")
            by_key[key] = row
        return by_key

    def compare_task(self, task, row, there):
        values = {
            "exists": True, "name": row["name"], "done": row["status"] == "completed", "due": row["due"],
            "priority": row["priority"], "details": row["details"]}
        task.here, task.id_there = row["id"], there["Id"]
        mapped = {
            "Subject": row["name"], "Status": "Completed" if values["done"] else "Not Started", "ActivityDate": row["due"],
            "Priority": row["priority"].capitalize(), "Description": row["details"]}
        for field in FIELDS:
            if values[field] not in task.may[field]:
                raise Failure(f"{task.key}: {field} is {values[field]!r}, may be {task.may[field]}: {self.story(task.key)}")
        for field, name in THERE.items():
            allowed = [mapped[name] or ""]
            if name in task.there:
                allowed = [task.there[name]] + (allowed if "here" in (task.touched.get(field), task.touched.get("exists")) else [])
            if (there[name] or "") not in allowed:
                raise Failure(f"{task.key}: {name} is {there[name]!r} there, may be {allowed}: {self.story(task.key)}")
            if there[name] != task.there.get(name):
                task.there.pop(name, None)
        if row["salesforceId"] != there["Id"] or row["sync"] not in ("synced", "conflict"):
            raise Failure(f"{task.key} is not in sync: {row} {there}")
        for field, value in values.items():
            task.may[field] = {value}
        task.touched = {}
        task.was_seen = True

    def check_idle(self, client):
        """A cycle with nothing new sends nothing and changes nothing (invariant 8)."""
        def rows():
            return self.run(client, "list", "--view", "all", "--format", "json").stdout
        before = rows(), self.stamps()
        self.run(client, "sync")
        if (rows(), self.stamps()) != before:
            raise Failure("a cycle with nothing new changed something")
        self.run(client, "sync", "--profile", "other")
        if json.loads(self.run(client, "list", "--view", "all", "--format", "json", "--profile", "other").stdout):
            raise Failure("another profile has tasks of this one")

    def stamps(self):
        """When each task there was last written."""
        return {task["Id"]: task["SystemModstamp"] for task in self.tasks_there()}

    def check_file(self, client):
        path = os.path.join(client.environment["COMMAND_CENTER_HOME"], "default.sqlite")
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            answer = database.execute("PRAGMA integrity_check").fetchall() + database.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            database.close()
        if answer != [("ok",)]:
            raise Failure(f"the store is damaged: {answer}")

    def story(self, key):
        return "\n  " + "\n  ".join(line for line in self.history if key in line)

    def begin(self, tasks):
        """Tasks that others made there for the user."""
        for number in range(tasks):
            actions.create_there(self)

    def fill(self, tasks):
        """Tasks of the user that nobody works on, due far off and long there."""
        self.org.fill(tasks, due=actions.day(300))
        self.org.let_pass(11)
        self.untouched = {task["Id"] for task in self.tasks_there()}

    def close(self):
        for person in list(self.persons.values()):
            person.kill()
        for process in (self.watch, self.command, self.front):
            if process and process.poll() is None:
                process.kill()
                process.wait()
        self.org.close()
