"""The paper of a contract: its document filled from rows, in one language, unsigned or with its signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from gigafibre.billing import letterhead
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.kernel import clock
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.wording import Language, long_day
from gigafibre.kernel.money import format_money
from gigafibre.kernel.rows import follow
from gigafibre.kernel.text import Text
from gigafibre.sales import contract_places, offers, papers, places
from gigafibre.sales.documents.contract_document import Clause, ContractDocument, Signed, contract_printable
from gigafibre.sales.models import Contract
from gigafibre.sales.pricing import Figures
from gigafibre.sales.queries.contracts import EarlyEnd, early_ends, services_of
from gigafibre.sales.slots import words_of

_SPEED = Text(
    "{item} : jusqu’à {down} Mbit/s en réception et {up} Mbit/s en envoi.",
    "{item}: up to {down} Mbit/s down and {up} Mbit/s up.",
)
_AFTER = Text(
    "Après les promotions : {amount} par mois, taxes comprises.",
    "After promotions: {amount} per month, taxes included.",
)
_PLACE = Text("Lieu de service : {place}.", "Service location: {place}.")
_PLAN = Text("Forfait : {plan}.", "Plan: {plan}.")
_TERM = Text("Engagement de {n} mois à compter de la mise en service.", "Commitment of {n} months from activation.")
_OPEN = Text("Durée indéterminée, sans engagement.", "Indeterminate length, no commitment.")
_START = Text("Début prévu du service : {day}.", "Planned beginning of the service: {day}.")
_VISIT = Text("Installation : {day}{slot}.", "Installation: {day}{slot}.")
_INDUCEMENT = Text(
    "Avantage économique donné au début : {amount}.", "Economic inducement given at the start: {amount}."
)
_ANY_TIME = Text(
    "Vous pouvez mettre fin au contrat en tout temps, par un avis ; il prend fin à l’envoi de l’avis ou à la date que "
    "vous y indiquez (Loi sur la protection du consommateur, art. 214.6).",
    "You may end the contract at any time by notice; it ends when the notice is sent or on the day you name in it "
    "(Consumer Protection Act, s. 214.6).",
)
_BUSINESS = Text("Le contrat prend fin selon les conditions ci-dessous.", "The contract ends under the terms below.")
_EARLY = Text(
    "Après {n} mois ({day}), vous devriez au plus {amount}.",
    "After {n} months ({day}), you would owe at most {amount}.",
)
_AT_ONCE = Text("Dès le début, vous devriez au plus {amount}.", "At the very start, you would owe at most {amount}.")
_NO_FEE = Text("Y mettre fin ne coûte rien.", "Ending it costs nothing.")
STATEMENT = Text(
    "J’ai lu le contrat {number} et ses conditions, et je les accepte.",
    "I have read contract {number} and its terms, and I accept them.",
)
_SIGNED = Text(
    "Signé le {day} à {time}{place}. Document lu : SHA-256 {digest}",
    "Signed on {day} at {time}{place}. Paper read: SHA-256 {digest}",
)
_LANGUAGE = Text(
    "\nVersion française remise le {first} ; langue choisie par le client : {spoken}.",
    "\nFrench version handed over on {first}; language the customer chose: {spoken}.",
)
_SPOKEN = {"fr": Text("français", "French"), "en": Text("anglais", "English")}
SIZE = 1000


def contract_pdf(contract: Contract, language: Language, signature: Signed | None = None) -> bytes:
    """Print a contract in a language; raises DocumentFailed when Typst refuses it."""
    return compile_one(contract_printable(contract_document(contract, language, signature)))


def figures_of(contract: Contract, language: Language = "fr") -> Figures:
    """Work the contract's lines out, with the taxes of its day and the words of a language."""
    whom = party_of(contract)
    return offers.worked_out(
        offers.lines_of(contract),
        whom,
        on=contract.made_on,
        start=contract.starts_on,
        english=language == "en",
    )


def party_of(contract: Contract) -> offers.Party:
    """Return whom a contract is with, as far as money goes."""
    return offers.party(contract.customer_id, contract.location_id, language="fr", tax_category=contract.tax_category)


def contract_document(contract: Contract, language: Language, signature: Signed | None) -> ContractDocument:
    """Fill the document that is printed."""
    worked, sender = figures_of(contract, language), letterhead.of_today()
    whom, provider = bill_to_id(contract.customer_id), letterhead.provider(sender, language)
    ends = early_ends(contract, monthly_price=worked.monthly.subtotal, consumer=party_of(contract).consumer)
    clauses = [clause.text for clause in contract.clauses.select_related("text").order_by("position")]
    said = contract_places.places(contract, worked, provider, whom, ends, language)
    return ContractDocument(
        provider=provider,
        language=language,
        customer=(whom.name, *whom.address[:6]),
        account_number=whom.number,
        number=contract.number,
        made_on=contract.made_on,
        agreed=agreed(contract, language),
        monthly=papers.part(worked.monthly, sender, language),
        once=papers.part(worked.once, sender, language),
        opening=said["seven_days"],
        first=then(worked, language),
        ending=_ending(ends, whom.consumer, language),
        clauses=tuple(
            Clause(
                title=text.title_en if language == "en" else text.title_fr,
                body=places.filled(text.body_en if language == "en" else text.body_fr, said),
                version=f"{text.code} v{text.version}",
            )
            for text in clauses
        ),
        signed=signature,
        own_page=contract.track == "commercial",
        statement=STATEMENT.with_(number=contract.number).in_(language),
    )


