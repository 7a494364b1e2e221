"""What is said of a departure: to the customer, to who goes, to who looks before confirming."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock
from gigafibre.kernel.collected import Collected
from gigafibre.kernel.context import rule
from gigafibre.kernel.documents.wording import money, period
from gigafibre.kernel.money import cents
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text
from gigafibre.ledger import queries as ledger
from gigafibre.messaging.catalogue import Language
from gigafibre.network.queries import Device, devices_leaving
from gigafibre.network.states import EQUIPMENT_KINDS
from gigafibre.processes.words import reading
from gigafibre.subscriptions import queries as services
from gigafibre.subscriptions.events import DepartureAnnounced, MoveAnnounced, RemovalWanted, ReturnOverdue
from gigafibre.subscriptions.queries import SubscriptionHead

FREED = "Départ du client · The customer left"
MOVED = "Déménagement du client · The customer moved"
NOT_BACK = "Équipement non rendu · Equipment not given back"
_KEPT = Text("{s} : prix gardé, {amount}", "{s}: price kept, {amount}")
_NEW = Text("{s} : {amount} au lieu de {was}", "{s}: {amount} instead of {was}")
_LAW = "Consumer Protection Act, s. 214.7"
_NOTHING = Text("rien", "nothing")
_DAYS = Text("{s}, {days} : {amount}", "{s}, {days}: {amount}")
_DOCUMENTS = {
    "invoice": Text("dernière facture, taxes comprises : {amount}", "last invoice, taxes included: {amount}"),
    "credit_note": Text("note de crédit, taxes comprises : {amount}", "credit note, taxes included: {amount}"),
}
_NONE = Text("aucune facture ne reste à faire", "no invoice is left to make")
_LATER = Text(
    "il garde un service : ces montants viennent avec la prochaine facture",
    "he keeps a service: these amounts come with the next invoice",
)
_OWES = Text("solde du compte ensuite, à payer : {amount}", "balance of the account then, to pay: {amount}")
_OWED = Text("solde du compte ensuite, à rembourser : {amount}", "balance of the account then, to refund: {amount}")
_NOT_BACK = Text(
    "{d} : {n} appareil(s) non rendu(s) par {c} : {what}. À facturer seulement si son contrat le prévoit.",
    "{d}: {n} device(s) not given back by {c}: {what}. To charge only if his contract says so.",
)


def told_to_the_customer(event: DepartureAnnounced) -> dict[str, str | date | Decimal]:
    """Return what his acknowledgement says: the last day, the services that end, the devices he gives back."""
    language: Language = "en" if crm.customer(event.customer).language == "en" else "fr"
    (departure,) = services.departures_named(event.departure)
    names = departure.services_en if language == "en" else departure.services
    return {
        "on": event.last_day,
        "services": reading.listed([(name, Decimal(1)) for name in names]),
        "equipment": _listed(_expected(event.location, event.subscriptions)).in_(language),
    }


def to_take_back(event: RemovalWanted) -> str:
    """Return what the technician is told to take back."""
    said = _listed(_expected(event.location, event.subscriptions))
    (departure,) = services.departures_named(event.departure)
    if departure.devices == "come_along":
        return f"Le client emporte : {said.fr} · The customer takes along: {said.en}"
    return f"Reprendre : {said.fr} · Take back: {said.en}"


def old_place(event: MoveAnnounced) -> str:
    """Return where he leaves, as his acknowledgement says it."""
    (departure,) = services.departures_named(event.departure)
    return departure.address


def to_install(event: MoveAnnounced) -> str:
    """Return what the technician is told to install at the new address."""
    said = _listed(_expected(event.location, event.subscriptions))
    if event.devices == "exchanged":
        return f"Nouveaux appareils, en échange de : {said.fr} · New devices, in exchange for: {said.en}"
    return f"Le client apporte : {said.fr} · The customer brings: {said.en}"


def say_the_price(one: SubscriptionHead, new: Decimal | None) -> None:
    """Let a preview show what a service costs at the new address."""
    was = one.unit_price or Decimal("0.00")
    said = _KEPT.with_(s=one.number, amount=_money(cents(was)))
    if new is not None and new != was:
        said = _NEW.with_(s=one.number, amount=_money(cents(new)), was=_money(cents(was)))
    rule("moving.price", "catalog", said, passed=True)


def say_what_comes_back(event: DepartureAnnounced) -> None:
    """Let a preview show the devices expected back."""
    said = _listed(_expected(event.location, event.subscriptions))
    words = Text("à rendre : {what}", "to give back: {what}").with_(what=said)
    rule("leaving.devices", "network", words, passed=True)


def say_the_last_invoice(event: DepartureAnnounced, then: Collected | None) -> None:
    """Let a preview show, to the cent, the days credited or charged, the last document, the balance afterwards."""
    if then is None:
        return
    for n, row in enumerate((row for row in then.rows if _is_charge(row.table, row.op)), 1):
        rule(f"leaving.days.{n}", "billing", _charged(row.after or {}), passed=True)
    issued = [found.payload for found in then.events if found.type == "billing.InvoiceIssued"]
    owner = crm.customer(event.customer).id
    balance = ledger.balance(owner)
    for found in issued:
        amount = Decimal(str(found["total"]))
        balance += amount if found["kind"] == "invoice" else -amount
        rule("leaving.last_invoice", _LAW, _said(_DOCUMENTS[found["kind"]], amount), passed=True)
    if issued:
        rule("leaving.balance", "ledger", _said(_OWED if balance < 0 else _OWES, abs(balance)), passed=True)
        return
    keeps = any(row.table == "billing_pendingcharge" for row in then.rows)
    rule("leaving.last_invoice", _LAW, _LATER if keeps else _NONE, passed=True)


def not_given_back(event: ReturnOverdue) -> Text:
    """Return what those who handle equipment are told."""
    devices = [one for one in _expected(event.location, event.subscriptions) if one.number in event.devices]
    return _NOT_BACK.with_(d=event.departure, n=len(event.devices), c=event.customer, what=_listed(devices))


def _expected(location: str, leaving: Sequence[str]) -> list[Device]:
    return devices_leaving(location, leaving)


def _listed(devices: Sequence[Device]) -> Text:
    if not devices:
        return _NOTHING
    fr, en = (
        ", ".join(f"{EQUIPMENT_KINDS[one.kind].in_(language)} {one.serial or one.mac}".strip() for one in devices)
        for language in ("fr", "en")
    )
    return Text(fr, en)


def _is_charge(table: str, op: str) -> bool:
    return table == "billing_pendingcharge" and op == "I"


def _charged(row: dict[str, Any]) -> Text:
    """Say one charge or credit: what, for which days, how much."""
    name = Text(str(row["description_fr"]), str(row["description_en"]))
    amount = Decimal(str(row["amount"]))
    if not row.get("period"):
        return Text("{s} : {amount}", "{s}: {amount}").with_(s=name, amount=_money(amount))
    since, until = (date.fromisoformat(day) for day in str(row["period"]).strip("[)").split(","))
    days = Period(since, until)
    year = clock.today().year
    words = Text(period(days, "fr", year=year), period(days, "en", year=year))
    return _DAYS.with_(s=name, days=words, amount=_money(amount))


def _said(words: Text, amount: Decimal) -> Text:
    return words.with_(amount=_money(amount))


def _money(amount: Decimal) -> Text:
    return Text(money(amount, "fr"), money(amount, "en"))
