"""The main job: a provider's data comes in, the month is billed, a customer's page and PDF show it."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.management import call_command

from gigafibre.billing import run
from gigafibre.billing.document import paper
from gigafibre.billing.queries.preview import preview_run
from gigafibre.billing.queries.runs import run_page
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.models import Allocation
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.tests.test_nightly import Dump
from gigafibre.reports.customer_360 import customer_360
from gigafibre.subscriptions.models import Subscription

DECEMBER = date(2026, 12, 1)


def reconciled(folder: Path) -> list[dict[str, Any]]:
    """Import and return the sums that differ."""
    done = execute(prepare(str(folder), by="test"), str(folder))
    return [row for row in done.report["reconciliation"] if float(row["rest"])]


@pytest.fixture
def provider(committed_db: Any, clock: Any, tmp_path: Path) -> Path:
    """Forty customers and a year of history, brought in."""
    folder = tmp_path / "dump"
    with (tmp_path / "said").open("w") as said:
        call_command(
            "legacy_sample", to=str(folder), customers=40, years=1, seed=3, defects="few", json=True, stdout=said
        )
    assert reconciled(folder) == []
    os.environ.pop("GIGAFIBRE_CLOCK", None)
    clock.freeze("2026-12-01T06:00:00-05:00")
    return folder


def test_a_provider_comes_in_and_is_billed(provider: Path) -> None:
    looked = preview_run(DECEMBER)
    before = {number: customer_360(number, SYSTEM)["header"] for number in ("C-4217", "C-3318")}

    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    (unfinished,) = run.unfinished()
    while run.issue(unfinished[0]):
        pass

    page = run_page(DECEMBER)
    assert page.row.state == "done"
    assert page.row.documents == looked.invoices + looked.credit_notes
    assert page.row.total == looked.total
    for number in ("C-4217", "C-3318"):
        after = customer_360(number, SYSTEM)
        newest = after["invoices"]["items"][0]
        assert newest["date"] == DECEMBER
        assert newest["number"].startswith("SINV-2026-")
        content = paper(newest["number"]).content
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        assert newest["number"] in text
        assert "14,975" not in text
        assert after["header"]["balance"] != before[number]["balance"]
        assert after["header"]["next_on"] > DECEMBER
    assert [result for result in run_all() if result.wrong] == []


def settled_across() -> Any:
    return Allocation.objects.filter(credit__number__startswith="PAY-L", debit__number__startswith="SINV-")


def test_after_a_month_of_ours_the_same_source_still_reconciles(provider: Path) -> None:
    payer = Subscription.objects.filter(state="active", charged_until=DECEMBER).order_by("id")[0].customer
    given = {"account_id": payer.legacy_id, "amount": "35.00", "applied_amt": "0.00", "type": "chèque"}
    Dump(provider).add("payment", date_orig=int(clock.now().timestamp()) - 86400 * 12, **given)
    assert reconciled(provider) == []
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    (unfinished,) = run.unfinished()
    while run.issue(unfinished[0]):
        pass
    assert settled_across().exists(), "an old payment pays an invoice of ours"
    assert reconciled(provider) == []
