"""A work order laid out: every string ready in its language, frozen facts in, a Printable out; no database here."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from gigafibre.dispatch.labels import ACTS, CODES, KINDS, TIME_KINDS
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.laying import Row, facts, letter
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language, long_day, quantity, short_day, typeset

WORDS: Final[dict[str, dict[Language, str]]] = {
    "document": {"fr": "Bon de travail {number}", "en": "Work order {number}"},
    "heading": {"fr": "Bon de travail du {day}", "en": "Work order of {day}"},
    "account": {"fr": "No de compte", "en": "Account no."},
    "job": {"fr": "Intervention", "en": "Job"},
    "date": {"fr": "Date", "en": "Date"},
    "kind": {"fr": "Genre", "en": "Kind"},
    "contract": {"fr": "Contrat", "en": "Contract"},
    "issue": {"fr": "Billet", "en": "Issue"},
    "contact": {"fr": "Nous joindre", "en": "Contact us"},
    "outcome": {"fr": "{title} : {code}.", "en": "{title}: {code}."},
    "hours": {"fr": "Heures", "en": "Hours"},
    "technician": {"fr": "Technicien", "en": "Technician"},
    "nobody": {"fr": "Technicien inconnu", "en": "Unknown technician"},
    "start": {"fr": "De", "en": "From"},
    "end": {"fr": "À", "en": "To"},
    "time": {"fr": "Durée", "en": "Time"},
    "total": {"fr": "Total", "en": "Total"},
    "lines": {"fr": "Matériel et frais", "en": "Material and charges"},
    "description": {"fr": "Description", "en": "Description"},
    "quantity": {"fr": "Quantité", "en": "Quantity"},
    "charged": {"fr": "Facturé", "en": "Charged"},
    "yes": {"fr": "oui", "en": "yes"},
    "no": {"fr": "non", "en": "no"},
    "equipment": {"fr": "Équipement", "en": "Equipment"},
    "act": {"fr": "Geste", "en": "Act"},
    "serial": {"fr": "Série ou MAC", "en": "Serial or MAC"},
    "replaces": {"fr": "Remplace", "en": "Replaces"},
    "checked": {"fr": "Vérifications", "en": "Checks"},
    "item": {"fr": "Point", "en": "Item"},
    "answer": {"fr": "Réponse", "en": "Answer"},
    "signed": {"fr": "Signature du client", "en": "Customer’s signature"},
    "signed_by": {"fr": "Signature de {name}", "en": "Signature of {name}"},
}
#: What of a code or state's words stands on paper; 0 takes what is left of the column.
_NARROW, _WIDE = 46.0, 96.0


@dataclass(frozen=True, kw_only=True)
class HoursLine:
    """Hours of a technician, local time; of the old system's some are nobody's, or without an end: nobody knows it."""

    technician: str
    kind: str
    started_at: datetime.datetime
    ended_at: datetime.datetime | None


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """Material or a charge."""

    description: str
    quantity: Decimal
    charged: bool


@dataclass(frozen=True, kw_only=True)
class MovedLine:
    """Equipment installed, removed or replaced."""

    act: str
    name: str
    replaces: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The signature's picture (PNG, JPEG or WebP), the name under it, when."""

    name: str
    at: datetime.datetime
    image: bytes
    kind: str


