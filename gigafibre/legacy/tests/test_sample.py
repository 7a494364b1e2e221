"""The sample is coherent: it adds up, it is the same for the same seed, it bills each era's taxes."""

import hashlib
from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.days import MONTREAL, opening
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, Shape, demo, scaled
from gigafibre.legacy.schema import tables
from gigafibre.legacy.source import Source, open_source

UNTIL = date(2026, 11, 20)
Rows = list[dict[str, Any]]


def rows(source: Source, table: str) -> Rows:
    names = [column.name for column in source.columns(table)]
    return [dict(zip(names, row, strict=True)) for part in source.rows(table, names) for row in part]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("clean")
    make(scaled(0.008, 7, Defects.NONE, UNTIL), folder)
    return open_source(str(folder))


def digest(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("shape", [scaled(0.004, 11, Defects.REAL, UNTIL), demo(60, 2, 11, Defects.FEW, UNTIL)])
def test_equal_seeds_give_equal_bytes(tmp_path: Path, shape: Shape) -> None:
    make(shape, tmp_path / "one")
    make(shape, tmp_path / "two")
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_another_seed_gives_another_sample(tmp_path: Path) -> None:
    make(scaled(0.002, 1, Defects.NONE, UNTIL), tmp_path / "one")
    make(scaled(0.002, 2, Defects.NONE, UNTIL), tmp_path / "two")
    assert digest(tmp_path / "one")["invoice.txt"] != digest(tmp_path / "two")["invoice.txt"]


def test_every_table_is_there_with_its_columns(clean: Source) -> None:
    assert clean.tables() == sorted(tables())
    for described in tables().values():
        assert tuple(column.name for column in clean.columns(described.name)) == described.names


def test_volumes_are_those_of_the_real_database(clean: Source) -> None:
    exact = (
        "account", "delivery", "service", "delivery_history", "account_profile", "service_snapshot", "ip_history",
        "pbx", "phone_provisioning", "ticket", "bon_travail",
    )  # fmt: skip
    for name in exact:
        assert clean.count(name) == round(tables()[name].volume * 0.008), name
    assert all(clean.count(name) for name in tables())
    documents = clean.count("invoice") + clean.count("payment")
    assert 0 < clean.count("compta_journal_ecriture") - documents < 24 * 365 * 10  # besides, sums of each day
    live = [row for row in rows(clean, "service") if row["status"] == 1]
    assert len(live) == round(21_876 * 0.008)
    assert {name: clean.count(name) for name in ("product", "product_cat", "compta_comptes", "tax")} == {
        "product": 833, "product_cat": 34, "compta_comptes": 48, "tax": 4,
    }  # fmt: skip
    assert clean.count("ticket_dept") == 21
    for name in (
        "invoice", "invoice_item", "invoice_tax", "payment", "payment_item", "ticket_msg",
    ):  # fmt: skip
        assert clean.count(name) == pytest.approx(tables()[name].volume * 0.008, rel=0.25)


def test_nothing_hangs_in_the_air(clean: Source) -> None:
    ids = {name: {row["id"] for row in rows(clean, name)} for name in tables()}
    ids["pbx"] |= {row["phone"] for row in rows(clean, "pbx")}
    for table, column, target in (
        ("delivery", "account_id", "account"), ("service", "delivery_id", "delivery"), ("service", "product_id",
        "product"),
        ("product", "category", "product_cat"), ("invoice", "account_id", "account"),
        ("invoice_item", "invoice_id", "invoice"), ("invoice_tax", "invoice_id", "invoice"),
        ("invoice_tax", "tax_id", "tax"), ("payment", "account_id", "account"), ("payment_item", "payment_id",
        "payment"),
        ("payment_item", "invoice_id", "invoice"), ("account_profile", "account_id", "account"),
        ("delivery_history", "account_id", "account"), ("account_memo", "account_id", "account"),
        ("service_snapshot", "service_id", "service"), ("ip_history", "service_id", "service"),
        ("pbx", "service_id", "service"), ("phone_addr", "phone", "pbx"), ("phone_provisioning", "phone", "pbx"),
        ("ticket_msg", "ticket_id", "ticket"), ("ticket", "dept_id", "ticket_dept"), ("ticket", "open_by", "staff"),
        ("bon_travail", "account_id", "account"), ("bon_travail", "tech1", "staff"),
        ("compta_journal_ecriture", "compta_id", "compta_comptes"),
    ):  # fmt: skip
        assert {row[column] for row in rows(clean, table)} <= ids[target], (table, column)
    lines = {row["service_id"] for row in rows(clean, "invoice_item")}
    assert lines - {0} <= ids["service"]


def test_lines_and_taxes_add_up_and_each_era_has_its_taxes(clean: Source) -> None:
    lines: dict[int, Decimal] = defaultdict(Decimal)
    taxable: dict[int, Decimal] = defaultdict(Decimal)
    products = {row["sku"]: row for row in rows(clean, "product")}
    for row in rows(clean, "invoice_item"):
        amount = Decimal(money.text(money.share(int(row["unitary_price"] * 100), int(row["quantity"] * 1_000) * 100)))
        lines[row["invoice_id"]] += amount
        if products[row["sku"]]["taxable"]:
            taxable[row["invoice_id"]] += amount
    taxes: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for row in rows(clean, "invoice_tax"):
        taxes[row["invoice_id"]][row["tax_id"]] = row["amount"]
    groups = {row["id"]: row["tax_group"] for row in rows(clean, "account")}
    seen = set()
    for invoice in rows(clean, "invoice"):
        number = invoice["id"]
        assert lines[number] + sum(taxes[number].values()) == invoice["total_amt"], number
        day = datetime.fromtimestamp(invoice["date_orig"], MONTREAL).date()
        era = money.era_of(day)
        gst, qst = money.taxes(int(taxable[number] * 100), era)
        expected = {
            1: {1: Decimal(gst) / 100, era.qst_row: Decimal(qst) / 100}, 2: {1: Decimal(gst) / 100}, 3: {4: Decimal(0)},
        }[groups[invoice["account_id"]]]  # fmt: skip
        assert taxes[number] == expected, number
        seen.add(era.since.year)
    assert {2008, 2011, 2012, 2013} <= seen


@pytest.mark.parametrize(
    ("day", "gst", "qst"),
    [
        (date(2006, 6, 30), 700, 803), (date(2006, 7, 1), 600, 795), (date(2008, 1, 1), 500, 788),
        (date(2010, 12, 31), 500, 788), (date(2011, 1, 1), 500, 893), (date(2012, 6, 1), 500, 998),
        (date(2013, 1, 1), 500, 998), (date(2026, 11, 1), 500, 998),
    ],
)  # fmt: skip
def test_a_hundred_dollars_is_taxed_as_published(day: date, gst: int, qst: int) -> None:
    assert money.taxes(10_000, money.era_of(day)) == (gst, qst)


def test_payments_are_applied_as_told(clean: Source) -> None:
    by_payment: dict[int, Decimal] = defaultdict(Decimal)
    by_invoice: dict[int, Decimal] = defaultdict(Decimal)
    for row in rows(clean, "payment_item"):
        by_payment[row["payment_id"]] += row["amount"]
        by_invoice[row["invoice_id"]] += row["amount"]
    for payment in rows(clean, "payment"):
        assert by_payment[payment["id"]] == payment["applied_amt"]
        assert abs(payment["applied_amt"]) <= abs(payment["amount"])
    open_now = 0
    for invoice in rows(clean, "invoice"):
        assert by_invoice[invoice["id"]] == invoice["billed_amt"]
        assert Decimal(0) <= invoice["billed_amt"] <= invoice["total_amt"]
        open_now += invoice["billed_amt"] < invoice["total_amt"]
    assert open_now > 10


def test_invoices_are_numbered_in_the_order_of_their_dates(clean: Source) -> None:
    invoices = rows(clean, "invoice")
    dates = [row["date_orig"] for row in sorted(invoices, key=lambda row: row["id"])]
    assert dates == sorted(dates)


def test_the_run_of_december_has_work_to_do(clean: Source) -> None:
    december = opening(287)
    assert datetime.fromtimestamp(december, MONTREAL).isoformat() == "2026-12-01T00:00:00-05:00"
    live = [row for row in rows(clean, "service") if row["status"] == 1 and not row["date_suspended"]]
    monthly = [row for row in live if row["payment_recurrence"] == 1]
    assert {row["date_next_invoice"] for row in monthly} == {december}
    longer = {row["date_next_invoice"] for row in live if row["payment_recurrence"] > 1}
    assert longer
    assert min(longer) >= december
    assert len(monthly) > 0.9 * len(live)


def test_a_service_is_billed_at_its_price(clean: Source) -> None:
    services = {row["id"]: row for row in rows(clean, "service")}
    products = {row["id"]: row for row in rows(clean, "product")}
    start = opening(286)
    last = {row["id"] for row in rows(clean, "invoice") if start <= row["date_orig"] < start + 80_000}
    checked = 0
    for line in rows(clean, "invoice_item"):
        if line["invoice_id"] in last and line["service_id"]:
            service = services[line["service_id"]]
            price = service["hijack_price"] if service["hijack"] else products[service["product_id"]]["price"]
            assert line["unitary_price"] == price
            checked += 1
    assert checked > 100
