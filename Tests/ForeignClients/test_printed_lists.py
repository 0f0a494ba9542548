"""What `command-center list` prints, read by parsers that others wrote."""

import csv
import datetime
import io
import json
import os
import pathlib
import subprocess

import icalendar
import pytest

PROGRAM = pathlib.Path(__file__).parents[2] / ".build/debug/command-center"

NAMES = [
    "Call Ada; about \"the renewal\", \\ and more",
    "Mail Núñez 田中さん 👨‍👩‍👧‍👦 " + "é" * 60,
    "a: b = c, d; e",
]
DETAILS = "First line\nsecond; line, with \"quotes\" \\ and\n\nBEGIN:VTODO"


@pytest.fixture
def run(tmp_path):
    def run(*arguments):
        environment = os.environ | {"COMMAND_CENTER_HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        answer = subprocess.run([PROGRAM, *arguments], capture_output=True, env=environment, timeout=30, check=True)
        # Not in text mode, which would change the ends of lines.
        return answer.stdout.decode()

    return run


@pytest.fixture
def tasks(run):
    """Three open tasks, the first with details and the third completed; returns their Ids."""
    ids = [json.loads(run("add", "--format", "json", f"{name} 2026-12-01 !high #call"))["id"] for name in NAMES]
    run("edit", ids[0], "--details", DETAILS)
    run("complete", ids[2])
    return ids


def test_icalendar(run, tasks):
    text = run("list", "--view", "all", "--format", "ics")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(text)
    todos = {str(todo["UID"]).split("@")[0]: todo for todo in calendar.walk("VTODO")}
    assert not calendar.errors and not any(todo.errors for todo in todos.values())
    assert set(todos) == set(tasks)
    for id, name in zip(tasks, NAMES):
        assert str(todos[id]["SUMMARY"]) == name
        assert todos[id].decoded("DUE") == datetime.date(2026, 12, 1)
        assert todos[id]["PRIORITY"] == 1
    assert str(todos[tasks[0]]["DESCRIPTION"]) == DETAILS
    assert [str(todos[id]["STATUS"]) for id in tasks] == ["NEEDS-ACTION", "NEEDS-ACTION", "COMPLETED"]
    assert todos[tasks[2]].decoded("COMPLETED").tzinfo is not None


def test_deleted_task_is_cancelled(run, tasks):
    run("delete", tasks[1])
    calendar = icalendar.Calendar.from_ical(run("list", "--view", "trash", "--format", "ics"))
    assert [str(todo["STATUS"]) for todo in calendar.walk("VTODO")] == ["CANCELLED"]


def test_csv_and_json_agree(run, tasks):
    rows = list(csv.DictReader(io.StringIO(run("list", "--view", "all", "--format", "csv"), newline="")))
    objects = json.loads(run("list", "--view", "all", "--format", "json"))
    assert [{key: value or "" for key, value in task.items()} for task in objects] == rows
    assert {task["name"] for task in objects} == set(NAMES)
    assert next(task for task in objects if task["id"] == tasks[0])["details"] == DETAILS
