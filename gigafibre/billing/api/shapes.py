"""From what queries return to what crosses HTTP: words in the reader's language."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from gigafibre.billing import letterhead, queries
from gigafibre.billing.errors import cause_in_words
from gigafibre.kernel import clock, settings
from gigafibre.kernel.documents.wording import Language, period
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.money import plain
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text


def run(row: queries.RunRow) -> dict[str, Any]:
    """Shape a run of the list."""
    return asdict(row)


def preview(found: queries.RunPreview, refusal: Refusal | None) -> dict[str, Any]:
    """Shape a preview."""
    return asdict(found) | {
        "since": found.differences.since,
        "groups": [_group(g) for g in found.groups],
        "proof": proof(found.proof),
        "parked": [_parked(p) for p in found.parked],
        "differences": [asdict(k) for k in found.differences.kinds],
        "refused": refusal.said.in_() if refusal else None,
    }


def run_page(page: queries.RunPage) -> dict[str, Any]:
    """Shape a run's page."""
    return asdict(page.row) | {
        "topic": f"billing_run:{page.row.id}",
        "documents_per_s": _rate(page.row),
        "since": page.differences.since,
        "groups": [_group(g) for g in page.groups],
        "proof": proof(page.proof),
        "differences": [asdict(k) for k in page.differences.kinds],
        "parked_subscriptions": [_parked(p) for p in page.parked],
        "set_aside": [
            {"customer": s.customer, "name": s.name, "cause": s.error, "words": cause_in_words(s.error).in_()}
            for s in page.set_aside
        ],
    }


def differences(date: datetime.date, summary: queries.Differences, details: list[queries.Difference]) -> dict[str, Any]:
    """Shape the differences of one kind."""
    return {
        "date": date,
        "since": summary.since,
        "kinds": [asdict(k) for k in summary.kinds],
        "items": [asdict(d) | {"why": d.why.in_()} for d in details],
    }


def proof(sheet: queries.ProofSheet) -> dict[str, Any]:
    """Shape a proof sheet."""
    registered = settings.get("company.registrations")
    return asdict(sheet) | {
        "billed": sheet.count("billed"),
        "not_due": sheet.count("not_due"),
        "parked": sheet.parked,
        "unexplained": sheet.unexplained,
        "disagreements": sheet.disagreements(),
        "outcomes": [asdict(o) | {"words": cause_in_words(o.cause).in_() if o.cause else ""} for o in sheet.outcomes],
        "taxes": [
            asdict(t) | {"name": _name(t), "rate": percent(t.rate), "registration": registered.get(t.tax, "")}
            for t in sheet.taxes
        ],
    }


def invoice(page: queries.InvoicePage) -> dict[str, Any]:
    """Shape an invoice's page."""
    language: Language = "en" if page.language == "en" else "fr"
    frozen = letterhead.of_invoice(page.id)
    return asdict(page) | {
        "status": page.status,
        "locations": [
            asdict(g)
            | {
                "lines": [
                    asdict(line)
                    | {
                        "quantity": plain(line.quantity),
                        "period": _period(line, language, page.date.year),
                        "left": line.amount - line.credited,
                    }
                    for line in g.lines
                ]
            }
            for g in page.locations
        ],
        "taxes": [
            asdict(t)
            | {
                "tax": t.code,
                "name": _name(t),
                "rate": None if t.rate is None else percent(t.rate),
                "registration": letterhead.registration(frozen, t.code),
            }
            for t in page.taxes
        ],
        "why": why(page.why),
        "creditable": page.creditable,
    }


def why(found: queries.Why | None) -> dict[str, Any] | None:
    """Shape why an invoice differs; None for a credit note."""
    if found is None:
        return None
    told = [{"kind": r.kind, "says": r.says.in_(), "amount": r.amount} for r in found.reasons]
    return asdict(found) | {"reasons": told}


def promotion(row: queries.PromotionRow) -> dict[str, Any]:
    """Shape a promotion."""
    share = None if row.percent is None else plain(row.percent)
    return asdict(row) | {"name": row.words.in_(), "percent": share}


def exemption(row: queries.ExemptionRow) -> dict[str, Any]:
    """Shape an exemption."""
    return asdict(row) | {"kind_words": row.kind_words.in_(), "treatment_words": row.treatment_words.in_()}


def percent(rate: Decimal) -> str:
    """Write a rate in percent without useless zeros: `9.975`."""
    return plain(rate * 100)


def _period(line: queries.Line, language: Language, year: int) -> str:
    if line.period_start is None or line.period_end is None:
        return ""
    return f"({period(Period(line.period_start, line.period_end), language, year=year)})"


def _name(tax: queries.TaxProof | queries.Tax) -> str:
    return Text(tax.name_fr, tax.name_en).in_()


def _group(group: queries.GroupTotal) -> dict[str, Any]:
    percentage = None if group.percent is None else f"{group.percent}"
    name = Text(group.name_fr, group.name_en).in_()
    return asdict(group) | {"name": name, "difference": group.difference, "percent": percentage}


def _parked(parked: queries.Parked) -> dict[str, Any]:
    return asdict(parked) | {"words": cause_in_words(parked.cause).in_()}


def _rate(row: queries.RunRow) -> float | None:
    """Documents per second since it started (until it ended)."""
    if row.started_at is None:
        return None
    seconds = ((row.finished_at or clock.now()) - row.started_at).total_seconds()
    return round(row.documents / seconds, 1) if seconds > 0 else None
