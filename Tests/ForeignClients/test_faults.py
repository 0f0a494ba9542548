"""What simple-salesforce makes of the failures that the simulator is told to show."""

import pytest
from simple_salesforce import SalesforceGeneralError, SalesforceMalformedRequest, SalesforceRefusedRequest


@pytest.mark.parametrize("kind, error, status", [
    ("REQUEST_LIMIT_EXCEEDED", SalesforceRefusedRequest, 403),
    ("UNABLE_TO_LOCK_ROW", SalesforceMalformedRequest, 400),
    ("SERVER_UNAVAILABLE", SalesforceGeneralError, 503),
])
def test_a_failure_that_was_asked_for_comes_once(org, rep, kind, error, status):
    org.control("POST", "faults", {"kind": kind})
    with pytest.raises(error) as raised:
        rep.limits()
    assert (raised.value.status, raised.value.content[0]["errorCode"]) == (status, kind)
    assert rep.limits()["DailyApiRequests"]
