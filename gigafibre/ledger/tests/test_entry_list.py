"""The list of entries: narrowed by kind, account, day and words; the entries of one document with their lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import page
from gigafibre.ledger.actions import Line, post_entry
from gigafibre.ledger.listings import ENTRIES
from gigafibre.ledger.queries import accounts_by_role, entries_of

pytestmark = pytest.mark.django_db


def found(**asked: str) -> list[str]:
    return [row["document"] for row in page(ENTRIES, asked).items]


def test_entries_are_found_by_kind_account_day_and_words(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    roles = accounts_by_role()
    with acting_as(SYSTEM):
        for number, kind, role in ((1, "adjustment", "gst"), (2, "manual", "qst")):
            sides = [
                Line(roles["clearing.cheque"], debit=Decimal("5.10")),
                Line(roles[role], credit=Decimal("5.10")),
            ]
            post_entry(date(2026, 11, number), kind, f"A-{number}", sides)
        assert found() == ["A-2", "A-1"]
        (first,) = page(ENTRIES, {"kind": "adjustment"}).items
        assert (first["amount"], first["lines"], first["reverses"]) == ("5.10", 2, "")
        assert first["accounts"] == sorted(line.account for line in entries_of("A-1")[0].lines)
        assert found(account=roles["qst"]) == ["A-2"]
        assert found(account=roles["clearing.cheque"]) == ["A-2", "A-1"]
        assert found(view="manual") == ["A-2"]
        assert found(view="corrections") == found(date_to="2026-11-01") == found(q="a-1") == found(document="a-1")
        assert found(q="a-1") == ["A-1"]
