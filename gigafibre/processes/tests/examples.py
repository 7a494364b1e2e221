"""Examples of the verbs that stand across apps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gigafibre.crm.tests.factories import a_location
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import example
from gigafibre.network.tests.factories import a_plugged_drop
from gigafibre.processes import actions as orders
from gigafibre.sales.actions import subscribe_contract
from gigafibre.sales.tests.factories import a_contract, read_and_sign
from gigafibre.subscriptions.tests.factories import a_subscription


@example("processes.move_customer")
def _move() -> dict[str, Any]:
    served = a_subscription()
    new = a_location(served.customer, line1="9, rue du Pont", city="Howick", postal_code="J0S 1G0")
    a_plugged_drop("9", "rue du Pont", city="Howick", postal_code="J0S 1G0")
    day = (clock.today() + timedelta(days=10)).isoformat()
    return {"customer": served.customer.number, "location": served.location.number, "to": new.number, "on": day}


def _signed() -> str:
    """A contract signed today; nothing of what follows was done."""
    with acting_as(SYSTEM):
        contract = a_contract(sent=True, commitment_months=24)
        read_and_sign(contract)
    return str(contract.number)


def _begun() -> str:
    contract = _signed()
    with acting_as(SYSTEM):
        subscribe_contract(contract)
        orders.begin_order(contract)
    return contract


@example("processes.begin_order")
def _begin() -> dict[str, Any]:
    return {"contract": _signed()}


@example("processes.acknowledge_order")
def _acknowledge() -> dict[str, Any]:
    return {"contract": _begun()}


@example("processes.start_services")
def _start() -> dict[str, Any]:
    return {"contract": _begun()}


@example("processes.connect_address")
def _connect() -> dict[str, Any]:
    contract = _begun()
    a_plugged_drop()
    return {"contract": contract}


@example("processes.commit_service")
def _commit() -> dict[str, Any]:
    contract = _begun()
    with acting_as(SYSTEM):
        (number,) = orders.start_services(contract)
    return {"subscription": number}


@example("processes.close_installation")
def _close() -> dict[str, Any]:
    return {"contract": _begun()}


@example("processes.call_back_technicians")
def _call_back() -> dict[str, Any]:
    return {"contract": _begun(), "reason": "Le client a changé d’avis"}


@example("processes.withdraw_services")
def _withdraw() -> dict[str, Any]:
    return {"contract": _begun(), "reason": "Le client a changé d’avis"}


@example("processes.repair_orders")
def _repair() -> dict[str, Any]:
    _signed()
    return {"signed_since": clock.today().isoformat()}
