"""Searches of simple-salesforce."""

import pytest
from simple_salesforce import SalesforceMalformedRequest


def test_a_search_finds_people_by_a_part_of_the_name(rep):
    found = rep.search("FIND {Lovel*} IN NAME FIELDS RETURNING Contact(Id, Name), Lead(Id, Name)")["searchRecords"]
    assert [(record["attributes"]["type"], record["Name"]) for record in found] == [("Contact", "Ada Lovelace")]


def test_a_quick_search_names_records_of_all_objects(rep):
    found = rep.quick_search("Lovelace")["searchRecords"]
    assert "Contact" in [record["attributes"]["type"] for record in found]
    assert all(record["Id"] for record in found)


def test_a_search_with_parameters_finds_the_same(rep):
    found = rep.restful(
        "parameterizedSearch", params={"q": "Lovelace", "sobject": "Contact", "Contact.fields": "Id,Name"})
    assert [record["Name"] for record in found["searchRecords"]] == ["Ada Lovelace"]


def test_a_search_with_a_mistake_is_malformed(rep):
    with pytest.raises(SalesforceMalformedRequest) as raised:
        rep.search("FIND Lovelace")
    assert raised.value.content[0]["errorCode"] == "MALFORMED_SEARCH"
