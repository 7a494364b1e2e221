"""Issues for tests, also of other apps; made by the verbs, as anybody would."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.support import actions

RESOLUTION = "Câble refait au coin du sous-sol ; le signal tient."


def an_issue(status: str = "open", **given: Any) -> str:
    """Make an issue and bring it into a state; returns its number."""
    with acting_as(SYSTEM):
        customer = given.pop("owner", None) or a_customer()
        asked = {"kind": "repair", "subject": "Aucun signal depuis hier", **given}
        number = actions.open_issue(customer.number, location=a_location(customer).number, **asked).issue
        bring(number, status)
    return number


def bring(number: str, status: str) -> None:
    """Bring an open issue into a state, by one verb after the other."""
    if status == "waiting":
        actions.wait_for_issue(number, awaited="customer", reason="Rappellera lundi")
    elif status == "in_progress":
        actions.start_issue(number)
    elif status in {"resolved", "closed"}:
        actions.resolve_issue(number, resolution=RESOLUTION)
        if status == "closed":
            actions.close_issue(number)
