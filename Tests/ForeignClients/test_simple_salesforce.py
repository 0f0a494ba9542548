"""simple-salesforce, a REST client for Salesforce, knows nothing of the simulator and works."""

import datetime
import json

import pytest
from simple_salesforce import (
    Salesforce, SalesforceExpiredSession, SalesforceGeneralError, SalesforceMalformedRequest,
    SalesforceResourceNotFound, format_soql)

PAGES = {"Sforce-Query-Options": "batchSize=200"}




# Queries


def test_a_query_gives_records_with_their_attributes(rep):
    answer = rep.query("SELECT Id, Subject, Owner.Name FROM Task WHERE ActivityDate = TODAY AND IsClosed = false")
    assert answer["done"] is True
    assert answer["totalSize"] == len(answer["records"]) == 12
    first = answer["records"][0]
    assert first["attributes"] == {"type": "Task", "url": f"/services/data/v59.0/sobjects/Task/{first['Id']}"}
    assert first["Owner"]["Name"] == "Robin Verhoeven"
    assert first["Owner"]["attributes"]["type"] == "User"


def test_values_in_a_query_are_escaped(rep):
    subject = "It's 100% \\ \"done\""
    created = rep.Task.create({"Subject": subject})
    found = rep.query(format_soql("SELECT Id FROM Task WHERE Subject = {}", subject))
    assert [record["Id"] for record in found["records"]] == [created["id"]]


def test_a_count_has_no_records(rep):
    answer = rep.query("SELECT COUNT() FROM Task")
    assert (answer["totalSize"], answer["records"]) == (450, [])


def test_query_all_follows_every_page(rep):
    answer = rep.query_all("SELECT Id FROM Task ORDER BY Id", headers=PAGES)
    ids = [record["Id"] for record in answer["records"]]
    assert (answer["totalSize"], answer["done"]) == (450, True)
    assert ids == sorted(set(ids))


def test_query_all_iter_fetches_a_page_when_it_is_needed(rep, org):
    org.control("DELETE", "requests")
    records = rep.query_all_iter("SELECT Id FROM Task", headers=PAGES)
    next(records)
    assert requests_of(org, "/query") == 1
    assert sum(1 for _ in records) == 449
    assert requests_of(org, "/query") == 3


def requests_of(org, part):
    counts = org.control("GET", "requests").json()["counts"]
    return sum(count["count"] for count in counts if part in count["path"])


def test_a_deleted_record_is_found_when_deleted_ones_are_asked_for(rep):
    created = rep.Task.create({"Subject": "Gone"})
    rep.Task.delete(created["id"])
    soql = f"SELECT Id, IsDeleted FROM Task WHERE Id = '{created['id']}'"
    assert rep.query(soql)["records"] == []
    assert [record["IsDeleted"] for record in rep.query(soql, include_deleted=True)["records"]] == [True]


# Records


def test_a_record_is_created_read_changed_and_deleted(rep):
    created = rep.Task.create({"Subject": "Call Ada", "ActivityDate": "2026-12-01", "Priority": "High"})
    assert (created["success"], created["errors"]) == (True, [])
    record = rep.Task.get(created["id"])
    assert (record["Subject"], record["ActivityDate"], record["IsHighPriority"]) == ("Call Ada", "2026-12-01", True)
    assert rep.Task.update(created["id"], {"Status": "Completed", "ActivityDate": None}) == 204
    record = rep.Task.get(created["id"])
    assert (record["IsClosed"], record["ActivityDate"]) == (True, None)
    assert rep.Task.delete(created["id"]) == 204
    with pytest.raises(SalesforceResourceNotFound) as raised:
        rep.Task.get(created["id"])
    assert raised.value.content[0]["errorCode"] in ("NOT_FOUND", "ENTITY_IS_DELETED")


def test_fifteen_characters_of_an_id_are_enough(rep):
    created = rep.Task.create({"Subject": "Short"})
    assert rep.Task.get(created["id"][:15])["Id"] == created["id"]


def test_text_comes_back_as_it_was_given(rep):
    description = "Zażółć\n\tgęślą 💡 <b>&amp;</b> \u202e"
    created = rep.Task.create({"Subject": "さくら", "Description": description + "."})
    record = rep.Task.get(created["id"])
    assert (record["Subject"], record["Description"]) == ("さくら", description + ".")


