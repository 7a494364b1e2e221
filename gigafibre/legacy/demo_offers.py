"""What the demo provider has on offer: legal texts, quotations and contracts in every state, prices to come."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any

import structlog
from django.db import transaction

from gigafibre.billing.models import PriceChange
from gigafibre.crm.models import Customer, Location
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.sales.models import LegalText

log = structlog.get_logger()
FOR_TODAY = timedelta(days=45)
#: What a price change is planned for.
REPRICED = "TVSPO"


def make_demo_offers() -> int:
    """Write the texts and make the offers, in a demo that has none; returns how many offers were made."""
    places = list(
        Location.objects.filter(customer__status="active", customer__kind="individual")
        .select_related("customer")
        .order_by("pk")[40:52]
    )
    if LegalText.objects.exists() or len(places) < 12:
        return 0
    with transaction.atomic():
        _do("adopt_legal_texts")
        # The texts of a provider are older than the offers that ran out under them.
        LegalText.objects.update(since=clock.today() - 2 * FOR_TODAY)
        try:
            return _quotations(places) + _contracts(places[6:])
        except Refusal as refusal:
            log.warning("demo.offer_refused", refused=refusal.code)
            return 0


def _do(verb: str, **given: Any) -> Any:
    return perform(f"sales.{verb}", given, actor=SYSTEM).result


def _lines(once: bool = True) -> list[dict[str, Any]]:
    fibre = {"cycle": "monthly", "item": "FTTH500I", "off_amount": "15.00", "off_cycles": 12, "off_words": "Bienvenue"}
    lines: list[dict[str, Any]] = [fibre, {"cycle": "monthly", "item": "LOCONT"}]
    if once:
        lines.append({"cycle": "once", "item": "INSTFTTH", "unit_price": "95.00"})
    return lines


def _long_ago() -> AbstractContextManager[None]:
    """Let what is done in a block be so old that it ran out since."""
    return clock.standing(clock.now() - FOR_TODAY)


def _quotations(places: list[Location]) -> int:
    made = []
    for at, title in enumerate(("Chalet", "", "Agrandissement", "Résidence", "Deuxième logement")):
        place = places[at]
        with _long_ago() if at == 4 else nullcontext():
            given = {"customer": place.customer.number, "location": place.number, "title": title, "lines": _lines()}
            number = _do("create_quotation", **given)["number"]
            if at:
                _do("send_quotation", quotation=number)
        made.append(number)
    _do("accept_quotation", quotation=made[2], name=places[2].customer.display_name)
    _do("decline_quotation", quotation=made[3], reason="A choisi un autre fournisseur")
    _do("expire_quotations")
    prospect = {"prospect_name": "Marguerite Boyer", "prospect_email": "marguerite.boyer@example.org"}
    asked = _do("create_quotation", **prospect, address="8, rang du Nord, Saint-Anicet", lines=_lines())["number"]
    _do("send_quotation", quotation=asked)
    _do("keep_template", quotation=made[1], name="Fibre 500, nouveau client")
    return len(made) + 1


def _contracts(places: list[Location]) -> int:
    made = []
    for at, place in enumerate(places[:5]):
        with _long_ago() if at == 4 else nullcontext():
            given = {"customer": place.customer.number, "location": place.number, "lines": _lines()}
            visit = (clock.today() + timedelta(days=6)).isoformat()
            number = _do(
                "create_contract",
                **given,
                commitment_months=24,
                inducement="180.00",
                appointment_on=visit,
                appointment_slot="morning",
            )["number"]
            if at:
                _do("send_contract", contract=number)
        made.append(number)
    signed, cancelled = places[2].customer, made[3]
    _do("note_reading", contract=made[2], address="203.0.113.7", agent="Mozilla/5.0 (Android 15; Mobile)")
    _sign(made[2], signed)
    _do("cancel_contract", contract=cancelled, reason="Le client déménage ailleurs")
    _do("expire_contracts")
    return len(made)


def _sign(contract: str, customer: Customer) -> None:
    strokes = [[[120, 250], [220, 120], [300, 280], [380, 140], [470, 260]], [[540, 200], [760, 190]]]
    _do(
        "sign_contract",
        contract=contract,
        name=customer.display_name,
        agreed=True,
        strokes=strokes,
        address="203.0.113.7",
        agent="Mozilla/5.0 (Android 15; Mobile)",
    )


def plan_demo_prices() -> str:
    """Plan one change of price with notice, in a demo that has none; returns its number, or nothing."""
    if PriceChange.objects.exists():
        return ""
    given = {
        "items": [REPRICED],
        "percent": "4",
        "effective_on": (clock.today() + timedelta(days=75)).isoformat(),
        "why_fr": "Hausse du coût des chaînes",
        "why_en": "Channels cost more",
    }
    try:
        return str(perform("billing.confirm_price_change", given, actor=SYSTEM).result)
    except Refusal as refusal:
        log.warning("demo.prices_refused", refused=refusal.code)
        return ""
