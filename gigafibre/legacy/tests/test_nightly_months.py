"""Months closed and switches turned on here since the first import: no night fails on one or touches the other."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigafibre.identity.models import Switch
from gigafibre.kernel import clock
from gigafibre.kernel.models import AuditEntry
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.models import ClosedMonth
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows


def on(code: str) -> None:
    turned = {"on": True, "on_since": clock.now(), "changed_by_name": "Amélie", "reason": "Prête"}
    Switch.objects.update_or_create(code=code, defaults=turned)


def test_the_first_import_turns_all_off_and_a_closed_month_stops_no_night(committed_db: Any, tmp_path: Path) -> None:
    opens = clock.today().replace(day=1)
    make(scaled(0.002, 3, Defects.NONE, opens - timedelta(days=40)), tmp_path)
    on("billing.run")
    first = imported(tmp_path)
    switch = Switch.objects.get(code="billing.run")
    assert (switch.on, switch.changed_by_name) == (False, f"system (import {first.pk})")
    told = ImportFinding.objects.filter(run=first, code="switch_turned_off")
    assert list(told.values_list("detail", flat=True)) == ["billing.run"]
    assert {"code": "switch_turned_off", "table": "", "count": 1, "amount": "0"} in first.report["findings"]
    trail = AuditEntry.objects.filter(table="identity_switch", row="billing.run").latest("id")
    assert (trail.action, trail.actor) == ("identity.turn_switch_off", f"system (import {first.pk})")

    on("billing.run")
    late = opens - timedelta(days=3)
    assert rows("SELECT max(date) FROM ledger_journalentry WHERE kind = 'opening'")[0][0] < late.replace(day=1)
    ClosedMonth.objects.create(month=late.replace(day=1), closed_by="Amélie")
    dump = Dump(tmp_path)
    [(account, customer)] = rows("SELECT legacy_id, id FROM crm_customer WHERE status = 'active' ORDER BY 1 LIMIT 1")
    moment = at(late, 10, 0)
    invoice = dump.add("invoice", account_id=account, date_orig=moment, total_amt="10.00", billing_status=1)
    paid = dump.add("payment", account_id=account, date_orig=moment, amount="4.00", type="chèque")
    dump.add("payment_item", payment_id=paid, invoice_id=invoice, amount="4.00")

    second = imported(tmp_path)

    assert Switch.objects.get(code="billing.run").on, "what people turned on since is theirs"
    assert [row for row in second.report["reconciliation"] if float(row["rest"]) != 0] == []
    numbers = f"('{invoice}', 'PAY-L{paid}')"
    assert rows(f"SELECT DISTINCT date FROM ledger_journalentry WHERE document IN {numbers}") == [(opens,)]
    assert rows(f"SELECT DISTINCT date, customer_id FROM ledger_openitem WHERE number IN {numbers}") == [
        (opens, customer)
    ]
    assert rows(f"SELECT date FROM billing_invoice WHERE legacy_id = {invoice}") == [(late,)]
    found = ImportFinding.objects.filter(run=second, code="month_closed_here").order_by("table")
    assert list(found.values_list("table", "legacy_id", "detail", "amount")) == [
        ("invoice", invoice, f"{late} → {opens}", Decimal("10.00")),
        ("payment", paid, f"{late} → {opens}", Decimal("4.00")),
    ]
    assert [check for check in run_all() if check.wrong] == []
    third = imported(tmp_path)
    assert {name for name, done in third.report["phases"].items() if done.get("new") or done.get("changed")} == set()
    assert not ImportFinding.objects.filter(run=third, code="month_closed_here").exists()
