"""Reading customers, for staff and integrations. Writing is `POST /actions/crm.…`."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from gigafibre.crm import queries, reach
from gigafibre.crm.listings import ADDRESS_FILES
from gigafibre.crm.schemas import DuplicateOut, FamilyOut
from gigafibre.kernel.http import Needs, RefusalBody
from gigafibre.kernel.listing import serve
from gigafibre.kernel.validation import BadValue

router = Router(tags=["crm"])
serve(router, "/address-files", ADDRESS_FILES)


@router.get(
    "/customers/duplicates",
    auth=Needs("crm.read"),
    response={200: list[DuplicateOut], 401: RefusalBody, 403: RefusalBody},
    operation_id="list_possible_duplicates",
)
def list_possible_duplicates(
    request: HttpRequest,
    email: Annotated[str, Query(max_length=254)] = "",
    phone: Annotated[str, Query(max_length=40)] = "",
    line1: Annotated[str, Query(max_length=160)] = "",
    city: Annotated[str, Query(max_length=80)] = "",
    name: Annotated[str, Query(max_length=200)] = "",
    but: Annotated[str, Query(max_length=40)] = "",
) -> Any:
    """Name customers with this email, telephone, address or name: shown before a customer is saved."""
    try:
        number = reach.read_phone(phone)[0] if phone else ""
    except BadValue:
        number = ""  # still being typed
    return queries.possible_duplicates(
        email=email.strip().lower(), phone=number, line1=line1, city=city, name=name.strip(), but=but
    )


@router.get("/customers/{number}/family", auth=Needs("crm.read"), response=FamilyOut, operation_id="read_family")
def read_family(request: HttpRequest, number: str) -> Any:
    """Show who pays for a customer, and for whom he pays."""
    return queries.family_of(number)
