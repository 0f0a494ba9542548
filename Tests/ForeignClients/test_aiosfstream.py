"""aiosfstream-ng, a client for the Streaming API of Salesforce, knows nothing of the simulator and works."""

import asyncio
import contextlib

import pytest
from aiosfstream_ng import Client, PasswordAuthenticator, ReplayOption
from aiosfstream_ng.exceptions import AuthenticationError, ServerError

import simulator

TOPIC = "/topic/Tasks"
PATIENCE = 10


class Authenticator(PasswordAuthenticator):
    """The password flow at the address of an org; by itself the client knows login.salesforce.com only."""

    def __init__(self, org, username=simulator.REP, password=simulator.PASSWORD):
        super().__init__("tests", "tests", username, password)
        self._address = org.address

    @property
    def _token_url(self):
        return f"{self._address}/services/oauth2/token"


@pytest.fixture
def topic(rep):
    rep.PushTopic.create({
        "Name": "Tasks", "Query": "SELECT Id, Subject, Status FROM Task", "ApiVersion": 58.0, "NotifyForFields": "All"})
    return TOPIC


@contextlib.asynccontextmanager
async def subscribed(org, channel, username=simulator.REP, **options):
    async with Client(Authenticator(org, username), **options) as client:
        await client.subscribe(channel)
        yield client


async def messages(client, count):
    return [await asyncio.wait_for(client.receive(), PATIENCE) for _ in range(count)]


async def test_a_push_topic_tells_of_each_change(org, topic, rep, admin):
    async with subscribed(org, topic) as client:
        task = rep.Task.create({"Subject": "Call Ada"})["id"]
        admin.Task.update(task, {"Status": "Completed"})
        admin.Task.delete(task)
        created, updated, deleted = await messages(client, 3)
    assert [message["channel"] for message in (created, updated, deleted)] == [topic] * 3
    kinds = [message["data"]["event"]["type"] for message in (created, updated, deleted)]
    assert kinds == ["created", "updated", "deleted"]
    assert created["data"]["sobject"] == {"Id": task, "Subject": "Call Ada", "Status": "Not Started"}
    assert updated["data"]["sobject"]["Status"] == "Completed"
    assert deleted["data"]["sobject"]["Id"] == task


async def test_a_client_goes_on_where_it_stopped(org, topic, rep):
    markers = {}
    async with subscribed(org, topic, replay=markers) as client:
        rep.Task.create({"Subject": "Heard"})
        await messages(client, 1)
    missed = [rep.Task.create({"Subject": subject})["id"] for subject in ("Missed", "Missed too")]
    async with subscribed(org, topic, replay=markers) as client:
        heard = await messages(client, 2)
    assert [message["data"]["sobject"]["Id"] for message in heard] == missed


async def test_all_events_that_are_kept_are_replayed(org, topic, rep):
    past = [rep.Task.create({"Subject": str(number)})["id"] for number in range(3)]
    async with subscribed(org, topic, replay=ReplayOption.ALL_EVENTS) as client:
        heard = await messages(client, 3)
    assert [message["data"]["sobject"]["Id"] for message in heard] == past


async def test_new_events_alone_are_heard_without_replay(org, topic, rep):
    rep.Task.create({"Subject": "Past"})
    async with subscribed(org, topic, replay=ReplayOption.NEW_EVENTS) as client:
        rep.Task.create({"Subject": "New"})
        heard = await messages(client, 1)
    assert heard[0]["data"]["sobject"]["Subject"] == "New"


async def test_a_replay_id_that_is_not_kept_is_refused_and_the_fallback_taken(org, topic, rep):
    rep.Task.create({"Subject": "Past"})
    markers = {}
    async with subscribed(org, topic, replay=markers) as client:
        rep.Task.create({"Subject": "Marker"})
        await messages(client, 1)
    unknown = {topic: markers[topic]._replace(replay_id=1_000_000)}
    with pytest.raises(ServerError, match="replayId"):
        async with subscribed(org, topic, replay=dict(unknown)):
            pass
    async with subscribed(org, topic, replay=unknown, replay_fallback=ReplayOption.ALL_EVENTS) as client:
        heard = await messages(client, 2)
    assert [message["data"]["sobject"]["Subject"] for message in heard] == ["Past", "Marker"]


async def test_a_session_that_ends_is_renewed_and_nothing_is_missed(org, topic, rep, connect):
    markers = {}
    async with subscribed(org, topic, replay=markers) as client:
        rep.Task.create({"Subject": "Before"})
        await messages(client, 1)
        org.control("POST", "sessions/expire")
        connect(simulator.REP).Task.create({"Subject": "After"})
        heard = await messages(client, 1)
    assert heard[0]["data"]["sobject"]["Subject"] == "After"


async def test_a_wrong_password_is_told(org):
    with pytest.raises(AuthenticationError) as raised:
        await Client(Authenticator(org, password="wrong")).open()
    assert raised.value.args[1] == {"error": "invalid_grant", "error_description": "authentication failure"}


async def test_a_channel_that_does_not_exist_is_refused(org):
    async with Client(Authenticator(org)) as client:
        with pytest.raises(ServerError, match="does not exist"):
            await client.subscribe("/topic/Nonsense")
