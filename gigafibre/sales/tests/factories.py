"""Quotations, legal texts and contracts, for tests of this app and of the floors above."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import settings
from gigafibre.sales.actions import (
    create_contract,
    create_quotation,
    note_reading,
    send_contract,
    send_quotation,
    sign_contract,
)
from gigafibre.sales.models import Contract, LegalText, Quotation
from gigafibre.sales.offers import LineGiven

_emails = count(1)


def a_provider() -> None:
    """Say who sends papers."""
    settings.put("company.legal_name", "Fibre du Haut-Saint-Laurent inc.")
    settings.put("company.name", "Fibre HSL")
    settings.put("company.address", "12, rue du Pont, Saint-Anicet (Québec) J0S 1M0")
    settings.put("company.registrations", {"GST": "814732019 RT0001", "QST": "1218840736 TQ0001"})


def an_installation(price: str = "95.00") -> Any:
    """Return a one-time installation at the customer's."""
    return an_item(price, kind="labour", service_kind="other", group=a_group("fees", account="4020"))


def offer_lines(*, monthly: str = "60.00", once: str = "95.00", **off: Any) -> list[LineGiven]:
    """Return a monthly line (with a promotion, if given) and one paid once."""
    lines = [LineGiven(cycle="monthly", item=an_item(monthly).sku, **off)]
    if once:
        lines.append(LineGiven(cycle="once", item=an_installation(once).sku))
    return lines


def a_quotation(*, sent: bool = False, prospect: str = "", **given: Any) -> Quotation:
    """Return a quotation, for a new customer at his place unless it is for a prospect; sent if wanted."""
    a_provider()
    given.setdefault("lines", offer_lines())
    if prospect:
        made = create_quotation(prospect_name=prospect, address="8, rang du Nord, Saint-Anicet", **given)
    else:
        customer = given.pop("customer", None) or a_customer()
        made = create_quotation(customer=customer.number, location=a_location(customer).number, **given)
    if sent:
        send_quotation(made.number)
    return Quotation.objects.get(number=made.number)


def legal_texts() -> list[LegalText]:
    """Return the texts in force: the service, and how to cancel."""
    said = {
        "service": ("Conditions du service", "Terms of service"),
        "cancellation": ("Résiliation", "Cancellation"),
    }
    return [
        LegalText.objects.get_or_create(
            code=code,
            version=1,
            defaults={
                "position": at,
                "title_fr": fr,
                "title_en": en,
                "body_fr": f"{fr} : le client peut résilier en tout temps par un avis.",
                "body_en": f"{en}: the customer may cancel at any time by notice.",
                "since": date(2026, 1, 1),
            },
        )[0]
        for at, (code, (fr, en)) in enumerate(said.items(), start=1)
    ]


def a_contract(*, sent: bool = False, **given: Any) -> Contract:
    """Return a contract of a monthly line and an installation, for a new consumer unless a customer is given; sent."""
    a_provider()
    legal_texts()
    customer = given.pop("customer", None) or a_customer(email=f"client{next(_emails)}@example.org")
    given.setdefault("lines", offer_lines())
    made = create_contract(customer.number, location=a_location(customer).number, **given)
    if sent:
        send_contract(made.number)
    return Contract.objects.get(number=made.number)


def read_and_sign(contract: Contract, **given: Any) -> Any:
    """Sign a contract as its customer would: read in French, then in the language asked for."""
    note_reading(contract.number, language="fr", address="203.0.113.7", agent="Firefox")
    language = given.setdefault("language", "fr")
    if language != "fr":
        note_reading(contract.number, language=language, address="203.0.113.7", agent="Firefox")
    given.setdefault("name", "Sylvie Tremblay")
    return sign_contract(contract.number, agreed=True, address="203.0.113.7", agent="Firefox", **given)
