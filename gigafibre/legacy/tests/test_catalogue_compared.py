"""The catalogue of the former system beside ours: its branches, and each product that differs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.catalog.models import Item, ItemGroup, ItemPrice
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.legacy.importing.branches import branch_of
from gigafibre.legacy.models import ImportFinding, LegacyProduct
from gigafibre.legacy.sample.catalog import CATEGORIES
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, figures_of, imported

LIST = "/api/v1/catalogue-differences"
COUNTS = "/api/v1/catalogue-compared"


@pytest.mark.parametrize(
    ("category", "branch"),
    [
        ("Mensualités fibre", "SERVICES"),
        ("MENSUALITES  FIBRE", "SERVICES"),
        ("Quincaillerie", "PRODUCTS"),
        ("Main-d'œuvre", "FEES"),
        ("Astrologie", None),
    ],
)
def test_a_category_hangs_on_its_branch(category: str, branch: str | None) -> None:
    assert branch_of(category) == branch


def test_every_category_of_the_sample_is_known() -> None:
    assert [name for name, _, _ in CATEGORIES if branch_of(name) is None] == []


def test_before_any_import_nothing_is_compared(db: None) -> None:
    client = browser(a_user("administrator"))
    assert client.get(LIST).json()["items"] == []
    found = client.get(COUNTS).json()
    assert (found["read_at"], found["products"], sum(found["counts"].values())) == (None, 0, 0)


@pytest.mark.parametrize(("role", "status"), [("administrator", 200), ("billing", 200), ("technician", 403)])
def test_who_may_look(db: None, role: str, status: int) -> None:
    client = browser(a_user(role))
    for path in (LIST, COUNTS, f"{LIST}/export?format=csv"):
        assert client.get(path).status_code == status


def test_each_product_is_compared_and_each_category_hangs(committed_db: Any, tmp_path: Path) -> None:
    make(scaled(0.002, 5, Defects.NONE, date(2026, 11, 20)), tmp_path)
    dump = Dump(tmp_path)
    strange = dump.add("product_cat", name="Astrologie", num_compte=4060)
    run = imported(tmp_path)
    client = browser(a_user("administrator"))
    counts = client.get(COUNTS).json()["counts"]
    products = LegacyProduct.objects.count()
    assert counts == {"missing": 0, "extra": 0, "price": 0, "speed": 0, "account": 0, "equal": products}
    fibre = ItemGroup.objects.get(name_fr="Mensualités fibre")
    other = ItemGroup.objects.get(code="OTHER")
    odd = ItemGroup.objects.get(legacy_id=strange)
    assert [g.parent and g.parent.code for g in (fibre, other, odd)] == ["SERVICES", "FEES", "FEES"]
    assert not ItemGroup.objects.exclude(legacy_id=None).filter(parent=None).exists()
    listed = ImportFinding.objects.filter(run=run, code="category_unknown")
    assert [(row.table, row.legacy_id, row.detail) for row in listed] == [("product_cat", strange, "Astrologie")]

    dear, slow, moved, gone = Item.objects.exclude(legacy_id=None).filter(download_kbps__gt=0).order_by("legacy_id")[:4]
    ItemPrice.objects.filter(item=dear).update(price="1.2500")
    Item.objects.filter(pk=slow.pk).update(download_kbps=7_000)
    Item.objects.filter(pk=moved.pk).update(group=other)
    LegacyProduct.objects.filter(product=gone.legacy_id or 0).update(product=999_999)

    found = client.get(f"{LIST}?differs=true").json()["items"]
    told = {(row["kind"], row["sku"], row["product"]) for row in found}
    assert {("price", dear.sku, dear.legacy_id), ("speed", slow.sku, slow.legacy_id)} <= told
    assert ("account", moved.sku, moved.legacy_id) in told
    assert {("missing", "", 999_999), ("extra", gone.sku, None)} <= told
    assert [row["ours"] for row in found if row["kind"] == "price"] == ["1.2500"]
    assert len(found) == 5
    theirs, up = LegacyProduct.objects.values_list("download_kbps", "upload_kbps").get(product=slow.legacy_id or 0)
    assert [(row["their_speed"], row["our_speed"]) for row in found if row["kind"] == "speed"] == [
        (f"{_mbit(theirs)} / {_mbit(up)}", f"7 / {_mbit(up)}")
    ]
    only = client.get(f"{LIST}?kind=price").json()["items"]
    assert [row["sku"] for row in only] == [dear.sku]
    csv = b"".join(client.get(f"{LIST}/export?format=csv&differs=true")).decode()
    assert len(csv.strip().splitlines()) == 6

    again = imported(tmp_path)
    assert figures_of(again, "reference")["new"] == 0
    assert not LegacyProduct.objects.filter(product=999_999).exists()
    with pytest.raises(IntegrityError, match="legacy_product_has_an_id"), transaction.atomic():
        LegacyProduct.objects.update(product=0)


def _mbit(kbps: int) -> str:
    return f"{kbps / 1000:g}".replace(".", ",")
