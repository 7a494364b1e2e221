"""How what was read becomes what is answered."""

from __future__ import annotations

from typing import Any

from gigafibre.catalog.offers import PlanHere
from gigafibre.kernel.text import current_language
from gigafibre.network.eligibility import Candidate

_PUBLIC = ("city", "postal_code", "state", "planned_for", "exact")
_STAFF = ("zone", "connection_type", "olt", "frame", "slot", "port", "ont_id", "location")


def plan_out(plan: PlanHere) -> dict[str, Any]:
    """Return a plan with its price as text, in the reader's language."""
    facts = ("code", "service_kind", "segment", "interval_months", "commitment_months", "download_kbps", "upload_kbps")
    said = {name: getattr(plan, name) for name in facts}
    return said | {"name": plan.name.in_(current_language()), "price": f"{plan.price:.2f}"}


def public_address(one: Candidate) -> dict[str, Any]:
    """Return an address as anybody may see it."""
    return {"drop": one.number, "address": one.address} | {name: getattr(one, name) for name in _PUBLIC}


def staff_address(one: Candidate) -> dict[str, Any]:
    """Return an address as staff see it, with its port and location."""
    return public_address(one) | {name: getattr(one, name) for name in _STAFF}
