"""Who a quotation or a contract that is out is written to, while it waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.sales.models import Contract, Quotation


@dataclass(frozen=True)
class Awaited:
    """What waits for somebody's answer: whose it is, or how he who is no customer is reached; `link` names its link."""

    customer: str
    name: str
    email: str
    phone: str
    language: str
    link: str


def awaited_quotation(number: str) -> Awaited | None:
    """Return whom a quotation waits for; nothing once it is answered or has run out."""
    found = Quotation.objects.select_related("customer").filter(number=number, status="sent").first()
    if found is None:
        return None
    customer = found.customer.number if found.customer else ""
    return Awaited(
        customer, found.prospect_name, found.prospect_email, found.prospect_phone, found.language, found.link
    )


def awaited_contract(number: str) -> Awaited | None:
    """Return whom a contract waits for; nothing once it is over, or when a provider asks for its signature."""
    rows = Contract.objects.select_related("customer")
    found = rows.filter(number=number, status="sent", track="residential").first()
    return Awaited(found.customer.number, "", "", "", found.customer.language, found.link) if found else None
