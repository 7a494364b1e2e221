"""The face of billing for reading: frozen dataclasses, never rows."""

import datetime

from gigafibre.billing.confirming import refuse_day
from gigafibre.billing.queries.differences import Difference, Differences, GroupTotal
from gigafibre.billing.queries.invoices import InvoicePage, Line, Tax, invoice, latest_documents
from gigafibre.billing.queries.preview import Parked, RunPreview, preview_run
from gigafibre.billing.queries.proof import Outcome, ProofSheet, TaxProof, proof_of_run
from gigafibre.billing.queries.runs import RunPage, RunRow, run_differences, run_page, run_row, runs
from gigafibre.billing.queries.spared import ExemptionRow, PromotionRow, exemptions_of, promotions_of
from gigafibre.billing.queries.why import Why, why_of
from gigafibre.kernel.errors import Refusal

__all__ = [
    "Difference",
    "Differences",
    "ExemptionRow",
    "GroupTotal",
    "InvoicePage",
    "Line",
    "Outcome",
    "Parked",
    "PromotionRow",
    "ProofSheet",
    "RunPage",
    "RunPreview",
    "RunRow",
    "Tax",
    "TaxProof",
    "Why",
    "differences_of",
    "exemptions_of",
    "invoice",
    "latest_documents",
    "preview_run",
    "promotions_of",
    "proof_of_run",
    "run_page",
    "runs",
    "why_not",
    "why_of",
]


def why_not(date: datetime.date) -> Refusal | None:
    """Return why a run of a day could not be confirmed now, if so."""
    try:
        refuse_day(date)
    except Refusal as refusal:
        return refusal
    return None


def differences_of(date: datetime.date, kind: str, limit: int) -> tuple[Differences, list[Difference]]:
    """Return who is billed differently in one way: by a made run, else by the one that would be."""
    row = run_row(date)
    if row is not None:
        return run_differences(row, kind, limit)
    preview = preview_run(date, kind=kind, limit=limit)
    return preview.differences, preview.details
