"""A part of the import: some areas with what they need, or what can have changed since a day; as right as the whole."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text
from gigafibre.legacy.importing.choice import AREAS, NEEDS, READS, Choice, known_names
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.phases import PHASES, TABLES, Phase
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.importing.since import Reading
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.source import open_source
from gigafibre.legacy.tests.sums import checksums, counts
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.waiting import WAITING


def brought(dump: Dump, *only: str, since: Any = None, dry_run: bool = False) -> ImportRun:
    choice = Choice.of(only, since)
    return execute(prepare(str(dump.folder), by="test", choice=choice, dry_run=dry_run), str(dump.folder))


@pytest.fixture
def dump(tmp_path: Path) -> Dump:
    """A small dump with the defects of the real one."""
    folder = tmp_path / "dump"
    call_command("legacy_sample", to=str(folder), scale=0.002, seed=11, defects="real", json=True, stdout=StringIO())
    return Dump(folder)


def test_names_bring_what_they_need() -> None:
    assert [phase.name for phase in Choice.of(["staff"], None).phases()] == ["staff", "checks"]
    chosen = [phase.name for phase in Choice.of([" Network ", "network"], None).phases()]
    assert chosen == ["reference", "customers", "locations", "subscriptions", "network", "checks"]
    documents = {"invoices", "payments", "receivables", "postings"}
    for name in ("billing", "invoices", "payments", "postings"):
        assert documents <= {phase.name for phase in Choice.of([name], None).phases()}, "documents never come apart"
    assert Choice.of([], None).phases() == list(PHASES)
    assert Choice.of([""], None).tables() == [*TABLES, *WAITING]
    order = [phase.name for phase in PHASES]
    assert {part for parts in AREAS.values() for part in parts} | set(NEEDS) | set(READS) <= set(order)


def test_a_name_that_is_none_is_refused_with_those_that_are(committed_db: Any, dump: Dump) -> None:
    with pytest.raises(Refusal) as refused:
        Choice.of(["customers", "facturation"], None)
    assert refused.value.code == "unknown_import_area"
    said: Text = refused.value.said
    assert said.en == f"Unknown area of the import: facturation. Choose among: {', '.join(known_names())}."
    with pytest.raises(Refusal) as later:
        Choice.of([], clock.today() + timedelta(days=1))
    assert later.value.code == "import_since_in_future"
    with pytest.raises(CommandError, match="Domaine d’importation inconnu : x"):
        call_command("legacy_import", source=str(dump.folder), only="x")
    assert ImportRun.objects.count() == 0


def test_each_phase_reads_the_tables_it_says(committed_db: Any, dump: Dump, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a phase's statements name in the staging schema must be staged whenever the phase runs."""
    read: dict[str, set[str]] = defaultdict(set)

    def watched(phase: Phase, ctx: Ctx) -> None:
        def look(run: Any, statement: Any, params: Any, many: bool, context: Any) -> Any:
            read[phase.name].update(re.findall(r'legacy_stage"?\."?(\w+)', str(statement)))
            return run(statement, params, many, context)

        with connection.execute_wrapper(look):
            phase.run(ctx)

    phases = [replace(phase, run=partial(watched, phase)) for phase in PHASES]
    monkeypatch.setattr("gigafibre.legacy.importing.choice.PHASES", phases)
    imported(dump.folder)
    for name, named in read.items():
        tables = named & set(TABLES)  # others are made here, of these
        assert tables <= set(READS.get(name, TABLES)), f"the phase {name} reads {sorted(tables - set(READS[name]))}"
    assert read["invoices"] >= {"invoice", "invoice_item", "invoice_tax", "tax"}


