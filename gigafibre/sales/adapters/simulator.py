"""A provider in memory, for development and tests: it keeps requests, and signs when told to."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import count

import pikepdf

from gigafibre.kernel.text import Text
from gigafibre.sales.adapters import Request, State

SECRET = "simulated"  # noqa: S105  guards nothing


def audit_of(outside_id: str) -> bytes:
    """Return the log of a request: a page of a PDF that says its id."""
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = f"Audit log {outside_id}"
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


class Simulator:
    """Requests by id; `sign`, `decline` do what a person would do at the provider's."""

    def __init__(self) -> None:
        self._ids = count(1001)
        self.requests: dict[str, Request] = {}
        self.reminded: list[str] = []
        self._states: dict[str, State] = {}

    def request(self, wanted: Request) -> str:
        """Keep a request."""
        key = str(next(self._ids))
        self.requests[key] = wanted
        self._states[key] = State(key, "waiting")
        return key

    def find(self, key: str) -> str | None:
        """Return the request made under our key."""
        return next((found for found, wanted in self.requests.items() if wanted.key == key), None)

    def remind(self, outside_id: str) -> None:
        """Count a reminder."""
        self.reminded.append(outside_id)

    def withdraw(self, outside_id: str) -> None:
        """Let a waiting request be signed no longer."""
        if (found := self._states.get(outside_id)) and found.status == "waiting":
            self._states[outside_id] = State(outside_id, "expired")

    def state(self, outside_id: str) -> State:
        """Return how far a request is."""
        return self._states[outside_id]

    def check(self) -> Text:
        """It is always there."""
        return Text("Simulateur : rien ne part.", "Simulator: nothing leaves.")

    def told(self, headers: dict[str, str], body: bytes) -> str | None:
        """Return the request a webhook is about."""
        if {name.lower(): value for name, value in headers.items()}.get("x-docuseal-secret") != SECRET:
            return None
        return str(json.loads(body)["data"]["submission_id"])

    def sign(self, outside_id: str) -> None:
        """Sign as the person the request was for."""
        wanted = self.requests[outside_id]
        if self._states[outside_id].status == "waiting":
            self._states[outside_id] = State(outside_id, "signed", wanted.name, wanted.paper, audit_of(outside_id))

    def decline(self, outside_id: str) -> None:
        """Decline to sign."""
        self._states[outside_id] = State(outside_id, "declined")
