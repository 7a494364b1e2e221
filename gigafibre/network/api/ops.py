"""What staff and integrations read of the network: drops, ports, eligibility, the interest list, devices."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from gigafibre.catalog.offers import plans_at
from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.kernel.registry import all_actions
from gigafibre.kernel.text import current_language
from gigafibre.network import eligibility, queries, traffic
from gigafibre.network.api.shapes import plan_out, plans_out, staff_address
from gigafibre.network.listings import DROPS, EQUIPMENT, INTERESTS, MOVES, PORTS
from gigafibre.network.schemas import DeviceOut, DevicePageOut, DropPageOut, StaffEligibility, TrafficOut
from gigafibre.subscriptions.queries import subscription

router = Router(tags=["network"])
READ = Needs("network.read")

serve(router, "/drops", DROPS)
serve(router, "/interests", INTERESTS)
serve(router, "/olt-ports", PORTS)
serve(router, "/equipment", EQUIPMENT)
serve(router, "/equipment-moves", MOVES)


@router.get("/eligibility", auth=READ, response=StaffEligibility, operation_id="check_eligibility")
def check_eligibility(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=200)] = "",
    drop: Annotated[str, Query(pattern=r"^(DROP-\d{1,12})?$")] = "",
) -> dict[str, Any]:
    """Say what can be had at a typed address, with its port and the location it serves."""
    found = eligibility.at(drop) if drop else eligibility.find(q)
    return {
        "state": found.state,
        "address": staff_address(found.chosen) if found.chosen else None,
        "items": [staff_address(one) for one in found.items],
        "plans": plans_out(found.plans),
    }


@router.get("/drops/{number}", auth=READ, response=DropPageOut, operation_id="read_drop")
def read_drop(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show a drop whole: address, port, whom it serves, the devices there, the plans sold there."""
    found = queries.drop(number)
    return asdict(found) | {
        "devices": [asdict(one) for one in queries.devices_at([found.location])] if found.location else [],
        "plans": [plan_out(plan) for plan in plans_at(found.zone, found.connection_type, on=clock.today())],
    }


@router.get("/equipment/{number}", auth=READ, response=DevicePageOut, operation_id="read_equipment")
def read_equipment(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show a device whole, with every move it made."""
    words = {action.name: action.label.in_(current_language()) for action in all_actions()}
    moves = [asdict(move) | {"action_label": words.get(move.action, "")} for move in queries.moves_of(number)]
    return asdict(queries.device(number)) | {"moves": moves}


@router.get(
    "/locations/{number}/equipment", auth=READ, response=list[DeviceOut], operation_id="list_location_equipment"
)
def list_location_equipment(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List the devices at a service location."""
    return [asdict(one) for one in queries.devices_at([crm.location(number).number])]


@router.get(
    "/customers/{number}/equipment", auth=READ, response=list[DeviceOut], operation_id="list_customer_equipment"
)
def list_customer_equipment(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List the devices at a customer's locations."""
    return [asdict(one) for one in queries.devices_of(crm.customer(number).number)]


@router.get("/subscriptions/{number}/traffic", auth=READ, response=TrafficOut, operation_id="read_subscription_traffic")
def read_subscription_traffic(request: HttpRequest, number: str, until: datetime.date | None = None) -> dict[str, Any]:
    """Show what a subscription used in 31 days (up to a day, else the last ones) and which addresses it had."""
    key = subscription(number, on=clock.today()).id
    used = traffic.usage_of(key, until)
    return {
        "usage": asdict(used) if used else None,
        "addresses": [asdict(one) for one in traffic.addresses_of(key)],
        "kept_since": traffic.kept_since(),
    }
