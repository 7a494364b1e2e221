"""Pages that join apps: the customer's, with everything on it; reports on the books."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.errors import Detail, InvalidInput
from gigafibre.kernel.http import ANYBODY, Needs, actor_of
from gigafibre.kernel.listing import serve
from gigafibre.kernel.text import Text
from gigafibre.reports import queries
from gigafibre.reports.aging import AGING
from gigafibre.reports.books import DEFERRED, GENERAL_LEDGER, REVENUE, TRIAL_BALANCE
from gigafibre.reports.customer_360 import customer_360
from gigafibre.reports.customers import CUSTOMERS
from gigafibre.reports.dashboard import dashboard
from gigafibre.reports.dashboard_schemas import DashboardOut
from gigafibre.reports.departments import DEPARTMENTS
from gigafibre.reports.locations import LOCATIONS
from gigafibre.reports.map_schemas import LocationMapOut
from gigafibre.reports.maps import location_map
from gigafibre.reports.moves import MOVES
from gigafibre.reports.road import road, road_of_job, road_of_subscription
from gigafibre.reports.road_schemas import RoadOut
from gigafibre.reports.schemas import CustomerPage, TimelinePage
from gigafibre.reports.subscription_page import subscription_page
from gigafibre.reports.subscription_schemas import SubscriptionPageOut
from gigafibre.reports.tax_return import TAX_DOCUMENTS, TAX_RETURN

router = Router(tags=["reports"])

serve(router, "/reports/aging", AGING)
serve(router, "/reports/recurring-moves", MOVES)
serve(router, "/reports/trial-balance", TRIAL_BALANCE)
serve(router, "/reports/general-ledger", GENERAL_LEDGER)
serve(router, "/reports/revenue", REVENUE)
serve(router, "/reports/deferred", DEFERRED)
serve(router, "/reports/tax-return", TAX_RETURN)
serve(router, "/reports/tax-documents", TAX_DOCUMENTS)
serve(router, "/customers", CUSTOMERS)
serve(router, "/locations", LOCATIONS)
serve(router, "/departments", DEPARTMENTS)


@router.get(
    "/locations/{number}/map", auth=Needs("crm.read"), response=LocationMapOut, operation_id="read_location_map"
)
def read_location_map(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show a place on the map: its point and how sure it is, and the doors around, drops to who may see the network."""
    return location_map(number, actor_of(request))


@router.get("/dashboard", auth=ANYBODY, response=DashboardOut, exclude_unset=True, operation_id="read_dashboard")
def read_dashboard(request: HttpRequest) -> dict[str, Any]:
    """Show the day, each part to who may see it: jobs, issues, arrears, what waits; the company's money and revenue."""
    return dashboard(actor_of(request))


@router.get(
    "/customers/{number}",
    auth=Needs("crm.read"),
    response=CustomerPage,
    exclude_unset=True,
    operation_id="read_customer",
)
def read_customer(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show a customer, each block to who may see it: contacts, locations, services, money, promises, timeline."""
    return customer_360(number, actor_of(request))


@router.get(
    "/customers/{number}/timeline", auth=Needs("crm.read"), response=TimelinePage, operation_id="read_customer_timeline"
)
def read_customer_timeline(request: HttpRequest, number: str, kind: str = "", cursor: str = "") -> dict[str, Any]:
    """Show a page of a customer's timeline, all or one kind: money, sales, field, network, messages, notes, changes."""
    return queries.customer_timeline(number, kind, _moment(cursor), actor_of(request))


@router.get(
    "/subscriptions/{number}",
    auth=Needs("subscriptions.read"),
    response=SubscriptionPageOut,
    exclude_unset=True,
    operation_id="read_subscription",
)
def read_subscription(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show a subscription whole: price and why, what is charged, what waits, planned changes, timeline."""
    return subscription_page(number, actor_of(request))


@router.get(
    "/subscriptions/{number}/timeline",
    auth=Needs("subscriptions.read"),
    response=TimelinePage,
    operation_id="read_subscription_timeline",
)
def read_subscription_timeline(request: HttpRequest, number: str, kind: str = "", cursor: str = "") -> dict[str, Any]:
    """Show a page of a subscription's timeline, of one kind (as a customer’s) or all."""
    return queries.subscription_timeline(number, kind, _moment(cursor), actor_of(request))


@router.get("/contracts/{number}/road", auth=Needs("sales.read"), response=RoadOut, operation_id="read_contract_road")
def read_contract_road(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show where the order of a contract stands, from signed to paid, and what was set aside on the way."""
    return road(number, actor_of(request))


@router.get("/jobs/{number}/road", auth=Needs("dispatch.read"), response=RoadOut, operation_id="read_job_road")
def read_job_road(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show where the order stands that a job belongs to."""
    return road_of_job(number, actor_of(request))


@router.get(
    "/subscriptions/{number}/road",
    auth=Needs("subscriptions.read"),
    response=RoadOut,
    operation_id="read_subscription_road",
)
def read_subscription_road(request: HttpRequest, number: str) -> dict[str, Any]:
    """Show where the order stands that a subscription came of."""
    return road_of_subscription(number, actor_of(request))


def _moment(cursor: str) -> datetime | None:
    try:
        return datetime.fromisoformat(cursor) if cursor else None
    except ValueError:
        wrong = Text("Ce curseur n’est pas valide.", "This cursor is not valid.")
        raise InvalidInput(Detail("cursor", "invalid_cursor", wrong)) from None
