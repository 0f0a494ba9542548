"""What must be true of the tasks: for each one every value that each of its fields may have by now.

What the screen said to be done has one value. What was typed and not said to be done when the program was killed may have
been done or not: it has both until both sides are read.
"""

# Salesforce's names.
THERE = {"name": "Subject", "done": "Status", "due": "ActivityDate", "priority": "Priority", "details": "Description"}
FIELDS = ("exists", "name", "done", "due", "priority", "details")


class Failure(Exception):
    """Something is not as it must be."""


class Task:
    def __init__(self, key, **values):
        self.key = key
        self.may = {field: {values.get(field)} for field in FIELDS}
        self.may["details"] = {values.get("details", "")}
        # By whom a field was changed since both sides agreed.
        self.touched = {}
        # What the org has that does not sync: it stands there until it is changed here.
        self.there = {}
        # Both sides have had it.
        self.was_seen = False

    def value(self, field):
        (value,) = self.may[field]
        return value

    def is_certain(self, *fields):
        return all(len(self.may[field]) == 1 for field in fields)

    def is_free(self, who, field):
        """Whether this side may change it so that no other side's change is in its way."""
        return all(self.touched.get(name, who) == who for name in (field, "exists")) and (
            field != "exists" or all(owner == who for owner in self.touched.values()))


class Change:
    """Changes of one task that come true together, or not at all."""

    def __init__(self, task, who, **values):
        self.task = task
        self.values = values
        self.before = {field: set(task.may[field]) for field in values}
        for field, value in values.items():
            task.may[field] = task.may[field] | {value}
            task.touched[field] = who

    def is_done(self):
        for field, value in self.values.items():
            self.task.may[field] = {value}

    def may_be_undone(self):
        for field, before in self.before.items():
            self.task.may[field] = self.task.may[field] | before

    def is_undone(self):
        for field, before in self.before.items():
            self.task.may[field] = set(before)


class Model:
    def __init__(self):
        self.tasks = {}
        # What was made before the sync was turned on is never sent.
        self.local = set()

    def add(self, key, **values):
        self.tasks[key] = Task(key, **values)
        return self.tasks[key]

    def alive(self):
        return [task for task in self.tasks.values() if task.may["exists"] == {True}]