def signed_words(*, at: datetime, address: str, digest: str, french_first: datetime | None, language: Language) -> str:
    """Say when and from where it was signed, which paper was read, and that French came first."""
    local = at.astimezone(clock.zone())
    place = Text(f", adresse IP {address}", f", IP address {address}") if address else Text("", "")
    said = _SIGNED.with_(day=_day(local.date()), time=local.strftime("%H:%M:%S"), place=place, digest=digest).in_(
        language
    )
    if french_first is None:
        return said
    first = french_first.astimezone(clock.zone())
    at_first = Text(*(f"{long_day(first.date(), spoken)}, {first:%H:%M}" for spoken in ("fr", "en")))
    return said + _LANGUAGE.with_(first=at_first, spoken=_SPOKEN[language]).in_(language)


def drawing(strokes: Sequence[Sequence[Sequence[int]]]) -> str:
    """Return strokes (points of 0 to 1000 across, 0 to 400 down) as an SVG; nothing of none."""
    paths = [" L".join(f"{x} {y}" for x, y in stroke) for stroke in strokes if stroke]
    if not paths:
        return ""
    drawn = "".join(f'<path d="M{path}"/>' for path in paths)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400" width="1000" height="400">'
        f'<g fill="none" stroke="#16211d" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">{drawn}</g>'
        "</svg>"
    )


def agreed(contract: Contract, language: Language) -> tuple[str, ...]:
    """Return what is agreed besides prices, a sentence each: place, plan, speeds, length, beginning, installation."""
    said: list[Text] = [_PLACE.with_(place=contract_places.place_of(contract))]
    follow(contract, "plan")
    if contract.plan:
        said.append(_PLAN.with_(plan=Text(contract.plan.name_fr, contract.plan.name_en)))
    said += _speeds(contract)
    said.append(_TERM.with_(n=contract.commitment_months) if contract.commitment_months else _OPEN)
    if contract.inducement:
        said.append(_INDUCEMENT.with_(amount=_money(contract.inducement)))
    said.append(_START.with_(day=_day(contract.starts_on)))
    if contract.appointment_on:
        when = words_of(contract.appointment_slot)
        slot = Text(f", {when.fr}", f", {when.en}") if when else ""
        said.append(_VISIT.with_(day=_day(contract.appointment_on), slot=slot))
    return (*(one.in_(language) for one in said), *filter(None, contract.installation.splitlines()))


def _speeds(contract: Contract) -> list[Text]:
    lines = {line.position: line for line in offers.lines_of(contract)}
    return [
        _SPEED.with_(
            item=Text(lines[at].description, lines[at].description_en or lines[at].description),
            down=Decimal(sold.down) / 1000,
            up=Decimal(sold.up) / 1000,
        )
        for at, sold in services_of(contract).items()
        if sold.down
    ]


def then(worked: Figures, language: Language) -> tuple[str, ...]:
    """Say what a month costs once promotions are over, and what the first invoice comes to."""
    if not worked.monthly.lines:
        return ()
    after = [_AFTER.with_(amount=_money(worked.monthly_after.total)).in_(language)] if worked.monthly_after else []
    return (*after, papers.first_invoice(worked, language))


def ending(contract: Contract, language: Language) -> tuple[str, ...]:
    """Return how the contract ends and what an early end costs, a sentence each."""
    worked, consumer = figures_of(contract, language), party_of(contract).consumer
    ends = early_ends(contract, monthly_price=worked.monthly.subtotal, consumer=consumer)
    return _ending(ends, consumer, language)


def _ending(ends: list[EarlyEnd], consumer: bool, language: Language) -> tuple[str, ...]:
    said = [_ANY_TIME if consumer else _BUSINESS]
    if not any(end.owed.amount for end in ends):
        return tuple(one.in_(language) for one in ([*said, _NO_FEE] if consumer else said))
    for end in ends:
        words = _EARLY if end.after_months else _AT_ONCE
        said.append(
            words.with_(n=end.after_months, day=_day(end.on), amount=_money(end.owed.amount))
            if end.after_months
            else words.with_(amount=_money(end.owed.amount))
        )
    said.append(Text("{article}.", "{article}.").with_(article=ends[0].owed.article))
    return tuple(one.in_(language) for one in said)


def _day(day: Any) -> Text:
    return Text(long_day(day, "fr"), long_day(day, "en"))


def _money(amount: Any) -> Text:
    return Text(format_money(amount, "fr"), format_money(amount, "en"))
