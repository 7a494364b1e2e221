"""The night's sums hold whatever staff did here and the source lost since, and fail by what the importer loses."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.legacy.importing.choice import EVERYTHING
from gigafibre.legacy.importing.reconcile import reconcile
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.subscriptions.actions import cancel_subscription
from gigafibre.subscriptions.models import Subscription


def removed(table: str, condition: str) -> int:
    """Delete one row here, past every trigger; returns its legacy id."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            f"DELETE FROM {table} WHERE id = (SELECT min(id) FROM {table} WHERE {condition}) RETURNING legacy_id"
        )
        [(key,)] = cursor.fetchall()
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    return int(key)


def rests(run: ImportRun) -> list[tuple[str, str]]:
    return [(row["name"], row["rest"]) for row in run.report["reconciliation"] if float(row["rest"]) != 0]


def listed(run: ImportRun, code: str) -> list[tuple[str, int | None]]:
    return sorted(ImportFinding.objects.filter(run=run, code=code).values_list("table", "legacy_id"))


def becomes(value: object) -> Callable[[str], object]:
    return lambda _: value


def test_every_rest_is_nothing_after_work_here_and_losses_there(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.004, 5, Defects.REAL, datetime.date(2026, 11, 20)), tmp_path)
    dump = Dump(tmp_path)
    holder = (tmp_path / "account.txt").read_text().split("\t", 1)[0]
    (tmp_path / "account_profile.txt").write_text(f"7\t{holder}\tprofil\tcarte\tCtok\tdébut\n")
    first = imported(tmp_path)
    assert rests(first) == []
    assert listed(first, "service_otherwise_here") == []
    # Staff end a service and remove what belongs to rows that stay.
    live = "state = 'active' AND legacy_id IS NOT NULL AND price_override IS NULL"
    ended, lost, *_ = Subscription.objects.filter(state="active", legacy_id__gt=0).order_by("legacy_id")
    with acting_as(SYSTEM):
        cancel_subscription(ended.number, reason="Déménage")
    bank = removed("payments_paymentmethod", "kind = 'bank' AND legacy_id IS NOT NULL")
    token = removed("payments_paymentmethod", "kind = 'paysafe' AND legacy_id IS NOT NULL")
    hours = removed("dispatch_timeentry", "legacy_id % 2 = 1")
    memo, pinned = (
        removed("kernel_note", "legacy_id > 0"),
        removed("kernel_note", "legacy_id BETWEEN -999999999 AND -1"),
    )
    flag = removed("kernel_note", "legacy_id < -1000000000")
    # The source loses a service, a document with its lines and taxes, a payment; another's lines and taxes change.
    dump.remove("service", lost.legacy_id or 0)
    [(gone,), (moved,)] = rows(
        "SELECT v.legacy_id FROM billing_invoice v WHERE v.kind = 'invoice' AND v.state = 'issued' AND v.total > 0 "
        "AND EXISTS (SELECT FROM billing_invoicetax t WHERE t.invoice_id = v.id) "
        "AND NOT EXISTS (SELECT FROM ledger_openitem o JOIN ledger_allocation a ON a.debit_id = o.id "
        "WHERE o.number = v.number) ORDER BY v.legacy_id LIMIT 2"
    )
    dump.remove("invoice", gone)
    for table in ("invoice_item", "invoice_tax"):
        dump.without(table, "invoice_id", gone)
    [(line,)] = rows(
        "SELECT min(l.legacy_id) FROM billing_invoiceline l JOIN billing_invoice v ON v.id = l.invoice_id "
        f"WHERE v.legacy_id = {int(moved)}"
    )
    dump.change("invoice_item", line, unitary_price=lambda was: Decimal(was) + 7)
    [(paid,)] = rows(
        "SELECT p.legacy_id FROM payments_payment p JOIN ledger_openitem o ON o.number = p.number AND o.open = 0 "
        "WHERE p.amount > 0 ORDER BY p.legacy_id DESC LIMIT 1"
    )
    dump.remove("payment", paid)
    dump.without("payment_item", "payment_id", paid)

    run = imported(tmp_path)

    assert rests(run) == []
    assert [row for row in run.report["tables"] if row["rest"] != 0] == []
    assert run.report["customers"] == []
    assert listed(run, "service_otherwise_here") == [("service", ended.legacy_id)]
    assert {("invoice", gone), ("payment", paid), ("service", lost.legacy_id)} <= set(listed(run, "gone_from_source"))
    assert listed(run, "document_changed") == [("invoice", moved)]
    # Each is told of the row of the source that it was made of, and one whose row stands skips nothing.
    assert listed(run, "deleted_here") == [
        ("account_memo", memo),
        ("account_profile", token - 2_000_000_000),
        ("account_suspension", -flag - 1_000_000_000),
    ]
    assert listed(run, "part_deleted_here") == sorted(
        [("account", bank - 1_000_000_000), ("account", -pinned), ("bon_travail", hours // 2)]
    )
    again = imported(tmp_path)
    assert (rests(again), listed(again, "deleted_here")) == ([], listed(run, "deleted_here"))
    # A live service that the importer itself loses is no work of anybody's: both sums say so.
    [(key, monthly)] = rows(
        "SELECT s.legacy_id, x.price / s.interval_months FROM subscriptions_subscription s JOIN catalog_itemprice x "
        f"ON x.item_id = s.item_id AND x.days @> s.started_on WHERE s.{live.replace(' AND ', ' AND s.')} "
        "AND x.price > 0 AND s.interval_months = 1 ORDER BY s.legacy_id DESC LIMIT 1"
    )
    assert removed("subscriptions_subscription", f"legacy_id = {int(key)}") == key
    found = {row["name"]: Decimal(row["rest"]) for row in reconcile(again.pk, EVERYTHING)["reconciliation"]}
    assert found["live_subscriptions"] == 1
    assert found["live_monthly_value"] == pytest.approx(monthly, abs=Decimal("0.01"))
