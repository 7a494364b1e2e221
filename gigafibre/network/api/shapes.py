"""How what was read becomes what is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gigafibre.catalog.offers import PartHere, PlanHere, parts_of
from gigafibre.kernel import clock
from gigafibre.kernel.money import plain
from gigafibre.kernel.text import current_language
from gigafibre.network.eligibility import Candidate

_PUBLIC = ("city", "postal_code", "state", "planned_for", "exact")
_STAFF = ("zone", "connection_type", "olt", "frame", "slot", "port", "ont_id", "location")


def plan_out(plan: PlanHere) -> dict[str, Any]:
    """Return a plan with its price as text, in the reader's language."""
    facts = ("code", "service_kind", "segment", "interval_months", "commitment_months", "download_kbps", "upload_kbps")
    said = {name: getattr(plan, name) for name in facts}
    return said | {"name": plan.name.in_(current_language()), "price": f"{plan.price:.2f}"}


def plans_out(plans: Sequence[PlanHere]) -> list[dict[str, Any]]:
    """Return plans with what each is made of, for staff who offer them."""
    parts = parts_of(plans, on=clock.today())
    return [plan_out(plan) | {"parts": [_part(part) for part in parts[plan.code]]} for plan in plans]


def _part(part: PartHere) -> dict[str, Any]:
    name = part.name.in_(current_language())
    return {"item": part.item, "name": name, "quantity": plain(part.quantity), "unit_price": plain(part.unit_price)}


def public_address(one: Candidate) -> dict[str, Any]:
    """Return an address as anybody may see it."""
    return {"drop": one.number, "address": one.address} | {name: getattr(one, name) for name in _PUBLIC}


def staff_address(one: Candidate) -> dict[str, Any]:
    """Return an address as staff see it, with its port and location."""
    return public_address(one) | {name: getattr(one, name) for name in _STAFF}
