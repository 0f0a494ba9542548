"""What persons type, what commands do, and what others change in the org, at random."""

import datetime

from model import Change, Failure

LETTERS = "bcdfghjkmnpqrstvwxz"


def day(days=0):
    return (datetime.date.today() + datetime.timedelta(days=days)).isoformat()


def new_key(world):
    while True:
        key = "k" + "".join(world.random.choice(LETTERS) for _ in range(6))
        if key not in world.model.tasks:
            return key


# At the keyboard. Each change may be done from the key on that does it, and is done when the screen says so.

def add(world, person):
    key = new_key(world)
    days, word = world.random.choice([(0, "today"), (1, "tomorrow"), (3, "+3d"), (0, "today !high")])
    task = world.model.add(key, exists=False, name=key, done=False, due=day(days), priority="high" if "!" in word else "normal")
    world.note(f"{person.name} adds {key} {word}")
    world.type(person, "a")
    world.wait(person, "the line to add", lambda: any("Add a task" in line for line in person.lines))
    # What was kept of one that was not added.
    world.type(person, "\x15" + f"{key} {word}")
    world.wait(person, key, lambda: any(f" {key} {word}" in line for line in person.lines))
    change = Change(task, "here", exists=True)
    world.type(person, "\r")
    said(world, person, change, "Added", key)
    return change


def complete(world, person, task):
    done = not task.value("done")
    change = Change(task, "here", done=done)
    world.type(person, " ")
    said(world, person, change, "Completed" if done else "Reopened", task.key)
    return change


def put_off(world, person, task):
    choices = {"t": day(1), "m": day(7 - datetime.date.today().weekday())}
    key = world.random.choice([key for key in choices if choices[key] != task.value("due")])
    world.type(person, "s")
    world.wait(person, "the days", lambda: "Snooze to" in person.notice)
    change = Change(task, "here", due=choices[key])
    world.type(person, key)
    said(world, person, change, "Due", task.key)
    return change


def change_priority(world, person, task):
    change = Change(task, "here", priority="normal" if task.value("priority") == "high" else "high")
    world.type(person, "!")
    said(world, person, change, "priority", task.key)
    return change


def rename(world, person, task):
    name = f"{task.key} {world.random.choice(['call', 'mail', 'visit'])}{world.random.randrange(100)}"
    world.type(person, "e")
    world.wait(person, "the form", lambda: "Edit task" in person.lines[0])
    world.type(person, "\x15" + name)
    world.wait(person, name, lambda: any(name in line for line in person.lines))
    change = Change(task, "here", name=name)
    world.type(person, "\x13")
    said(world, person, change, "Changed", task.key)
    return change


def delete(world, person, task):
    change = Change(task, "here", exists=False)
    world.type(person, "d")
    said(world, person, change, "Deleted", task.key)
    return change


def undo(world, person, change):
    world.note(f"{person.name} undoes {change.task.key}")
    change.may_be_undone()
    world.type(person, "u")
    world.wait(person, "that it is undone", lambda: "Undone:" in person.notice)
    change.is_undone()
    world.note(f"  undone {change.task.key}")


def said(world, person, change, verb, key):
    world.wait(person, f"{verb} {key}", lambda: verb in person.notice and key in person.notice)
    change.is_done()
    world.note(f"  done: {person.notice.strip()}")


CHANGES = [(complete, "done"), (put_off, "due"), (change_priority, "priority"), (rename, "name"), (delete, "exists")]


def pick(world, who, field):
    """A task that both sides have, that this side may change."""
    tasks = [
        task for task in world.model.alive()
        if task.was_seen and task.is_certain(*task.may) and task.is_free(who, field)
        and (who == "there" or not world.is_late or "there" not in task.touched.values())]
    return world.random.choice(tasks) if tasks else None


def pick_clash(world, field):
    """A task that was changed here since both sides agreed, for the other side to change too."""
    tasks = [
        task for task in world.model.alive()
        if task.was_seen and task.is_certain(*task.may) and set(task.touched.values()) == {"here"} and "exists" not in task.touched
        and field in [*task.touched, "exists"]]
    return world.random.choice(tasks) if tasks else None


def find(world, person, task):
    """Goes to a task as a user does: by a view and the filter."""
    world.type(person, "6" if task.value("done") else "4")
    world.type(person, "/")
    world.wait(person, "the filter", lambda: "esc clear" in person.notice)
    world.type(person, "\x15" + task.key)
    world.wait(person, task.key, lambda: f"/{task.key} " in person.notice and " 1 of " in person.notice + " " and any(
        f"] " in line and task.key in line for line in person.lines))
    world.type(person, "\r")
    world.wait(person, "the filter kept", lambda: "n next" in person.notice)


def leave_filter(world, person):
    world.type(person, "\x1b")
    # An escape is one only if nothing follows at once.
    world.pump(0.08)


