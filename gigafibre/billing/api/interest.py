"""What staff and integrations read of late interest."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.billing.interest_schemas import InterestDaysOut, InterestOut, InterestPauseOut
from gigafibre.billing.queries import interest
from gigafibre.kernel.http import Needs
from gigafibre.kernel.money import plain

router = Router(tags=["billing"])
READ = Needs("billing.read")


@router.get("/late-interest", auth=READ, response=InterestOut, operation_id="read_late_interest")
def read_late_interest(request: HttpRequest) -> dict[str, Any]:
    """Return the rates and rules of late interest, and what could be charged today."""
    page = interest.interest_page()
    return asdict(page) | {"percent": plain(page.percent), "rates": [_shaped(row) for row in page.rates]}


@router.get(
    "/charges/{charge}/interest", auth=READ, response=list[InterestDaysOut], operation_id="list_charge_interest_days"
)
def list_charge_interest_days(request: HttpRequest, charge: int) -> list[dict[str, Any]]:
    """List the days, principals and rates that a charge of interest comes from; none for any other charge."""
    return [_shaped(row) for row in interest.interest_days(charge)]


@router.get(
    "/customers/{number}/interest-pauses",
    auth=READ,
    response=list[InterestPauseOut],
    operation_id="list_customer_interest_pauses",
)
def list_customer_interest_pauses(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List a customer's pauses of late interest."""
    return [asdict(row) for row in interest.interest_pauses(number)]


def _shaped(row: interest.RateRow | interest.DaysRow) -> dict[str, Any]:
    return asdict(row) | {"percent": plain(row.percent)}
