"""Making a whole sample: one module per area, each with its own stream of chance, written to one dump folder."""

import json
from pathlib import Path
from random import Random
from typing import Any

from gigafibre.legacy.sample import (
    catalog,
    collecting,
    field,
    filling,
    money,
    offering,
    people,
    records,
    remarks,
    staff,
    story,
    telephony,
    tickets,
    traffic,
)
from gigafibre.legacy.sample.books import Books, Sums
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.files import DumpFolder
from gigafibre.legacy.sample.months import live_through
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.plant import Plant
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.planting import Planter, garble, note_traits
from gigafibre.legacy.sample.records import Record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.straying import Straying
from gigafibre.legacy.sample.subscribing import Subscriber


def make(shape: Shape, folder: Path) -> dict[str, Any]:
    """Write the sample's dump and its manifest into a folder; return the manifest."""
    planted = Planted(shape)
    catalogue = catalog.catalogue()
    customers = _customers(shape, catalogue)
    if shape.demo:
        used = {service.product.sku for customer in customers for service in customer.services}
        catalogue = catalog.trimmed(catalogue, used, shape.products)
    with DumpFolder(folder) as dump:
        books = Books(shape, dump, catalogue, planted)
        live_through(books, customers)
        rows = _rows(shape, planted, catalogue, customers, books)
        for name, found in rows.items():
            for row in sorted(found, key=lambda row: int(row["id"] or 0)):
                dump[name].row(*row.values())
        tickets.Tickets(shape, planted, dump, customers, rows["staff"]).write()
    manifest = _manifest(shape, dump.rows(), books.sums, planted)
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return manifest


def _customers(shape: Shape, catalogue: catalog.Catalogue) -> list[Customer]:
    """Make the customers with their services and addresses, all numbered."""
    customers = people.populate(shape, story.cast(shape, catalogue))
    people.number(shape, customers)
    garble(shape, customers)
    subscriber = Subscriber(shape, catalogue)
    for customer in customers:
        subscriber.subscribe(customer)
        customer.services = [service for service in customer.services if service.end > shape.first_month]
    filling.fill_services(shape, catalogue, customers)
    filling.fill_places(shape, customers)
    return customers


def _rows(
    shape: Shape, planted: Planted, catalogue: catalog.Catalogue, customers: list[Customer], books: Books
) -> dict[str, list[Record]]:
    """Make the rows of everything but the books, with what is wrong in them."""
    rng = Random(f"{shape.seed}:records")
    kept = sorted((c for c in customers if not c.gone), key=lambda customer: customer.id)
    team = staff.staff(shape, planted)
    rows: dict[str, list[Record]] = {
        "account": [records.account_record(shape, rng, customer) for customer in kept],
        "delivery": [row for customer in customers for row in records.delivery_records(shape, rng, customer)],
        "service": [records.service_record(shape, rng, s) for customer in customers for s in customer.services],
        "delivery_history": records.former_addresses(shape, rng, customers),
        "staff": team,
        "account_memo": remarks.memos(shape, customers, team, story.memos() if shape.demo else []),
        "account_suspension": collecting.suspensions(shape, planted, customers, story.suspensions(shape)),
        "accord_paiement": collecting.arrangements(shape, planted, books, customers, story.arrangements(shape)),
        **field.work_orders(shape, planted, customers, team),
        **telephony.lines(shape, planted, customers),
        **offering.quotations(shape, planted, kept),
        **traffic.traffic(shape, planted, customers),
        **_catalogue_rows(shape, catalogue),
    }
    rows["account_profile"] = records.card_tokens(shape, rng, rows["account"])
    rows |= Plant(shape, planted, rows).make()
    story.touch_up(rows)
    known = {customer.id for customer in customers if customer.story}
    Planter(shape, planted, rows, known).plant()
    Straying(shape, planted, rows, known).plant()
    note_traits(planted, rows, {customer.id for customer in customers if customer.gone})
    return rows


def _catalogue_rows(shape: Shape, catalogue: catalog.Catalogue) -> dict[str, list[Record]]:
    record = records.simple_record
    return {
        "product_cat": [
            record("product_cat", id=n, name=name, num_compte=account, combo_dispo=combo)
            for n, (name, account, combo) in enumerate(catalog.CATEGORIES, 1)
        ],
        "product": [
            record("product", id=p.id, sku=p.sku, name=p.name, price=money.text(p.cents), category=p.category,
            type=p.kind,
                   active=int(p.until > shape.last_month), taxable=int(p.taxable), download_speed=p.down,
                   upload_speed=p.up, fibre_lineprofile=10 + p.id % 40 if p.category in (32, 33) else 0,
                   fibre_serviceprofile=20 if p.category in (32, 33) else 0)
            for p in catalogue.products
        ],
        "compta_comptes": [
            record("compta_comptes", id=n, num_compte=number, category=kind, desc=name)
            for n, (number, kind, name) in enumerate(catalog.ACCOUNTS, 1)
        ],
        "compta_setup": [record("compta_setup", id=1, month_closed=at(shape.month_closed, 23, 59, 59))],
        "tax": [
            record("tax", id=n, name=name, rate=rate, num_compte=account)
            for n, (name, rate, account) in enumerate(catalog.TAX_ROWS, 1)
        ],
    }  # fmt: skip


def _manifest(shape: Shape, counts: dict[str, int], sums: Sums, planted: Planted) -> dict[str, Any]:
    return {
        "seed": shape.seed,
        "scale": round(shape.scale, 6),
        "defects": shape.defects.value,
        "until": shape.until.isoformat(),
        "tables": counts,
        "sums": {
            "invoices": sums.invoices,
            "drafts": sums.drafts,
            "invoiced": money.text(sums.invoiced),
            "taxes": {name: money.text(cents) for name, cents in sorted(sums.taxes.items())},
            "payments": {mode: money.text(cents) for mode, cents in sorted(sums.payments.items())},
            "allocated": money.text(sums.allocated),
        },
        "planted": planted.as_json(),
    }