def test_areas_come_one_after_the_other_as_the_whole(committed_db: Any, another_db: Any, dump: Dump) -> None:
    first = brought(dump, "customers")
    here = {name for name, count in counts().items() if count}
    assert here >= {"crm_customer", "crm_contact", "crm_location", "kernel_note"}
    assert not here & {"billing_invoice", "payments_payment", "subscriptions_subscription", "network_drop"}
    assert {row["name"] for row in first.report["reconciliation"]} == {"customers", "locations"}
    assert "invoiced" in first.report["not_reconciled"]
    assert [row for row in first.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [check["code"] for check in first.report["checks"] if check["wrong"]] == []
    second = brought(dump, "billing")
    assert [row for row in second.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert "live_monthly_value" not in second.report["not_reconciled"]
    assert [check["code"] for check in second.report["checks"] if check["wrong"]] == []
    rest = imported(dump.folder)
    assert (rest.report["not_reconciled"], rest.report["since"]) == ([], None)
    assert not ImportFinding.objects.filter(code__in=["gone_from_source", "conflict"]).exists()
    command = [sys.executable, "-m", "gigafibre", "legacy_import", "--source", str(dump.folder), "--json"]
    subprocess.run(command, env={**os.environ, "DATABASE_URL": another_db.url}, check=True, stdout=subprocess.DEVNULL)
    with psycopg.connect(another_db.url) as other, other.cursor() as cursor:
        assert checksums() == checksums(cursor)


def test_an_interrupted_run_is_taken_up_only_by_the_same_choice(
    committed_db: Any, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(ctx: Any, name: str) -> None:
        raise RuntimeError("the machine went down")

    monkeypatch.setattr("gigafibre.legacy.importing.run.stage", torn)
    with pytest.raises(RuntimeError):
        brought(dump, "staff", since=clock.today())
    monkeypatch.undo()
    assert brought(dump, "catalogue").pk != ImportRun.objects.order_by("pk")[0].pk
    assert brought(dump, "staff").pk != ImportRun.objects.order_by("pk")[0].pk
    again = brought(dump, "STAFF", since=clock.today())
    assert (again.pk, again.only, again.since) == (ImportRun.objects.order_by("pk")[0].pk, ["staff"], clock.today())


def test_a_run_goes_on_only_with_what_it_read_itself(
    committed_db: Any, dump: Dump, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another source of as many rows, read since the first was interrupted, is not taken for it."""

    def torn(ctx: Any, target: str, *_: Any, **__: Any) -> None:
        raise RuntimeError("the machine went down")

    other = tmp_path / "other"
    shutil.copytree(dump.folder, other)
    key = int((other / "account.txt").read_text().split("\t", 1)[0])
    Dump(other).change("account", key, city=lambda _: "Ville d’ailleurs")
    dump.change("account", key, city=lambda _: "Ville d’abord")
    monkeypatch.setattr("gigafibre.legacy.importing.field.merge", torn)
    with pytest.raises(RuntimeError):
        imported(dump.folder)
    monkeypatch.undo()
    [said] = ImportRun.objects.values_list("error", flat=True)
    assert said.startswith("Une erreur imprévue a arrêté l’importation")
    assert "the machine went down" in said
    assert imported(other).state == "done"
    [(city,)] = rows(f"SELECT city FROM crm_customer WHERE legacy_id = {key}")
    assert city == "Ville d’ailleurs"
    run = imported(dump.folder)
    assert run.pk == ImportRun.objects.order_by("pk")[0].pk
    [(city,)] = rows(f"SELECT city FROM crm_customer WHERE legacy_id = {key}")
    assert city == "Ville d’abord"


def change(dump: Dump) -> None:
    """What a week of the old system's life does to documents that were read, old and new."""
    now = int(time.time()) - 3600
    [(draft,)] = rows("SELECT legacy_id FROM billing_invoice WHERE state = 'draft' AND total > 0 LIMIT 1")
    dump.change("invoice", draft, billing_status=lambda _: 1)
    [(unpaid, account, amount)] = rows(
        "SELECT v.legacy_id, c.legacy_id, o.open FROM ledger_openitem o JOIN billing_invoice v ON v.number = o.number "
        "JOIN crm_customer c ON c.id = v.customer_id WHERE o.kind = 'invoice' AND o.open = o.amount "
        "ORDER BY v.legacy_id LIMIT 1"
    )
    paid = dump.add("payment", account_id=account, date_orig=now, amount=amount, applied_amt=amount, type="chèque")
    dump.add("payment_item", payment_id=paid, invoice_id=unpaid, amount=amount)
    dump.change("invoice", unpaid, billed_amt=lambda _: amount)
    # An old, settled payment comes back.
    [(its_account, its_invoice, its_amount)] = rows(
        "SELECT c.legacy_id, v.legacy_id, p.amount FROM payments_payment p JOIN crm_customer c ON c.id = p.customer_id "
        "JOIN ledger_openitem o ON o.number = p.number JOIN ledger_allocation a ON a.credit_id = o.id "
        "AND a.amount = o.amount AND a.undone_on IS NULL JOIN ledger_openitem d ON d.id = a.debit_id "
        "AND d.amount = a.amount JOIN billing_invoice v ON v.number = d.number "
        f"WHERE p.amount > 20 AND c.legacy_id <> {int(account)} ORDER BY p.legacy_id LIMIT 1"
    )
    back = -its_amount
    nsf = dump.add("payment", account_id=its_account, date_orig=now, amount=back, applied_amt=back, type="reversement")
    dump.add("payment_item", payment_id=nsf, invoice_id=its_invoice, amount=back)
    dump.change("invoice", its_invoice, billed_amt=lambda _: "0.00")
    # A new document that bears an old date.
    old = now - 400 * 86_400
    backdated = dump.add("invoice", account_id=account, date_orig=old, total_amt="10.00", billing_status=1)
    dump.add("invoice_item", invoice_id=backdated, sku="X", product_name="Frais", quantity="1.000", unitary_price="10")
    # A customer leaves the source whole; his documents stay, and are not read again.
    [(gone,)] = rows(
        "SELECT c.legacy_id FROM crm_customer c JOIN billing_invoice v ON v.customer_id = c.id "
        f"WHERE NOT c.placeholder AND c.legacy_id NOT IN ({int(account)}, {int(its_account)}) ORDER BY 1 LIMIT 1"
    )
    path = dump.folder / "account.txt"
    path.write_text(
        "".join(f"{line}\n" for line in path.read_text().split("\n")[:-1] if not line.startswith(f"{gone}\t"))
    )


def test_what_can_have_changed_since_a_day_comes_in_as_with_a_whole_reading(
    committed_db: Any, another_db: Any, dump: Dump, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "gigafibre", "legacy_import", "--source", str(dump.folder), "--json"]
    whole = {**os.environ, "DATABASE_URL": another_db.url}
    day = clock.today() - timedelta(days=20)
    first = brought(dump, since=day)
    assert {told["kept"] for told in first.report["since"]["tables"].values()} == {0}, (
        "nothing to build on: all is read"
    )
    subprocess.run(command, env=whole, check=True, stdout=subprocess.DEVNULL)
    change(dump)
    second = brought(dump, since=day)
    told = subprocess.run(command, env=whole, check=True, stdout=subprocess.PIPE, text=True)
    report = json.loads(told.stdout)
    read = {row["table"]: row["read"] for row in report["tables"]}
    for name, part in second.report["since"]["tables"].items():
        assert part["read"] + part["kept"] == read[name]
        assert 0 < part["read"] < part["kept"], name
    with psycopg.connect(another_db.url) as other, other.cursor() as cursor:
        assert checksums() == checksums(cursor)
    assert second.report["reconciliation"] == report["reconciliation"]
    assert [row for row in second.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert second.report["findings"] == report["findings"]
    assert [check["code"] for check in second.report["checks"] if check["wrong"]] == []
    # Another source, a table read by another run, or one that lost rows: all is read.
    source = open_source(str(dump.folder))
    with connection.cursor() as own:
        assert Reading(day).picked(own, source, "payment") is not None
        assert Reading(None).picked(own, source, "payment") is None
        assert Reading(day).picked(own, source, "account") is None
        shutil.copytree(dump.folder, tmp_path / "elsewhere")
        assert Reading(day).picked(own, open_source(str(tmp_path / "elsewhere")), "payment") is None
        own.execute("DELETE FROM legacy_stage.payment_item WHERE id = (SELECT min(id) FROM legacy_stage.payment_item)")
        assert Reading(day).picked(own, source, "payment") is None
