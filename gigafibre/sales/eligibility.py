"""What is sold where an offer is for: the network knows the place, the catalogue its plans and their price there.

The wizard asks the network's own call (`GET /eligibility`), which is the public one with ports; so all say the same.
"""

from __future__ import annotations

from gigafibre.catalog.offers import parts_of, plans_at
from gigafibre.kernel import clock
from gigafibre.kernel.context import rule
from gigafibre.kernel.text import Text
from gigafibre.network.eligibility import place_of
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.queries.contracts import PlanSold

_SOLD_HERE = Text("Le forfait {plan} est vendu à cette adresse", "The plan {plan} is sold at this address")


def lines_at(plan: PlanSold, location: str) -> list[LineGiven]:
    """Return a plan's items as lines, at the price of a location where the place has one of its own."""
    usual = [LineGiven(cycle="monthly", item=sku, quantity=quantity) for sku, quantity in plan.items]
    place = place_of(location)
    if place is None:
        return usual
    here = [one for one in plans_at(place.zone, place.connection_type, on=clock.today()) if one.code == plan.code]
    rule("sales.plan_sold_here", "11-catalog-sales", _SOLD_HERE.with_(plan=plan.code), bool(here))
    parts = parts_of(here, on=clock.today()).get(plan.code, [])
    if not parts:
        return usual
    return [
        LineGiven(cycle="monthly", item=part.item, quantity=part.quantity, unit_price=part.unit_price) for part in parts
    ]
