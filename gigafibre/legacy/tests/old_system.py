"""The old system's own run over a dump folder: it bills a day by its own rules, knowing nothing of our engine.

python -m gigafibre.legacy.tests.old_system FOLDER 2026-12-01 [EVERY]     each EVERYth invoice goes astray
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from gigafibre.kernel.periods import add_months
from gigafibre.legacy.sample.days import MONTREAL
from gigafibre.legacy.schema import table

Row = dict[str, str]
#: What may go wrong with an account's bill: gets its services with their prices, gives back what is billed.
Spoil = Callable[[int, list[tuple[Row, Decimal]]], list[tuple[Row, Decimal]]]
CENT = Decimal("0.01")


def bill(folder: Path, on: date, spoil: Spoil = lambda _, due: due) -> dict[int, Decimal]:
    """Bill every service due by a day, one invoice per account; returns each account's total with taxes."""
    services, products = _rows(folder, "service"), {row["id"]: row for row in _rows(folder, "product")}
    accounts = {row["id"]: row for row in _rows(folder, "account")}
    owners = {row["id"]: row["account_id"] for row in _rows(folder, "delivery")}
    midnight = int(datetime(on.year, on.month, on.day, tzinfo=MONTREAL).timestamp())
    due = _due(services, products, owners, midnight)
    made: dict[str, list[dict[str, Any]]] = {"invoice": [], "invoice_item": [], "invoice_tax": []}
    first = {name: max(int(row["id"]) for row in _rows(folder, name)) + 1 for name in made}
    totals: dict[int, Decimal] = {}

    def add(name: str, **values: Any) -> int:
        number = first[name] + len(made[name])
        made[name].append({"id": number, **values})
        return number

    for account, found in sorted(due.items()):
        billed = spoil(account, found)
        before = sum((price for _, price in billed), Decimal(0))
        if before <= 0:
            continue
        base = sum((price for row, price in billed if products[row["product_id"]]["taxable"] == "1"), Decimal(0))
        group = accounts[str(account)]["tax_group"]
        gst = (base * Decimal("0.05")).quantize(CENT, ROUND_HALF_UP) if group in "12" else Decimal(0)
        qst = (base * Decimal("0.09975")).quantize(CENT, ROUND_HALF_UP) if group == "1" else Decimal(0)
        totals[account] = before + gst + qst
        moment = midnight + 7_800
        invoice = add(
            "invoice",
            account_id=account,
            date_orig=moment,
            due_date=moment,
            total_amt=totals[account],
            billing_status=1,
        )
        for row, price in billed:
            product = products[row["product_id"]]
            what = {"sku": product["sku"], "product_name": product["name"], "quantity": "1.000", "unitary_price": price}
            add("invoice_item", invoice_id=invoice, service_id=row["id"], **what)
        for tax, amount in ((1, gst), (3, qst)):
            if amount:
                add("invoice_tax", invoice_id=invoice, tax_id=tax, amount=amount)
    for name, rows in made.items():
        with (folder / f"{name}.txt").open("a") as file:
            file.writelines("\t".join(_filled(name, row)) + "\n" for row in rows)
    text = "".join("\t".join(row.values()) + "\n" for row in services)
    (folder / "service.txt").write_text(text)
    return totals


def _due(
    services: list[Row], products: dict[str, Row], owners: dict[str, str], midnight: int
) -> dict[int, list[tuple[Row, Decimal]]]:
    """What is due by a moment, by account; the next date of each moves on."""
    due: dict[int, list[tuple[Row, Decimal]]] = defaultdict(list)
    for row in services:
        account, product = owners.get(row["delivery_id"]), products.get(row["product_id"])
        if account is None or product is None or row["payment_recurrence"] not in {"1", "3", "6", "12"}:
            continue
        goes_on = row["actif_until"] == "0" or int(row["actif_until"]) > midnight
        live = row["status"] == "1" and row["date_suspended"] == "0" and goes_on
        if not live or int(row["date_next_invoice"]) > midnight:
            continue
        price = Decimal(row["hijack_price"] if row["hijack"] == "1" else product["price"])
        due[int(account)].append((row, price))
        then = datetime.fromtimestamp(int(row["date_next_invoice"]), MONTREAL).date()
        following = add_months(then, int(row["payment_recurrence"]))
        moment = datetime(following.year, following.month, following.day, tzinfo=MONTREAL)
        row["date_next_invoice"] = str(int(moment.timestamp()))
    return due


def astray(every: int) -> Spoil:
    """Let each so many-th account's bill go wrong: dearer, forgotten, one line less, or half a month more."""

    def spoil(account: int, due: list[tuple[Row, Decimal]]) -> list[tuple[Row, Decimal]]:
        if account % every:
            return due
        (row, price), *rest = due
        match account // every % 4:
            case 0:
                return [(row, price + 5), *rest]
            case 1:
                return []
            case 2:
                return rest or due
            case _:
                return [(row, price), (row, (price / 2).quantize(CENT, ROUND_HALF_UP)), *rest]

    return spoil


def _rows(folder: Path, name: str) -> list[Row]:
    """The rows of a table, their text as it stands in the dump."""
    names = table(name).names
    text = (folder / f"{name}.txt").read_text().replace("\\\\", "\1").replace("\\\n", "\2").replace("\\\t", "\3")
    back = str.maketrans({"\1": "\\\\", "\2": "\\\n", "\3": "\\\t"})
    return [
        dict(zip(names, (value.translate(back) for value in line.split("\t")), strict=True))
        for line in text.removesuffix("\n").split("\n")
    ]


def _filled(name: str, row: dict[str, Any]) -> list[str]:
    empty = {column.name: "" if "char" in column.sql_type else "0" for column in table(name).columns}
    return [
        str(row[column.name]) if column.name in row else "\\N" if column.nullable else empty[column.name]
        for column in table(name).columns
    ]


if __name__ == "__main__":
    spoiling = {"spoil": astray(int(sys.argv[3]))} if len(sys.argv) > 3 else {}
    print(len(bill(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), **spoiling)), "invoices")
