"""Where an order stands: signed, acknowledged, issue, jobs, active, invoiced, paid; each with its day and record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.text import current_language
from gigafibre.reports.reading import rows

#: The steps in their order, and what one must be allowed to see them.
STEPS = {
    "signed": "sales.read",
    "told": "messaging.read",
    "issue": "support.read",
    "jobs": "dispatch.read",
    "active": "subscriptions.read",
    "invoiced": "billing.read",
    "paid": "billing.read",
}
#: The step that must be done before one can be under way.
_AFTER = {
    "told": "signed",
    "issue": "signed",
    "jobs": "signed",
    "active": "jobs",
    "invoiced": "active",
    "paid": "invoiced",
}
#: Words of a handler's name, or of an intent's kind, that say which step it makes; the first that fits.
_SAYS = {
    "acknowledge": "told",
    "messaging": "told",
    "installation": "issue",
    "issue": "issue",
    "technician": "jobs",
    "job": "jobs",
    "equipment": "jobs",
    "bill": "invoiced",
    "invoice": "invoiced",
    "charge": "invoiced",
    "service": "active",
    "commitment": "active",
    "connect": "active",
    "recommended": "active",
}
#: The step that follows a fact, where no word says it.
_LEADS_TO = {"dispatch": "jobs", "subscriptions": "active", "billing": "invoiced", "support": "issue"}


def road(contract: str, actor: Actor) -> dict[str, Any]:
    """Return where the order of a contract stands, as far as the reader may see: two queries. Or NotFound."""
    found = rows("road", {"number": contract, "language": current_language()})
    if not found:
        raise NotFound(what=contract)
    (it,) = found
    failures = _failures(it)
    steps = _steps(it, {one["step"] for one in failures})
    shown = {step["key"] for step in steps if actor.may(STEPS[step["key"]])}
    mends = actor.may("kernel.parked")
    return {
        "contract": it["number"],
        "customer": it["customer"],
        "steps": [step for step in steps if step["key"] in shown],
        "jobs": it["jobs"] if "jobs" in shown else [],
        "subscriptions": it["subscriptions"] if "active" in shown else [],
        "failures": [one | {"error": one["error"] if mends else ""} for one in failures if one["step"] in shown],
    }


def road_of_job(job: str, actor: Actor) -> dict[str, Any]:
    """Return where the order stands that a job belongs to, or NotFound."""
    return road(_contract_of("road_of_job", job), actor)


def road_of_subscription(subscription: str, actor: Actor) -> dict[str, Any]:
    """Return where the order stands that a subscription came of, or NotFound."""
    return road(_contract_of("road_of_subscription", subscription), actor)


def _contract_of(script: str, number: str) -> str:
    found = rows(script, {"number": number})
    return str(found[0]["contract"]) if found else ""


def _failures(it: dict[str, Any]) -> list[dict[str, Any]]:
    services = [one["number"] for one in it["subscriptions"]]
    about = [f"contract:{it['number']}", *(f"subscription:{number}" for number in services)]
    if it["issue"]:
        about.append(f"issue:{it['issue']['number']}")
    about += [f"job:{job['number']}" for job in it["jobs"]]
    if it["invoice"]:
        about.append(f"invoice:{it['invoice']['number']}")
    parked = rows("road_parked", {"number": it["number"], "subjects": about, "subscriptions": services})
    return [one | {"step": _step_of(one)} for one in parked]


def _step_of(parked: dict[str, Any]) -> str:
    """Return the step that work set aside belongs to."""
    name = parked["what"].rsplit(".", 1)[-1] if parked["kind"] == "delivery" else parked["what"]
    said = next((step for word, step in _SAYS.items() if word in name), None)
    return said or _LEADS_TO.get(parked["fact"].split(".")[0], "signed")


def _steps(it: dict[str, Any], failed: set[str]) -> list[dict[str, Any]]:
    made = {
        "signed": _signed(it),
        "told": _told(it),
        "issue": _issue(it),
        "jobs": _jobs(it),
        "active": _active(it),
        "invoiced": _invoiced(it),
        "paid": _paid(it),
    }
    over = it["status"] in {"cancelled", "expired"}
    for key, step in made.items():
        wrong = step.pop("failed", False) or key in failed
        step["state"] = "done" if step.pop("is_done") else "failed" if wrong else "stopped" if over else "waits"
    went_on = any(made[key]["state"] == "done" for key in ("jobs", "active", "invoiced"))
    for key, gate in _AFTER.items():
        if made[key]["state"] == "waits" and made[gate]["state"] == "done":
            made[key]["state"] = "skipped" if went_on and key in {"told", "issue"} else "now"
    if made["signed"]["state"] == "waits":
        made["signed"]["state"] = "now"
    return [{"key": key, **made[key]} for key in STEPS]


def _signed(it: dict[str, Any]) -> dict[str, Any]:
    over = it["status"] in {"cancelled", "expired"}
    at = it["ended_at"] if over else it["signed_at"]
    return {"is_done": it["status"] == "signed", "on": _day(at), "record": it["number"]}


def _told(it: dict[str, Any]) -> dict[str, Any]:
    """The acknowledgement of the order, by message."""
    told = it["told"]
    if told is None:
        return {"is_done": False}
    return {
        "is_done": told["state"] in {"sent", "delivered"},
        "failed": told["state"] in {"failed", "suppressed"},
        "on": _day(datetime.fromisoformat(told["at"])),
        "record": str(told["id"]),
    }


def _issue(it: dict[str, Any]) -> dict[str, Any]:
    issue = it["issue"]
    if issue is None:
        return {"is_done": False}
    return {"is_done": True, "on": issue["opened_on"], "record": issue["number"]}


def _jobs(it: dict[str, Any]) -> dict[str, Any]:
    due = [job for job in it["jobs"] if job["status"] != "cancelled"]
    completed = [job for job in due if job["status"] == "completed"]
    left = [job for job in due if job["status"] != "completed"]
    done = bool(due) and not left
    dates = [job["completed_on"] for job in completed] if done else [job["date"] for job in left]
    return {
        "is_done": done,
        "on": (max(dates) if done else min(dates)) if dates else None,
        "record": left[0]["number"] if left else (due[-1]["number"] if due else None),
        "done": len(completed),
        "total": len(due),
    }


def _active(it: dict[str, Any]) -> dict[str, Any]:
    services = it["subscriptions"]
    started = [one["started_on"] for one in services if one["started_on"] and one["state"] != "pending"]
    return {
        "is_done": bool(services) and len(started) == len(services),
        "on": max(started) if started else None,
        "record": services[0]["number"] if services else None,
        "done": len(started),
        "total": len(services),
    }


def _invoiced(it: dict[str, Any]) -> dict[str, Any]:
    invoice = it["invoice"]
    if invoice is None:
        return {"is_done": False}
    return {"is_done": True, "on": invoice["date"], "record": invoice["number"], "amount": invoice["total"]}


def _paid(it: dict[str, Any]) -> dict[str, Any]:
    invoice = it["invoice"]
    if invoice is None:
        return {"is_done": False}
    paid = invoice["open"] == "0.00"
    return {
        "is_done": paid,
        "on": invoice["settled_on"] if paid else None,
        "record": invoice["number"],
        "amount": None if paid else invoice["open"],
    }


def _day(at: Any) -> Any:
    return clock.day_of(at) if at else None
