"""How blocks of joined pages are put: jobs by chain, devices with their addresses as people read them."""

from __future__ import annotations

from typing import Any

from gigafibre.network.notations import shown_mac

#: States of a job in which nothing is to be done any more.
_OVER = {"completed", "cancelled"}


def network(found: dict[str, Any]) -> dict[str, Any]:
    """Return devices and drops with MAC addresses as people read them."""
    return found | {"devices": [device | {"mac": shown_mac(device["mac"])} for device in found["devices"]]}


def grouped(jobs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return jobs by chain, a job without one alone: to come by the next date, then past by the last, newest first."""
    groups: dict[Any, list[dict[str, Any]]] = {}
    for job in jobs:
        groups.setdefault(job["chain"] or job["number"], []).append(job)
    found = [_group(members) for members in groups.values()]
    coming = sorted((one for one in found if one["coming"]), key=_next)
    past = sorted((one for one in found if not one["coming"]), key=_last, reverse=True)
    return [*coming, *past]


def _group(members: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "coming": any(job["status"] not in _OVER for job in members),
        "contract": members[0]["contract"],
        "done": sum(job["status"] == "completed" for job in members),
        "jobs": members,
    }


def _next(group: dict[str, Any]) -> Any:
    return min((job["date"], job["number"]) for job in group["jobs"] if job["status"] not in _OVER)


def _last(group: dict[str, Any]) -> Any:
    return max((job["completed_on"] or job["date"], job["number"]) for job in group["jobs"])


def jobs(found: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a customer's jobs in groups, and how many he has in all."""
    return {"items": grouped(found), "count": found[0]["total_count"] if found else 0}
