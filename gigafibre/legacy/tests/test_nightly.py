"""The night after: what the old system added and changed since comes in, and nothing else moves."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from gigafibre.crm.models import Customer
from gigafibre.ledger.checks import run_all
from gigafibre.legacy.importing.run import execute, opened, prepare
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.schema import table
from gigafibre.legacy.verify import verify


class Dump:
    """A dump folder whose rows a test changes as the old system would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, /, **values: object) -> int:
        """Add a row with the next id, its other columns empty; returns the id."""
        path = self.folder / f"{name}.txt"
        text = path.read_text()
        last = max(int(line.split("\t")[0]) for line in text.split("\n") if line.split("\t")[0].isdigit())
        row = {column.name: _empty(column.sql_type) for column in table(name).columns} | {"id": str(last + 1)}
        row |= {column: str(value) for column, value in values.items()}
        path.write_text(text + "\t".join(row.values()) + "\n")
        return last + 1

    def remove(self, name: str, key: int, /) -> None:
        """Take one row away."""
        self.without(name, "id", key)

    def without(self, name: str, column: str, value: int, /) -> None:
        """Take the rows away of which a column has this value."""
        path, at = self.folder / f"{name}.txt", table(name).names.index(column)
        rows = path.read_text().split("\n")
        path.write_text("\n".join(row for row in rows if not row or row.split("\t")[at] != str(value)))

    def change(self, name: str, key: int, /, **values: Callable[[str], object]) -> None:
        """Change columns of one row, each from what stands there."""
        path = self.folder / f"{name}.txt"
        lines = path.read_text().split("\n")
        place = next(n for n, line in enumerate(lines) if line.startswith(f"{key}\t"))
        fields = lines[place].split("\t")
        for column, becomes in values.items():
            at = table(name).names.index(column)
            fields[at] = str(becomes(fields[at]))
        lines[place] = "\t".join(fields)
        path.write_text("\n".join(lines))


def _empty(kind: str) -> str:
    return "" if "char" in kind or "text" in kind else "0"


def imported(folder: Path) -> ImportRun:
    return execute(prepare(str(folder), by="test"), str(folder))


def rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def constraints() -> list[tuple[Any, ...]]:
    return rows(
        "SELECT conname, pg_get_constraintdef(oid), convalidated FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace "
        "UNION ALL SELECT indexname, indexdef, true FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"
    )


def figures_of(run: ImportRun, name: str) -> dict[str, int]:
    return {"new": 0, "changed": 0, **run.report["phases"][name]}


