"""A login by a person in a browser, whose session can be renewed when it ends."""

import http.client
import os
import re
import ssl
import subprocess
import urllib.parse

import org as orgs


def log_in(client, org):
    """The program prints the address, a browser shows the page, and where that leads to is pasted."""
    program = subprocess.Popen(
        [client.program, "login", "--domain", org.address, "--no-browser"], env=os.environ | client.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    page = urllib.parse.urlparse(next(line for line in program.stdout if line.startswith("https:")).strip())
    browser = http.client.HTTPSConnection(page.netloc, timeout=30, context=ssl.create_default_context(cafile=org.authority))
    browser.request("GET", f"{page.path}?{page.query}")
    answer = browser.getresponse()
    cookie = answer.headers["Set-Cookie"].split(";")[0]
    shown = re.search('name="page" value="([^"]*)"', answer.read().decode())[1]
    form = {"username": orgs.REP, "password": "demo", "decision": "allow", "page": shown}
    browser.request("POST", "/services/oauth2/authorize/decision", urllib.parse.urlencode(form), {
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie})
    answer = browser.getresponse()
    answer.read()
    browser.close()
    output, _ = program.communicate(answer.headers["Location"] + "\n")
    if program.returncode:
        raise RuntimeError(f"login: {program.returncode} {output}")