@dataclass(frozen=True, kw_only=True)
class WorkOrder:
    """What a work order prints, in the customer's language."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    account_number: str
    number: str
    title: str
    kind: str
    contract: str
    issue: str
    place: str
    completed_on: datetime.date
    code: str
    note: str
    hours: tuple[HoursLine, ...]
    lines: tuple[PartLine, ...]
    equipment: tuple[MovedLine, ...]
    checks: tuple[tuple[str, str], ...]
    signature: Signed | None


def work_order_printable(order: WorkOrder) -> Printable:
    """Lay a work order out for the engine."""
    language = order.language
    identity = [
        (word("account", language), order.account_number),
        (word("job", language), order.number),
        (word("date", language), short_day(order.completed_on, language)),
        (word("kind", language), KINDS[order.kind].in_(language)),
    ]
    identity += [
        (word(key, language), said) for key, said in (("contract", order.contract), ("issue", order.issue)) if said
    ]
    parts = [part for part in (_hours(order), _lines(order), _equipment(order), _checks(order)) if part["rows"]]
    rows = sum(len(part["rows"]) + 3 for part in parts)
    code = CODES[order.code].in_(language).lower() if order.code in CODES else ""
    return Printable(
        template="/dispatch/documents/work_order.typ",
        number=order.number,
        title=word("document", language, number=order.number),
        author=order.provider.legal_name,
        language=language,
        one_page=rows <= 16,
        dated=order.completed_on,
        content={
            **letter(order.provider, order.customer, language),
            "facts": facts(identity),
            "heading": word("heading", language, day=long_day(order.completed_on, language)),
            "place": order.place,
            "outcome": word("outcome", language, title=order.title, code=code) if code else order.title,
            "note": typeset(order.note, language),
            "parts": parts,
            "signature": _signature(order),
            "words": {"contact": word("contact", language)},
        },
    )


def word(key: str, language: Language, **values: str) -> str:
    """Return a text of the work order in a language, its places filled."""
    return typeset(WORDS[key][language].format(**values), language)


def _part(title: str, language: Language, widths: Sequence[float], head: Sequence[str], rows: list[list[str]]) -> Row:
    heads = [word(key, language) for key in head]
    return {"title": word(title, language), "widths": list(widths), "head": heads, "rows": rows, "total": []}


def _hours(order: WorkOrder) -> Row:
    language = order.language
    rows = [
        [
            f"{line.technician or word('nobody', language)}, {TIME_KINDS[line.kind].in_(language).lower()}",
            short_day(line.started_at.date(), language),
            *(
                (_time(line.started_at, language), _time(line.ended_at, language), _long(_minutes(line), language))
                if line.ended_at
                else ("—", "—", "—")
            ),
        ]
        for line in order.hours
    ]
    head = ("technician", "date", "start", "end", "time")
    part = _part("hours", language, (0, 68.0, _NARROW, _NARROW, _NARROW), head, rows)
    if rows:
        part["total"] = [word("total", language), "", "", "", _long(sum(map(_minutes, order.hours)), language)]
    return part


def _lines(order: WorkOrder) -> Row:
    language = order.language
    rows = [
        [line.description, quantity(line.quantity, language), word("yes" if line.charged else "no", language)]
        for line in order.lines
    ]
    return _part("lines", language, (0, 60.0, 60.0), ("description", "quantity", "charged"), rows)


def _equipment(order: WorkOrder) -> Row:
    language = order.language
    rows = [[ACTS[line.act].in_(language), line.name, line.replaces] for line in order.equipment]
    return _part("equipment", language, (0, 110.0, 110.0), ("act", "serial", "replaces"), rows)


def _checks(order: WorkOrder) -> Row:
    rows = [[item, answer] for item, answer in order.checks]
    return _part("checked", order.language, (0, _WIDE + 24), ("item", "answer"), rows)


def _signature(order: WorkOrder) -> Row | None:
    signed, language = order.signature, order.language
    if signed is None:
        return None
    when = f"{short_day(signed.at.date(), language)}, {_time(signed.at, language)}"
    # A picture's bytes as numbers: the template takes nothing but data.
    return {
        "title": word("signed", language),
        "image": signed.kind,
        "data": list(signed.image) if signed.kind else [],
        "alt": word("signed_by", language, name=signed.name),
        "name": signed.name,
        "when": when,
    }


def _minutes(line: HoursLine) -> int:
    return int((line.ended_at - line.started_at).total_seconds() // 60) if line.ended_at else 0


def _time(at: datetime.datetime, language: Language) -> str:
    return (
        typeset(at.strftime("%H h %M"), language).replace(" ", "\u00a0") if language == "fr" else at.strftime("%H:%M")
    )


def _long(minutes: int, language: Language) -> str:
    return (
        f"{minutes // 60}\u00a0h\u00a0{minutes % 60:02d}" if language == "fr" else f"{minutes // 60}:{minutes % 60:02d}"
    )
