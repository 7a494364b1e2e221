"""What anybody may ask: what can be had at an address, and to be told when service comes. Braked; nobody is named."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from gigafibre.identity.address import address_of
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.http import RefusalBody
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import current_language
from gigafibre.network import brake, eligibility
from gigafibre.network.actions.interest import CONSENT
from gigafibre.network.api.shapes import plan_out, public_address
from gigafibre.network.schemas import InterestKept, InterestLeft, PublicEligibility

router = Router(tags=["network"])
_REFUSALS = {422: RefusalBody, 429: RefusalBody}
#: Somebody on the public site: nobody we know, who may leave an email.
VISITOR = Actor("public", None, "public", frozenset({"network.interest"}))


@router.get(
    "/eligibility",
    auth=None,
    response={200: PublicEligibility, 404: RefusalBody, **_REFUSALS},
    operation_id="public_eligibility",
)
def public_eligibility(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=200)] = "",
    drop: Annotated[str, Query(pattern=r"^(DROP-\d{1,12})?$")] = "",
) -> dict[str, Any]:
    """Say what can be had at a typed address (or at one that was chosen), with plans and prices."""
    brake.ask(address_of(request))
    found = eligibility.at(drop) if drop else eligibility.find(q)
    return {
        "state": found.state,
        "address": public_address(found.chosen) if found.chosen else None,
        "items": [public_address(one) for one in found.items],
        "plans": [plan_out(plan) for plan in found.plans],
        "interest_list": found.state in {"planned", "not_covered"},
        "consent": CONSENT.in_(current_language()),
    }


@router.post(
    "/eligibility/interest", auth=None, response={200: InterestKept, **_REFUSALS}, operation_id="public_interest"
)
def public_interest(request: HttpRequest, payload: InterestLeft) -> dict[str, Any]:
    """Keep an email for the day service comes to an address; the answer never tells whether it was known."""
    brake.ask(address_of(request))
    perform("network.register_interest", payload.model_dump(), actor=VISITOR)
    return {"kept": True}
