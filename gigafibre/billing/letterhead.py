"""Who sends a document, frozen when it is issued: name, address, tax numbers and texts of the provider's settings."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.billing.models import Tax
from gigafibre.kernel import clock, settings
from gigafibre.kernel.documents.letter import Logo, Provider, Registration
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.rows import some
from gigafibre.kernel.statements import Prepared

_COMPANY = (
    "name",
    "accent",
    "legal_name",
    "address",
    "contact",
    "registrations",
    "terms",
    "complaints",
    "logo_svg",
    "pay_url",
)

Letterhead = dict[str, Any]

# Written once per content, by whoever issues first; a table of a few rows.
_OF_INVOICE = Prepared(
    "SELECT l.content FROM billing_invoice i JOIN billing_letterhead l ON l.id = i.letterhead_id WHERE i.id = %s"
)
_KEEP = "INSERT INTO billing_letterhead (sha256, content, made_at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"


def of_today() -> Letterhead:
    """Return what the provider's settings say of the sender now."""
    told = settings.many(*(f"company.{name}" for name in _COMPANY), "billing.explain_from")
    explain = told.pop("billing.explain_from")
    said = {key.removeprefix("company."): value for key, value in told.items()}
    return said | {"explain_from": None if explain is None else str(explain)}


def keep() -> int:
    """Freeze what the settings say now (inside a transaction that issues); returns the row's key."""
    said = json.dumps(of_today(), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(said.encode()).hexdigest()
    with connection.cursor() as cursor:
        for again in (False, True):
            cursor.execute(Prepared("SELECT id FROM billing_letterhead WHERE sha256 = %s"), [digest])
            found = cursor.fetchone()
            if found or again:
                break
            cursor.execute(_KEEP, [digest, said, clock.now()])
    return int(found[0])


def of_invoice(key: int) -> Letterhead:
    """Return what an invoice froze; of today for a draft, and for what was issued before anything was frozen."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_INVOICE, [key])
        found = cursor.fetchone()
    return json.loads(found[0]) if found and found[0] else of_today()


def explain_from(letterhead: Letterhead) -> Decimal | None:
    """Return from which difference on an invoice explains itself; None is never."""
    return None if letterhead["explain_from"] is None else Decimal(letterhead["explain_from"])


def registration(letterhead: Letterhead, tax: str) -> str:
    """Return the provider's registration number for a tax, or nothing; an HST is under the GST's number."""
    return str(letterhead["registrations"].get(tax.split("-")[0].replace("HST", "GST"), ""))


def provider(letterhead: Letterhead, language: Language) -> Provider:
    """Return who sends the letter."""
    logo = Logo(content=letterhead["logo_svg"].encode(), kind="svg") if letterhead["logo_svg"] else None
    names = {tax.code: tax.name_en if language == "en" else tax.name_fr for tax in some(Tax)}
    accent = {"accent": letterhead["accent"]} if letterhead["accent"] else {}
    return Provider(
        legal_name=letterhead["legal_name"] or letterhead["name"],
        trade_name=letterhead["name"],
        address=letterhead["address"],
        logo=logo,
        contact=tuple(letterhead["contact"].get(language, ())),
        registrations=tuple(
            Registration(name=names.get(code, code), number=number)
            for code, number in letterhead["registrations"].items()
        ),
        terms=letterhead["terms"].get(language, ""),
        complaints=letterhead["complaints"].get(language, ""),
        **accent,
    )
