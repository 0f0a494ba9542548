"""Several requests in one, sent by simple-salesforce."""

import json

ROOT = "/services/data/v59.0"


def composite(client, requests, all_or_none=False):
    body = json.dumps({"allOrNone": all_or_none, "compositeRequest": requests})
    return client.restful("composite", method="POST", data=body)["compositeResponse"]


def test_a_subrequest_refers_to_what_came_before(rep):
    contact, task, found = composite(rep, [
        {"method": "POST", "url": f"{ROOT}/sobjects/Contact", "referenceId": "ada", "body": {"LastName": "Byron"}},
        {"method": "POST", "url": f"{ROOT}/sobjects/Task", "referenceId": "task",
         "body": {"Subject": "Call her", "WhoId": "@{ada.id}"}},
        {"method": "GET", "url": f"{ROOT}/sobjects/Task/@{{task.id}}?fields=Subject,WhoId", "referenceId": "found"},
    ])
    assert [part["httpStatusCode"] for part in (contact, task, found)] == [201, 201, 200]
    assert task["referenceId"] == "task"
    assert task["httpHeaders"]["Location"] == f"{ROOT}/sobjects/Task/{task['body']['id']}"
    assert found["body"]["WhoId"] == contact["body"]["id"]


def test_one_failure_takes_all_back_when_that_is_asked_for(rep):
    first, second = composite(rep, [
        {"method": "POST", "url": f"{ROOT}/sobjects/Task", "referenceId": "first", "body": {"Subject": "Taken back"}},
        {"method": "POST", "url": f"{ROOT}/sobjects/Task", "referenceId": "second", "body": {"Subject": "x" * 256}},
    ], all_or_none=True)
    assert first["body"][0]["errorCode"] == "PROCESSING_HALTED"
    assert second["body"][0]["errorCode"] == "STRING_TOO_LONG"
    assert rep.query("SELECT COUNT() FROM Task WHERE Subject = 'Taken back'")["totalSize"] == 0


def test_a_batch_answers_each_request_by_itself(rep):
    task = rep.Task.create({"Subject": "Call Ada"})["id"]
    body = json.dumps({"batchRequests": [
        {"method": "GET", "url": f"v59.0/sobjects/Task/{task}?fields=Subject"},
        {"method": "GET", "url": "v59.0/sobjects/Task/00T000000000001AAA"},
    ]})
    answer = rep.restful("composite/batch", method="POST", data=body)
    assert answer["hasErrors"] is True
    assert [result["statusCode"] for result in answer["results"]] == [200, 404]
    assert answer["results"][0]["result"]["Subject"] == "Call Ada"
