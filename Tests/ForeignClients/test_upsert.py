"""Records by an external Id, with simple-salesforce."""

import pytest
from simple_salesforce import SalesforceMoreThanOneRecord, SalesforceResourceNotFound


@pytest.fixture
def tasks(org, rep):
    """The Task handler of the rep, in an org whose administrator has made the external Id fields."""
    org.control("PATCH", "settings", {"optionalFields": ["Task.Command_Center_Id__c", "Task.Legacy_Id__c"]})
    return rep.Task


def test_the_first_upsert_creates_and_the_second_changes(tasks):
    assert tasks.upsert("Command_Center_Id__c/a-1", {"Subject": "First"}) == 201
    assert tasks.upsert("Command_Center_Id__c/a-1", {"Subject": "Second"}) == 200
    assert tasks.get_by_custom_id("Command_Center_Id__c", "a-1")["Subject"] == "Second"


def test_an_upsert_says_which_record_it_was(tasks):
    created = tasks.upsert("Command_Center_Id__c/a-2", {"Subject": "First"}, raw_response=True).json()
    changed = tasks.upsert("Command_Center_Id__c/a-2", {"Subject": "Second"}, raw_response=True).json()
    assert (created["success"], created["created"]) == (True, True)
    assert (changed["id"], changed["created"]) == (created["id"], False)


def test_an_external_id_that_nobody_has_is_not_found(tasks):
    with pytest.raises(SalesforceResourceNotFound):
        tasks.get_by_custom_id("Command_Center_Id__c", "nobody")


def test_an_external_id_that_several_have_names_them_all(tasks):
    ids = [tasks.create({"Subject": subject, "Legacy_Id__c": "7"})["id"] for subject in ("One", "Two")]
    with pytest.raises(SalesforceMoreThanOneRecord) as raised:
        tasks.get_by_custom_id("Legacy_Id__c", "7")
    assert sorted(path.rsplit("/", 1)[1] for path in raised.value.content) == sorted(ids)