# Descriptions


def test_describe_lists_the_objects_and_their_fields(rep):
    objects = {described["name"]: described for described in rep.describe()["sobjects"]}
    assert {"Task", "User", "Contact", "Lead", "Account", "Opportunity", "PushTopic"} <= set(objects)
    assert objects["Task"]["keyPrefix"] == "00T"
    fields = {field["name"]: field for field in rep.Task.describe()["fields"]}
    assert (fields["Subject"]["length"], fields["IsClosed"]["updateable"]) == (255, False)
    assert "Completed" in [value["value"] for value in fields["Status"]["picklistValues"]]
    assert rep.Task.metadata()["objectDescribe"]["name"] == "Task"


# Replication


def test_updated_and_deleted_name_the_records(rep):
    changed, gone = (rep.Task.create({"Subject": subject})["id"] for subject in ("Changed", "Gone"))
    rep.Task.delete(gone)
    end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=2)
    start = end - datetime.timedelta(hours=1)
    updated = rep.Task.updated(start, end)
    assert changed in updated["ids"] and gone not in updated["ids"]
    deleted = rep.Task.deleted(start, end)
    assert [record["id"] for record in deleted["deletedRecords"]] == [gone]
    assert deleted["latestDateCovered"] and deleted["earliestDateAvailable"]


# Several at once


def test_a_collection_says_of_each_record_what_became_of_it(rep):
    records = [{"attributes": {"type": "Task"}, "Subject": subject} for subject in ("One", "x" * 256, "Three")]
    body = json.dumps({"allOrNone": False, "records": records})
    answer = rep.restful("composite/sobjects", method="POST", data=body)
    assert [result["success"] for result in answer] == [True, False, True]
    assert answer[1]["errors"][0]["statusCode"] == "STRING_TOO_LONG"


# The org


def test_limits_and_usage_are_told(rep):
    limits = rep.limits()["DailyApiRequests"]
    assert limits["Remaining"] < limits["Max"]
    usage = rep.api_usage["api-usage"]
    assert (usage.used, usage.total) == (limits["Max"] - limits["Remaining"], limits["Max"])


def test_userinfo_tells_who_is_logged_in(rep):
    assert rep.oauth2("userinfo")["preferred_username"] == "rep@demo.example"


# Errors


def test_a_query_with_a_mistake_is_malformed(rep):
    with pytest.raises(SalesforceMalformedRequest) as raised:
        rep.query("SELECT Id FROM Task WHERE")
    assert raised.value.content[0]["errorCode"] == "MALFORMED_QUERY"


@pytest.mark.parametrize("fields, code", [
    ({"Subject": "x" * 256}, "STRING_TOO_LONG"),
    ({"Subjekt": "x"}, "INVALID_FIELD"),
    ({"Status": "Nonsense"}, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
    ({"IsClosed": True}, "INVALID_FIELD_FOR_INSERT_UPDATE"),
    ({"WhoId": "nonsense"}, "MALFORMED_ID"),
])
def test_a_record_that_is_refused_is_malformed(rep, fields, code):
    with pytest.raises(SalesforceMalformedRequest) as raised:
        rep.Task.create(fields)
    assert raised.value.content[0]["errorCode"] == code


def test_what_is_not_there_is_not_found(rep):
    for request in (lambda: rep.Task.get("00T000000000001AAA"), lambda: rep.Nonsense.describe()):
        with pytest.raises(SalesforceResourceNotFound) as raised:
            request()
        assert raised.value.content[0]["errorCode"] == "NOT_FOUND"


def test_a_verb_that_is_not_allowed_is_a_general_error(rep):
    with pytest.raises(SalesforceGeneralError) as raised:
        rep.restful("limits", method="DELETE")
    assert (raised.value.status, raised.value.content[0]["errorCode"]) == (405, "METHOD_NOT_ALLOWED")


def test_a_session_that_has_ended_is_expired(rep, org):
    org.control("POST", "sessions/expire")
    with pytest.raises(SalesforceExpiredSession) as raised:
        rep.query("SELECT Id FROM Task")
    assert raised.value.content == [{"message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"}]


def test_a_token_that_never_was_is_expired_too(org):
    client = Salesforce(instance_url=org.address, session_id="nonsense")
    with pytest.raises(SalesforceExpiredSession):
        client.limits()
