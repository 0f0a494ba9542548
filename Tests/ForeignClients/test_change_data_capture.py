"""Change Data Capture, and interruptions, with aiosfstream-ng."""

import pytest
from aiosfstream_ng import Client, ReplayOption
from aiosfstream_ng.exceptions import ServerError

import simulator
from test_aiosfstream import Authenticator, messages, subscribed, topic  # noqa: F401

CHANNEL = "/data/TaskChangeEvent"


@pytest.fixture
def capturing(org):
    """The org, whose administrator has selected Task for Change Data Capture."""
    org.control("PATCH", "streaming", {"changeDataCapture": ["Task"]})
    return org


def header(message):
    return message["data"]["payload"]["ChangeEventHeader"]


async def test_a_change_event_says_what_changed_and_who_did_it(capturing, rep):
    async with subscribed(capturing, CHANNEL, username=simulator.MANAGER) as client:
        task = rep.Task.create({"Subject": "Call Ada"}, headers={"Sforce-Call-Options": "client=tests"})["id"]
        rep.Task.update(task, {"Status": "Completed"})
        rep.Task.delete(task)
        created, updated, deleted = await messages(client, 3)
    assert [header(message)["changeType"] for message in (created, updated, deleted)] == ["CREATE", "UPDATE", "DELETE"]
    assert all(header(message)["recordIds"] == [task] for message in (created, updated, deleted))
    assert all(header(message)["entityName"] == "Task" for message in (created, updated, deleted))
    assert created["data"]["payload"]["Subject"] == "Call Ada"
    assert header(created)["changeOrigin"].endswith("client=tests")
    assert "Status" in header(updated)["changedFields"]
    assert updated["data"]["payload"]["Status"] == "Completed"


async def test_change_events_are_replayed(capturing, rep):
    markers = {}
    async with subscribed(capturing, CHANNEL, username=simulator.MANAGER, replay=markers) as client:
        rep.Task.create({"Subject": "Heard"})
        await messages(client, 1)
    task = rep.Task.create({"Subject": "Missed"})["id"]
    async with subscribed(capturing, CHANNEL, username=simulator.MANAGER, replay=markers) as client:
        (missed,) = await messages(client, 1)
    assert header(missed)["recordIds"] == [task]
    everything = {"replay": ReplayOption.ALL_EVENTS, "username": simulator.MANAGER}
    async with subscribed(capturing, CHANNEL, **everything) as client:
        heard = await messages(client, 2)
    assert [message["data"]["payload"]["Subject"] for message in heard] == ["Heard", "Missed"]


async def test_without_view_all_data_change_events_are_refused(capturing):
    async with Client(Authenticator(capturing, simulator.COLLEAGUE)) as client:
        with pytest.raises(ServerError, match="403"):
            await client.subscribe(CHANNEL)


async def test_a_client_that_the_org_has_forgotten_begins_anew_and_misses_nothing(org, topic, rep):  # noqa: F811
    markers = {}
    async with subscribed(org, topic, replay=markers) as client:
        rep.Task.create({"Subject": "Before"})
        await messages(client, 1)
        org.control("POST", "streaming/forget")
        rep.Task.create({"Subject": "After"})
        (heard,) = await messages(client, 1)
    assert heard["data"]["sobject"]["Subject"] == "After"