def type_something(world, person):
    if world.random.random() < 0.3 or len(world.model.alive()) < 12:
        change = add(world, person)
    else:
        action, field = world.random.choice(CHANGES if len(world.model.alive()) < 50 else [(delete, "exists")])
        task = pick(world, "here", field)
        if task is None:
            return
        world.note(f"{person.name}: {action.__name__} {task.key}")
        find(world, person, task)
        change = action(world, person, task)
        leave_filter(world, person)
    # Nobody else has done anything since.
    if world.random.random() < 0.2:
        undo(world, person, change)


def triage(world, person):
    """Decides about some tasks, one after the other."""
    world.note(f"{person.name} triages")
    world.type(person, "1t")
    world.wait(person, "the triage", lambda: "Triage" in person.lines[0] or "Nothing" in person.notice)
    for _ in range(world.random.randrange(1, 5)):
        if "done" in person.lines[2] or "Triage" not in person.lines[0] or not person.lines[4].strip():
            break
        key = person.lines[4].split()[0]
        task = world.model.tasks.get(key)
        may = task and task.was_seen and task.is_certain("exists", "done", "due")
        decisions = [(" ", "done", True, "Completed"), ("t", "due", day(1), "Due"), ("d", "exists", False, "Deleted")]
        decisions = [
            decision for decision in decisions
            if may and task.is_free("here", decision[1]) and task.value(decision[1]) != decision[2]]
        if not decisions:
            world.type(person, "j")
            world.wait(person, "the next one", lambda: key not in person.lines[4])
            continue
        key_stroke, field, value, verb = world.random.choice(decisions)
        change = Change(task, "here", **{field: value})
        world.type(person, key_stroke)
        said(world, person, change, verb, key)
        world.wait(person, "the next one", lambda: key not in person.lines[4])
    for _ in range(4):
        if "Triage" not in person.lines[0]:
            return
        leave_filter(world, person)


def command(world, client):
    """A command in a shell, which may be killed too."""
    task = pick(world, "here", "details")
    if task is None or world.random.random() < 0.5:
        key = new_key(world)
        task = world.model.add(key, exists=False, name=key, done=False, due=day(1), priority="normal")
        arguments, change = ["add", f"{key} tomorrow"], Change(task, "here", exists=True)
    else:
        details = "\n".join([f"details {world.random.randrange(10_000)}"] * world.random.choice([1, 1, 200]))
        arguments, change = ["edit", task.here, "--details", details], Change(task, "here", details=details)
    world.note(f"command {arguments[0]} {task.key}")
    world.start(client, *arguments)
    kills = world.kills
    while world.command.poll() is None:
        world.pump(0.01)
    if world.command.returncode == 0:
        change.is_done()
        world.note(f"  done: command {task.key}")
    elif world.kills == kills:
        raise Failure(f"command {arguments[0]} {task.key}: {world.command.returncode} {world.command.stderr.read()}")


# In Salesforce, by others.

def create_there(world):
    key = new_key(world)
    task = world.model.add(key, exists=True, name=key, done=False, due=day(), priority="normal")
    task.touched = {"exists": "there"}
    send(world, "create", None, {"Subject": key, "OwnerId": world.user, "ActivityDate": day(), "Priority": "Normal"}, key)


def change_there(world):
    action = world.random.choice(["create", "update", "update", "update", "delete"])
    if action == "create":
        create_there(world)
        return
    is_clash = world.random.random() < 0.3
    if action == "delete":
        task = pick_clash(world, "exists") if is_clash else pick(world, "there", "exists")
        if task and len(world.model.alive()) > 12:
            change = Change(task, "there", exists=False)
            send(world, "delete", task, None, task.key + (" (changed here too)" if is_clash else ""))
            change.is_done()
        return
    field, name, here, there = world.random.choice([
        ("done", "Status", True, "Completed"), ("done", "Status", None, "In Progress"), ("due", "ActivityDate", day(2), day(2)),
        ("priority", "Priority", "high", "High"), ("priority", "Priority", None, "Low"), ("name", "Subject", None, "renamed"),
        ("details", "Description", "from there", "from there")])
    is_clash = is_clash and here is not None
    task = pick_clash(world, field) if is_clash else pick(world, "there", field)
    if task is None:
        return
    if name == "Subject":
        there = f"{task.key} renamed there"
    if here is None:
        # It does not sync: here all stays as it is, and there too.
        if name == "Status" and task.value("done") or field in task.touched:
            return
        task.touched[field] = "there"
        task.there[name] = there
        send(world, "update", task, {name: there}, task.key)
    else:
        change = Change(task, "there", **{field: here})
        task.there.pop(name, None)
        send(world, "update", task, {name: there}, task.key + (" (changed here too)" if is_clash else ""))
        if is_clash:
            # Either may win, by the later edit.
            task.touched[field] = "both"
        else:
            change.is_done()


def send(world, action, task, fields, key):
    world.note(f"there: {action} {key} {fields or ''}")
    body = {"as": "admin@demo.example", "action": action, "object": "Task"}
    if task:
        body["id"] = task.id_there
    if fields:
        body["fields"] = fields
    world.control("POST", "records", body)
