"""Examples of the actions of support: each builds its state and returns valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.tests.examples import example
from gigafibre.support.tests.factories import RESOLUTION, an_issue


@example("support.open_issue")
def _open() -> dict[str, Any]:
    place = a_location(a_customer())
    return {
        "customer": place.customer.number,
        "location": place.number,
        "kind": "installation",
        "subject": "Installation de la fibre",
        "details": "Entrée par le garage, chien dans la cour.",
        "priority": "high",
        "department": "dispatch",
        "assignee": a_user("dispatcher").username,
        "contract": "CTR-1042",
    }


@example("support.comment_issue")
def _comment() -> dict[str, Any]:
    return {"issue": an_issue(), "text": "Le routeur clignote rouge.", "audience": "customer"}


@example("support.assign_issue")
def _assign() -> dict[str, Any]:
    return {"issue": an_issue(), "department": "support", "assignee": a_user("support").username}


@example("support.edit_issue")
def _edit() -> dict[str, Any]:
    return {"issue": an_issue(), "subject": "Signal faible", "kind": "other", "priority": "low", "details": "Le soir."}


@example("support.start_issue")
def _start() -> dict[str, Any]:
    return {"issue": an_issue("waiting")}


@example("support.wait_for_issue")
def _wait() -> dict[str, Any]:
    return {"issue": an_issue("in_progress"), "awaited": "supplier", "reason": "La pièce arrive jeudi"}


@example("support.resolve_issue")
def _resolve() -> dict[str, Any]:
    return {"issue": an_issue("in_progress"), "resolution": RESOLUTION}


@example("support.close_issue")
def _close() -> dict[str, Any]:
    return {"issue": an_issue("resolved")}


@example("support.reopen_issue")
def _reopen() -> dict[str, Any]:
    return {"issue": an_issue("closed"), "reason": "Le signal est retombé"}
