"""Rows that people give to another account, or put at another place, in the old system after they came."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify

#: A table of the source, the column that says whose, and what stands here of its row: table, whose, condition.
OWNED = (
    ("delivery", "account_id", "crm_location", "customer_id", "crm_customer"),
    ("delivery_history", "account_id", "crm_formeraddress", "customer_id", "crm_customer"),
    ("service", "delivery_id", "subscriptions_subscription", "location_id", "crm_location"),
    ("device", "delivery_id", "network_equipment", "location_id", "crm_location"),
    ("bon_travail", "account_id", "dispatch_job", "customer_id", "crm_customer"),
    ("soumission", "account_id", "sales_quotation", "customer_id", "crm_customer"),
    ("accord_paiement", "account_id", "collections_paymentarrangement", "customer_id", "crm_customer"),
    ("account_suspension", "account_id", "collections_suspension", "customer_id", "crm_customer"),
    ("invoice", "account_id", "billing_invoice", "customer_id", "crm_customer"),
    ("payment", "account_id", "payments_payment", "customer_id", "crm_customer"),
)


STAYS = ("bon_travail", "invoice", "payment")


def another(value: object) -> Callable[[str], object]:
    return lambda _: value


def test_an_owner_that_changes_there_stops_no_night(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.004, 5, Defects.NONE, datetime.date(2026, 11, 20)), tmp_path)
    imported(tmp_path)
    dump, moved = Dump(tmp_path), {}
    for table, column, ours, whose, owners in OWNED:
        [(key, was, becomes)] = rows(
            f"SELECT x.legacy_id, o.legacy_id, "
            f"(SELECT max(b.legacy_id) FROM {owners} b WHERE b.legacy_id <> o.legacy_id) "
            f"FROM {ours} x JOIN {owners} o ON o.id = x.{whose} WHERE x.legacy_id > 0 ORDER BY x.legacy_id DESC LIMIT 1"
        )
        dump.change(table, key, **{column: another(becomes)})
        moved[table] = (key, was, becomes)

    run = imported(tmp_path)

    for table, _, ours, whose, owners in OWNED:
        key, was, becomes = moved[table]
        [(owner,)] = rows(
            f"SELECT o.legacy_id FROM {ours} x JOIN {owners} o ON o.id = x.{whose} WHERE x.legacy_id = {key}"
        )
        # Work done and the books stay whose they were.
        assert owner == (was if table in STAYS else becomes), table
    for again in (run, imported(tmp_path)):
        listed = ImportFinding.objects.filter(run=again, code__in=["conflict", "document_changed"])
        assert sorted(listed.values_list("table", "legacy_id")) == sorted((name, moved[name][0]) for name in STAYS)
        assert [row for row in again.report["reconciliation"] if float(row["rest"]) != 0] == []
        assert [row for row in again.report["tables"] if row["rest"] != 0] == []
        assert again.report["customers"] == []
        with opened(str(tmp_path)) as source:
            assert [check for check in verify(source) if not check.holds] == []
