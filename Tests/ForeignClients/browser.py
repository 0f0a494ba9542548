"""The web page of the simulated org in a browser without a window, as the tests see it."""

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

PATIENCE = 10


def start():
    """Debian's Chromium; no sandbox, because tests may run as root, and no shared memory, which containers lack."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    # The browser takes certificate authorities from a database of its own only.
    options.accept_insecure_certs = True
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=900,1000"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


class TaskPage:
    """The page, and what a user does there."""

    def __init__(self, driver, address):
        self.driver = driver
        driver.get(address)
        self.until(lambda: self.text("#connection") == "Live")

    def leave(self):
        """Leaves nothing behind in the browser for the next test."""
        self.driver.execute_script("sessionStorage.clear()")
        self.emulate("Emulation.setEmulatedMedia", features=[])
        self.emulate("Emulation.clearDeviceMetricsOverride")

    def emulate(self, command, **parameters):
        self.driver.execute_cdp_cmd(command, parameters)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.find(selector).text

    def until(self, condition):
        """Waits until something holds; answers what it gave."""
        return WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=[Exception]).until(
            lambda _: condition(), "it did not come about")

    @property
    def subjects(self):
        """What the list shows, read at one moment."""
        return self.driver.execute_script(
            "return [...document.querySelectorAll('.task .subject > bdi')].map((title) => title.textContent)")

    def row(self, subject):
        """The row of a task, or nothing."""
        return self.driver.execute_script(
            "return [...document.querySelectorAll('.task')]"
            ".find((row) => row.querySelector('.subject > bdi').textContent === arguments[0])", subject)

    def shows(self, subject):
        self.until(lambda: subject in self.subjects)

    def hides(self, subject):
        self.until(lambda: subject not in self.subjects)

    def notes(self, subject):
        return self.row(subject).find_element(By.CSS_SELECTOR, ".notes").text.split("\n")

    def show(self, due):
        self.find(f"#filter input[value={due}]").click()
        self.until(lambda: self.find("#list").get_attribute("aria-busy") == "false")

    def choose(self, selector, text):
        Select(self.find(selector)).select_by_visible_text(text)

    def add(self, subject):
        self.find("#add [name=Subject]").send_keys(subject + Keys.ENTER)

    def toggle(self, subject):
        self.row(subject).find_element(By.CSS_SELECTOR, "input").click()

    def open(self, subject):
        self.row(subject).find_element(By.CSS_SELECTOR, ".subject").click()
        self.until(lambda: self.find("#editor").is_displayed())

    def control(self, name):
        return self.find(f"#editor [name={name}]")

    def fill(self, name, text):
        self.control(name).clear()
        self.control(name).send_keys(text)

    def save(self):
        self.control("save").click()

    def until_closed(self):
        self.until(lambda: not self.find("#editor").is_displayed())
