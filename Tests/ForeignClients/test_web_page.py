"""The web page of the simulated org, in Chromium."""

import datetime

import pytest
from selenium.webdriver.common.keys import Keys

import browser
import simulator

TODAY = datetime.date.today()


@pytest.fixture(scope="module")
def driver():
    driver = browser.start()
    yield driver
    driver.quit()


@pytest.fixture
def page(driver, org):
    page = browser.TaskPage(driver, org.address)
    yield page
    page.leave()
    # What the browser itself has to complain about: errors of a script, something that the security policy refused.
    complaints = [entry for entry in driver.get_log("browser") if entry["source"] != "network"]
    assert complaints == []


@pytest.fixture
def add_task(rep):
    """Puts a task that is due today into the org, by REST; answers its Id."""
    return lambda subject, **fields: rep.Task.create(
        {"Subject": subject, "ActivityDate": TODAY.isoformat(), **fields})["id"]


# What is shown


def test_the_list_shows_what_is_due_today(page):
    assert len(page.subjects) == 12
    assert page.driver.title == "Tasks"


@pytest.mark.parametrize("due, condition", [
    ("tomorrow", "ActivityDate = TOMORROW AND IsClosed = false"),
    ("overdue", "ActivityDate < TODAY AND IsClosed = false"),
    ("open", "IsClosed = false"),
])
def test_a_filter_shows_what_the_org_finds(page, rep, due, condition):
    found = rep.query_all(f"SELECT Subject FROM Task WHERE {condition}")["records"]
    page.show(due)
    page.until(lambda: sorted(page.subjects) == sorted(record["Subject"] for record in found))


def test_a_long_list_comes_in_parts(page):
    page.show("completed")
    page.until(lambda: len(page.subjects) == 200)
    page.find("#more").click()
    page.until(lambda: len(page.subjects) > 200)
    assert not page.find("#more").is_displayed()


def test_the_tasks_of_others_are_shown_when_asked_for(page, colleague):
    page.choose("#filter [name=owner]", "Sam Okafor")
    page.until(lambda: page.subjects == [])
    assert page.text("#list") == "Nothing is due today."
    colleague.Task.create({"Subject": "Sam's own", "ActivityDate": TODAY.isoformat()})
    page.shows("Sam's own")
    assert "of Sam Okafor" in page.notes("Sam's own")


def test_another_user_logs_in(page):
    page.choose("#user", "Sam Okafor")
    page.until(lambda: page.text("#list") == "Nothing is due today.")
    page.choose("#user", "Another user…")
    page.find("#login [name=username]").send_keys(simulator.REP)
    page.find("#login [name=password]").send_keys("wrong" + Keys.ENTER)
    page.until(lambda: page.text("#login .error") == "authentication failure")
    page.find("#login [name=password]").send_keys(simulator.PASSWORD + Keys.ENTER)
    page.until(lambda: len(page.subjects) == 12)


HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>\x1b[31m\u202egnp.exe"


def test_a_hostile_subject_is_shown_as_text(page, add_task):
    add_task(HOSTILE)
    page.until(lambda: any(subject.startswith("<img") for subject in page.subjects))
    shown = next(subject for subject in page.subjects if subject.startswith("<img"))
    assert shown == HOSTILE.replace("\x1b", "␛").replace("\u202e", "\ufffd")
    assert page.driver.execute_script("return document.querySelectorAll('#list img, #list script').length") == 0
    page.open(shown)
    page.save()
    page.until_closed()


# What the user does


def test_a_task_is_added(page, rep):
    page.add("Call Ada")
    page.shows("Call Ada")
    page.until(lambda: "Saving…" not in page.text("#list"))
    (record,) = rep.query("SELECT Owner.Name, ActivityDate FROM Task WHERE Subject = 'Call Ada'")["records"]
    assert (record["Owner"]["Name"], record["ActivityDate"]) == ("Robin Verhoeven", TODAY.isoformat())


def test_a_task_that_the_org_refuses_stays_in_the_form_with_the_reason(page):
    subject = "x" * 256
    page.add(subject)
    page.until(lambda: "data value too large" in page.text("#add-error"))
    assert page.find("#add [name=Subject]").get_attribute("value") == subject
    page.hides(subject)


def test_a_task_is_completed_and_opened_again(page, rep, add_task):
    task = add_task("Done soon")
    page.shows("Done soon")
    page.toggle("Done soon")
    page.hides("Done soon")
    assert rep.Task.get(task)["IsClosed"] is True
    page.until(lambda: page.find("#notice button")).click()
    page.shows("Done soon")
    page.until(lambda: "Saving…" not in page.notes("Done soon"))
    assert rep.Task.get(task)["Status"] == "Not Started"


def test_a_task_is_edited(page, rep, add_task):
    task = add_task("Old")
    page.shows("Old")
    page.open("Old")
    page.fill("Subject", "New")
    page.choose("#editor [name=Priority]", "High")
    page.choose("#editor [name=Status]", "In Progress")
    page.fill("Description", "First line\nsecond line")
    page.save()
    page.until_closed()
    page.shows("New")
    assert {"▲ High", "In Progress"} <= set(page.notes("New"))
    record = rep.Task.get(task)
    assert (record["Subject"], record["Priority"], record["Status"]) == ("New", "High", "In Progress")
    assert record["Description"] == "First line\nsecond line"


def test_a_person_is_found_by_a_part_of_the_name(page, rep, add_task):
    task = add_task("Whose?")
    page.shows("Whose?")
    page.open("Whose?")
    page.fill("WhoId", "lovel")
    option = page.until(lambda: page.find("#people option").get_attribute("value"))
    assert option.startswith("Ada Lovelace, ")
    page.save()
    page.until(lambda: "Choose a person" in page.text("#error-WhoId"))
    page.fill("WhoId", option)
    page.save()
    page.until_closed()
    page.until(lambda: "Ada Lovelace" in page.notes("Whose?"))
    assert rep.Task.get(task)["WhoId"].startswith("003")


def test_an_edit_that_the_org_refuses_is_told_at_the_field(page, add_task):
    add_task("Short")
    page.shows("Short")
    page.open("Short")
    page.driver.execute_script("arguments[0].value = 'x'.repeat(256)", page.control("Subject"))
    page.save()
    page.until(lambda: "data value too large" in page.text("#error-Subject"))
    assert page.control("Subject").get_attribute("aria-invalid") == "true"
    page.fill("Subject", "Short enough")
    page.save()
    page.until_closed()
    page.shows("Short enough")


def test_a_task_is_deleted_when_asked_for_twice(page, rep, add_task):
    task = add_task("Gone soon")
    page.shows("Gone soon")
    page.open("Gone soon")
    page.control("delete").click()
    assert page.control("delete").text == "Delete it now"
    page.control("delete").click()
    page.until_closed()
    page.hides("Gone soon")
    assert rep.query(f"SELECT Id FROM Task WHERE Id = '{task}'")["totalSize"] == 0


def test_all_can_be_done_from_the_keyboard(page, add_task):
    add_task("A first one", Priority="High")
    page.shows("A first one")
    page.find("body").send_keys("n")
    assert page.driver.switch_to.active_element.get_attribute("name") == "Subject"
    page.row("A first one").find_element("css selector", ".subject").send_keys(Keys.ARROW_DOWN)
    second = page.driver.switch_to.active_element
    assert second.get_attribute("class") == "subject"
    second.send_keys(Keys.ENTER)
    page.until(lambda: page.find("#editor").is_displayed())
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.until_closed()


def test_a_field_that_is_hidden_from_a_user_is_not_there(page, rep, add_task):
    kim = rep.query("SELECT Id FROM User WHERE Username = 'restricted@demo.example'")["records"][0]["Id"]
    add_task("Kim's", OwnerId=kim)
    page.choose("#user", "Kim Nowak")
    page.shows("Kim's")
    page.open("Kim's")
    assert not page.control("Description").is_displayed()
    assert not page.control("Priority").is_enabled()
    page.fill("Subject", "Changed by Kim")
    page.save()
    page.until_closed()
    page.shows("Changed by Kim")


def test_what_a_user_may_not_do_is_taken_back_and_told(page, add_task):
    add_task("Read only")
    page.choose("#user", "Mira Haddad")
    page.until(lambda: page.text("#list") == "Nothing is due today.")
    page.choose("#filter [name=owner]", "Robin Verhoeven")
    page.shows("Read only")
    page.toggle("Read only")
    page.until(lambda: page.text("#problem").startswith("“Read only”: "))
    assert not page.row("Read only").find_element("css selector", "input").is_selected()


# Live


def test_a_change_from_outside_appears_by_itself(page, colleague, add_task):
    task = add_task("Before")
    page.shows("Before")
    colleague.Task.update(task, {"Subject": "After"})
    page.shows("After")
    assert "← Sam Okafor" in page.notes("After")
    colleague.Task.delete(task)
    page.hides("After")


def test_nothing_typed_is_lost_when_the_task_changes(page, rep, colleague, add_task):
    task = add_task("Mine")
    page.shows("Mine")
    page.open("Mine")
    page.fill("Subject", "What I typed")
    colleague.Task.update(task, {"Subject": "Theirs", "Priority": "Low"})
    page.until(lambda: page.text("#editor .changed") ==
               "Changed by Sam Okafor: Subject, Priority. What you typed is kept: Subject.")
    assert page.control("Subject").get_attribute("value") == "What I typed"
    assert page.control("Priority").get_attribute("value") == "Low"
    page.save()
    page.until_closed()
    page.shows("What I typed")
    assert rep.Task.get(task)["Priority"] == "Low"


def test_a_task_that_is_deleted_while_it_is_edited_is_told(page, colleague, add_task):
    task = add_task("Mine")
    page.shows("Mine")
    page.open("Mine")
    page.fill("Subject", "What I typed")
    colleague.Task.delete(task)
    page.until(lambda: "This task was deleted" in page.text("#editor .changed"))
    page.save()
    page.until(lambda: page.text("#editor .form.error") == "entity is deleted")
    assert page.control("Subject").get_attribute("value") == "What I typed"


def test_a_session_that_ends_is_renewed(page, org, connect):
    org.control("POST", "sessions/expire")
    page.add("After the end")
    page.shows("After the end")
    connect(simulator.REP).Task.create({"Subject": "Still live", "ActivityDate": TODAY.isoformat()})
    page.shows("Still live")


def test_a_lost_connection_is_told_and_made_up_for(driver):
    org = simulator.Simulator()
    page = browser.TaskPage(driver, org.address)
    org.stop()
    page.until(lambda: page.text("#connection").startswith("Connection lost"))
    page.add("Not lost")
    page.until(lambda: "cannot be reached" in page.text("#add-error"))
    assert page.find("#add [name=Subject]").get_attribute("value") == "Not lost"
    # The same org at the same place, but it knows no session of before.
    org = simulator.Simulator("--tasks", "3", port=org.port)
    page.until(lambda: page.text("#connection") == "Live" and len(page.subjects) == 3)
    page.find("#add button").click()
    page.shows("Not lost")
    org.stop()


def test_a_user_who_may_not_stream_is_kept_up_to_date_by_polling(page, org, rep):
    page.choose("#user", "Sam Okafor")
    page.until(lambda: page.text("#connection") == "Live")
    # The PushTopic that the rep's page had made is gone.
    org.reset()
    page.until(lambda: page.text("#connection") == "Every 5 seconds")
    page.choose("#filter [name=owner]", "Robin Verhoeven")
    rep.Task.create({"Subject": "Polled", "ActivityDate": TODAY.isoformat()})
    page.shows("Polled")


def test_the_org_begins_anew_and_the_page_follows(page, org, add_task):
    add_task("Until the reset")
    page.shows("Until the reset")
    org.reset()
    page.hides("Until the reset")
    assert len(page.subjects) == 12


# How it looks


@pytest.mark.parametrize("scheme, is_dark", [("light", False), ("dark", True)])
def test_the_page_follows_the_color_scheme(page, scheme, is_dark):
    page.emulate("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    color = page.find("body").value_of_css_property("background-color")
    red = int(color.split("(")[1].split(",")[0])
    assert (red < 64) == is_dark


def test_nothing_sticks_out_at_the_width_of_a_phone(page, add_task):
    add_task("A subject without a single space " + "x" * 200)
    page.emulate("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=2, mobile=True)
    page.until(lambda: any("xxx" in subject for subject in page.subjects))
    assert page.driver.execute_script("return document.documentElement.scrollWidth") <= 360