def test_only_what_changed_comes_in(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=3, defects="none", json=True, stdout=StringIO())
    before = constraints()
    imported(tmp_path)
    assert constraints() == before, "keys and indexes that were taken off for the first import are back"
    dump, now = Dump(tmp_path), int(time.time()) - 3600
    [(unpaid, account, amount)] = rows(
        "SELECT v.legacy_id, c.legacy_id, o.open FROM ledger_openitem o JOIN billing_invoice v ON v.number = o.number "
        "JOIN crm_customer c ON c.id = v.customer_id WHERE o.kind = 'invoice' AND o.open = o.amount "
        "ORDER BY v.legacy_id DESC LIMIT 1"
    )
    [(returned, its_account, its_invoice, its_amount)] = rows(
        "SELECT p.legacy_id, c.legacy_id, v.legacy_id, p.amount FROM payments_payment p "
        "JOIN crm_customer c ON c.id = p.customer_id JOIN ledger_openitem o ON o.number = p.number "
        "JOIN ledger_allocation a ON a.credit_id = o.id AND a.amount = o.amount AND a.undone_on IS NULL "
        "JOIN ledger_openitem d ON d.id = a.debit_id AND d.amount = a.amount "
        "JOIN billing_invoice v ON v.number = d.number WHERE p.amount > 20 "
        f"AND c.legacy_id <> {int(account)} ORDER BY p.legacy_id DESC LIMIT 1"
    )
    invoice = dump.add("invoice", account_id=account, date_orig=now, total_amt="10.00", billing_status=1)
    dump.add(
        "invoice_item", invoice_id=invoice, sku="AUTRE", product_name="Frais", quantity="1.000", unitary_price="10.00"
    )
    paid = dump.add("payment", account_id=account, date_orig=now, amount=amount, applied_amt=amount, type="chèque")
    dump.add("payment_item", payment_id=paid, invoice_id=unpaid, amount=amount)
    dump.change("invoice", unpaid, billed_amt=lambda _: amount)
    back = -its_amount
    nsf = dump.add("payment", account_id=its_account, date_orig=now, amount=back, applied_amt=back, type="reversement")
    dump.add("payment_item", payment_id=nsf, invoice_id=its_invoice, amount=back)
    changed = rows(
        "SELECT legacy_id FROM billing_invoice WHERE kind = 'invoice' AND state = 'issued' "
        f"AND legacy_id NOT IN ({int(unpaid)}, {int(its_invoice)}) ORDER BY legacy_id LIMIT 1"
    )[0][0]
    dump.change("invoice", changed, total_amt=lambda old: Decimal(old) + 5)
    [(line,)] = rows(
        "SELECT min(l.legacy_id) FROM billing_invoiceline l JOIN billing_invoice v ON v.id = l.invoice_id "
        f"WHERE v.legacy_id = {int(changed)}"
    )
    dump.change("invoice_item", line, unitary_price=lambda _: "123.45")
    moved, gone = Customer.objects.filter(status="active").order_by("legacy_id")[:2]
    dump.change("account", moved.legacy_id or 0, address1=lambda _: "7, rue Neuve", cell=lambda _: "450 555-0188")
    dump.change("account", gone.legacy_id or 0, status=lambda _: 4, terminate_date=lambda _: now)
    entries = rows("SELECT count(*) FROM ledger_journalentry")[0][0]

    run = imported(tmp_path)

    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [check for check in run.report["checks"] if check["wrong"]] == []
    assert figures_of(run, "invoices")["new"] == 2, "one is new, one was issued anew"
    assert figures_of(run, "payments")["new"] == 2
    assert (figures_of(run, "customers")["new"], figures_of(run, "customers")["changed"]) == (0, 2)
    assert figures_of(run, "contacts")["changed"] == 1
    assert rows("SELECT count(*) FROM ledger_journalentry")[0][0] == entries + 5
    left = dict(rows("SELECT kind || ' ' || number, open FROM ledger_openitem"))
    assert left[f"invoice {unpaid}"] == left[f"payment PAY-L{paid}"] == 0
    assert (left[f"invoice {its_invoice}"], left[f"payment PAY-L{returned}"], left[f"reversal PAY-L{nsf}"]) == (
        its_amount, 0, 0,
    )  # fmt: skip
    assert left[f"invoice {invoice}"] == Decimal("10.00")
    moved.refresh_from_db()
    gone.refresh_from_db()
    assert (moved.line1, gone.status) == ("7, rue Neuve", "terminated")
    assert "+14505550188" in moved.points.values_list("value", flat=True)
    told = ImportFinding.objects.filter(run=run, code="document_reissued").values_list("table", "legacy_id", "amount")
    assert list(told) == [("invoice", changed, Decimal("5.00"))]

    assert [check for check in run_all() if check.wrong] == [], "the ledger's own checks hold"
    third = imported(tmp_path)
    assert {name for name, done in third.report["phases"].items() if done.get("new") or done.get("changed")} == set()


def test_a_draft_that_became_final_is_issued(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=3, defects="real", json=True, stdout=StringIO())
    imported(tmp_path)
    [(draft, total)] = rows("SELECT legacy_id, total FROM billing_invoice WHERE state = 'draft' AND total > 0 LIMIT 1")
    Dump(tmp_path).change("invoice", draft, billing_status=lambda _: 1)
    run = imported(tmp_path)
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert rows(f"SELECT state, number FROM billing_invoice WHERE legacy_id = {int(draft)}") == [("issued", str(draft))]
    assert rows(f"SELECT amount FROM ledger_openitem WHERE number = '{int(draft)}'") == [(total,)]


def test_a_second_opinion_agrees_after_the_night(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=5, defects="real", json=True, stdout=StringIO())
    imported(tmp_path)
    imported(tmp_path)
    with opened(str(tmp_path)) as source:
        assert [check for check in verify(source) if not check.holds] == []
