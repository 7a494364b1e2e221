"""Examples of the ledger's actions: each builds its state and returns valid input."""

from __future__ import annotations

from datetime import date
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.tests.examples import example
from gigafibre.ledger.actions import close_account, close_month
from gigafibre.ledger.tests.factories import a_deferred_part


@example("ledger.post_manual_entry")
def _manual_entry() -> dict[str, Any]:
    return {
        "on": "2026-11-20",
        "description": "Frais bancaires de novembre",
        "lines": [{"account": "5400", "debit": "42.50"}, {"account": "1060", "credit": "42.50"}],
    }


@example("ledger.close_month")
def _close() -> dict[str, Any]:
    return {"month": "2026-10"}


@example("ledger.reopen_month")
def _reopen() -> dict[str, Any]:
    close_month("2026-10")
    return {"month": "2026-10", "reason": "Une facture de fournisseur manquait."}


@example("ledger.recognise_month")
def _recognise() -> dict[str, Any]:
    a_deferred_part(date(2026, 11, 1), on=date(2026, 10, 1))
    return {"month": "2026-11"}


@example("ledger.add_account")
def _add_account() -> dict[str, Any]:
    return {"number": "1070", "name_fr": "Compte en dollars US", "name_en": "US dollar account", "kind": "asset"}


@example("ledger.edit_account")
def _edit_account() -> dict[str, Any]:
    return {"account": "5300", "name_fr": "Camions", "name_en": "Trucks", "kind": "expense", "gifi": "9281"}


@example("ledger.close_account")
def _close_account() -> dict[str, Any]:
    return {"account": "1065", "since": clock.today().isoformat(), "reason": "Fermé à la caisse"}


@example("ledger.reopen_account")
def _reopen_account() -> dict[str, Any]:
    close_account("1065", since=clock.today(), reason="Fermé à la caisse")
    return {"account": "1065"}
