"""Examples of the verbs that stand across apps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gigafibre.crm.tests.factories import a_location
from gigafibre.kernel import clock
from gigafibre.kernel.tests.examples import example
from gigafibre.network.tests.factories import a_plugged_drop
from gigafibre.subscriptions.tests.factories import a_subscription


@example("processes.move_customer")
def _move() -> dict[str, Any]:
    served = a_subscription()
    new = a_location(served.customer, line1="9, rue du Pont", city="Howick", postal_code="J0S 1G0")
    a_plugged_drop("9", "rue du Pont", city="Howick", postal_code="J0S 1G0")
    day = (clock.today() + timedelta(days=10)).isoformat()
    return {"customer": served.customer.number, "location": served.location.number, "to": new.number, "on": day}
