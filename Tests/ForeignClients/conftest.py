"""One simulated org for all tests; each test begins with the org as it was at the start."""

import os

import pytest
from simple_salesforce import Salesforce

import simulator

ORG = pytest.StashKey[simulator.Simulator]()


def pytest_configure(config):
    """Starts the org before the tests are imported: aiohttp reads the certificate authority when it is imported."""
    org = simulator.Simulator("--tasks", "450")
    config.stash[ORG] = org
    os.environ["REQUESTS_CA_BUNDLE"] = org.authority
    os.environ["SSL_CERT_FILE"] = org.authority


def pytest_unconfigure(config):
    if org := config.stash.get(ORG, None):
        org.stop()


@pytest.fixture
def org(pytestconfig):
    org = pytestconfig.stash[ORG]
    org.reset()
    return org


@pytest.fixture
def connect(org):
    """Makes a `simple_salesforce` client for a user: `connect(username)`."""
    return lambda username: Salesforce(instance_url=org.address, session_id=org.token(username))


@pytest.fixture
def rep(connect):
    return connect(simulator.REP)


@pytest.fixture
def colleague(connect):
    return connect(simulator.COLLEAGUE)


@pytest.fixture
def admin(connect):
    return connect(simulator.ADMIN)
