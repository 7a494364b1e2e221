"""What the demo provider's people did since the change of system, by the verbs everybody uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import structlog
from django.db import transaction

from gigafibre.catalog.models import Plan
from gigafibre.kernel import clock
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.legacy import demo_plant
from gigafibre.legacy.demo_people import at_work
from gigafibre.subscriptions.models import Subscription

log = structlog.get_logger()


@dataclass(frozen=True)
class Deed:
    """One verb somebody performed: user name, action, input."""

    who: str
    action: str
    given: dict[str, Any]


def live_demo_days() -> int:
    """Perform them in a demo where none of it happened yet; returns how many were done.

    What a rule refuses on the day it is tried is left out and logged: the demo opens all the same.
    """
    if Plan.objects.exists():
        return 0
    done = 0
    with transaction.atomic():
        for deed in _everything():
            try:
                perform(deed.action, deed.given, actor=at_work(deed.who))
                done += 1
            except Refusal as refusal:
                log.warning("demo.deed_refused", action=deed.action, refused=refusal.code)
    return done


def _everything() -> Iterator[Deed]:
    for part in (_offer, _dated_changes, _charges, _favours, _households, _words, _messages):
        yield from list(part())
    for who, verb, given in demo_plant.deeds():
        yield Deed(who, verb, given)


def _running(sku: str, count: int) -> list[Subscription]:
    """Return the first subscriptions to an item, of customers in good standing, oldest first."""
    found = Subscription.objects.filter(
        item__sku=sku, state="active", customer__status="active", ends_on=None, price_override=None, interval_months=1
    )
    return list(found.select_related("customer", "location").order_by("id")[:count])


def _first_of_month(months: int) -> date:
    day = clock.today().replace(day=1)
    for _ in range(months):
        day = (day + timedelta(days=31)).replace(day=1)
    return day


def _of(sku: str, nth: int) -> Iterator[Subscription]:
    """Give the nth of them, or none where there are fewer."""
    yield from _running(sku, nth + 1)[nth:]


def _offer() -> Iterator[Deed]:
    for plan, french, english, items, months in (
        ("FIBRE500", "Fibre 500 tout compris", "Fibre 500, all in", "FTTH500I LOCONT", None),
        ("DUO500", "Duo Fibre 500 et télé", "Fibre 500 and TV duo", "FTTH500I LOCONT TVESS DEC1", 24),
        ("TRIO1G", "Trio Fibre 1 Gbit", "Fibre 1 Gbit trio", "FTTH1GI LOCONT TVFAM DEC1 TELRES", 24),
        ("BUREAU", "Bureau branché", "Connected office", "FTTH1GI LOCONT TELBUS", 36),
    ):
        given = {"plan": plan, "name_fr": french, "name_en": english, "items": items.split()}
        yield Deed("josee", "catalog.create_plan", {**given, **({"commitment_months": months} if months else {})})
    coming = {"price": "57.95", "since": _first_of_month(3).isoformat()}
    yield Deed("josee", "catalog.set_item_price", {"item": "TVFAM", **coming})


def _dated_changes() -> Iterator[Deed]:
    first, later = _first_of_month(1).isoformat(), (clock.today() + timedelta(days=17)).isoformat()
    sold, back = _first_of_month(2).isoformat(), _first_of_month(5).isoformat()
    faster = {"kind": "item", "item": "FTTH500I"}
    for sku, nth, who, given, reason in (
        ("FTTH200I", 2, "kevin", {**faster, "on": first}, "Télétravail, veut plus vite"),
        ("FTTH200I", 9, "sarah", {**faster, "on": later}, "New cameras around the farm"),
        ("FTTH1GI", 4, "emilie", {"kind": "price", "price": "79.95", "on": first}, "Offre d’un concurrent égalée"),
        ("FTTH500I", 6, "kevin", {"kind": "end", "on": sold}, "Vend la maison"),
        ("TVMAX", 1, "sarah", {"kind": "item", "item": "TVFAM", "on": first}, "Doesn’t watch sports anymore"),
        ("FTTH100I", 3, "kevin", {"kind": "pause", "on": later, "until": back}, "Passe l’hiver en Floride"),
    ):
        for service in _of(sku, nth):
            asked = {"subscription": service.number, "reason": reason, **given}
            yield Deed(who, "subscriptions.plan_change", asked)


def _charges() -> Iterator[Deed]:
    for sku, nth, who, item, reason in (
        ("FTTH500I", 12, "maude", "INSTPRISE", "Prise ajoutée au bureau du 2e"),
        ("FTTH500I", 20, "maude", "DUPFAC", "Copies pour la succession"),
        ("FTTH1GI", 8, "maude", "DEMEN", "Déménage à deux rues"),
        ("TVESS", 5, "maude", "INSTTV", "Deuxième téléviseur au sous-sol"),
        ("TELRES", 3, "maude", "INSTTEL", "Prise de téléphone au garage"),
    ):
        for service in _of(sku, nth):
            place = {"customer": service.customer.number, "location": service.location.number}
            yield Deed(who, "billing.add_charge", {**place, "item": item, "reason": reason})
    rate = {"percent": "12", "since": _first_of_month(0).isoformat(), "reason": "Taux annoncé au contrat de service"}
    yield Deed("josee", "billing.set_late_interest_rate", rate)


def _favours() -> Iterator[Deed]:
    year = _first_of_month(12).isoformat()
    for sku, nth, french, english, given in (
        ("FTTH500I", 30, "Rabais de fidélité", "Loyalty discount", {"amount": "10.00", "cycles": 6}),
        ("FTTH1GI", 15, "Rabais de bienvenue", "Welcome discount", {"percent": "20", "cycles": 3}),
        ("FTTH200I", 20, "Rabais 60 ans et plus", "Senior discount", {"amount": "5.00", "until": year}),
    ):
        for service in _of(sku, nth):
            words = {"words_fr": french, "words_en": english, "reason": "Convenu au téléphone"}
            asked = {"subscription": service.number, **words, **given}
            yield Deed("maude", "subscriptions.grant_promotion", asked)


def _households() -> Iterator[Deed]:
    """Let an office pay for the home of one who works for it."""
    for office in _of("TELBUS", 2):
        homes = (home.customer for home in _running("FTTH200I", 40))
        home = next((one for one in homes if one.tax_category == office.customer.tax_category), None)
        if home is not None and home != office.customer:
            given = {"customer": home.number, "parent": office.customer.number}
            yield Deed("maude", "crm.set_parent", {**given, "reason": "Télétravail payé par l’employeur"})


def _words() -> Iterator[Deed]:
    for sku, nth, who, text in (
        ("FTTH1GI", 2, "kevin", "Rappeler après 17 h seulement : travaille de nuit."),
        ("FTTH500I", 3, "sarah", "Prefers e-mail in English; French is fine on the phone."),
        ("TELBUS", 1, "maude", "Envoyer aussi la facture au comptable à chaque trimestre."),
    ):
        for service in _of(sku, nth):
            yield Deed(who, "kernel.add_note", {"subject": f"customer:{service.customer.number}", "text": text})


def _messages() -> Iterator[Deed]:
    """Write to a few customers; without a carrier all of it stays in the local outbox."""
    ready = "Votre nouveau routeur est prêt. Passez le prendre quand vous voulez, ou répondez pour un rendez-vous."
    late = "Notre technicien arrivera vers 15 h au lieu de 13 h. Nous sommes désolés."
    wifi = "Voici les étapes pour changer le mot de passe de votre Wi-Fi :\n1. Ouvrez le portail.\n2. Choisissez Wi-Fi."
    offer = {"subject": "La fibre 1 Gbit/s chez vous", "text": "La fibre 1 Gbit/s est à 10 $ de plus par mois."}
    for sku, nth, who, given in (
        ("FTTH500I", 3, "kevin", {"text": ready}),
        ("FTTH1GI", 2, "samuel", {"text": late, "urgent": True}),
        ("FTTH200I", 5, "kevin", {"text": wifi, "subject": "Votre Wi-Fi", "channel": "email"}),
        ("TVESS", 4, "sarah", {"text": "Your decoder has been replaced. Thank you for your patience."}),
    ):
        for service in _of(sku, nth):
            yield Deed(who, "messaging.write_to_customer", {"customer": service.customer.number, **given})
    for service in _of("FTTH500I", 8):
        # Nobody asked him whether he wants offers: it is kept back, and the list says why.
        news = {"template": "customer.news", "dedupe_key": "demo:news:1", "channel": "email", "variables": offer}
        yield Deed("emilie", "messaging.send_message", {"customer": service.customer.number, **news})
    text = "{text}\n{company}, 450 555-0100"
    yield Deed(
        "josee",
        "messaging.edit_template",
        {"template": "customer.note", "channel": "sms", "language": "fr", "body": text},
    )
    closed = {"channel": "email", "address": "ne.plus.ecrire@gigafibre.example", "covers": "promotion"}
    yield Deed("kevin", "messaging.suppress_address", {**closed, "source": "Demandé au téléphone"})
