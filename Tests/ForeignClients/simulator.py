"""The program under test, `org-simulator`, and the users of its org."""

import os
import pathlib
import subprocess

import requests

PROGRAM = pathlib.Path(__file__).parents[2] / ".build/debug/org-simulator"

REP = "rep@demo.example"
COLLEAGUE = "colleague@demo.example"
MANAGER = "manager@demo.example"
ADMIN = "admin@demo.example"
PASSWORD = "demo"


class Simulator:
    """A simulated org over TLS: `address` is where it is, `authority` the file with the certificate authority."""

    def __init__(self, *options, port=0):
        self._process = subprocess.Popen(
            [os.environ.get("ORG_SIMULATOR", PROGRAM), "--port", str(port), "--tls", *options],
            stdout=subprocess.PIPE, text=True)
        self.address = self._told("listening on ")
        self.authority = self._told("certificate authority: ")

    def _told(self, prefix):
        line = self._process.stdout.readline()
        assert line.startswith(prefix), f"org-simulator said {line!r} in place of “{prefix}…”"
        return line.removeprefix(prefix).strip()

    @property
    def port(self):
        return int(self.address.rsplit(":", 1)[1])

    def stop(self):
        self._process.terminate()
        assert self._process.wait(timeout=10) == 0

    def control(self, method, path, body=None):
        """A request to one of the simulator's own endpoints."""
        answer = requests.request(method, f"{self.address}/simulator/{path}", json=body, timeout=30)
        answer.raise_for_status()
        return answer

    def reset(self):
        self.control("POST", "reset")

    def token(self, username, password=PASSWORD):
        """An access token by the OAuth 2.0 username-password flow."""
        form = {"grant_type": "password", "client_id": "tests", "client_secret": "tests",
                "username": username, "password": password}
        answer = requests.post(f"{self.address}/services/oauth2/token", data=form, timeout=30)
        answer.raise_for_status()
        return answer.json()["access_token"]
