"""Lists: order, cursor, filters, count, totals, export, refusals; on SQL and on querysets."""

import io
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing import BadCursor, Column, Filter, Listing, Page, View, between, page
from gigafibre.kernel.listing.export import _csv, _xlsx
from gigafibre.kernel.listing.query import understand
from gigafibre.kernel.models import Series
from gigafibre.kernel.text import Text

pytestmark = pytest.mark.django_db


def t(word: str) -> Text:
    return Text(word, word)


COLUMNS = [
    Column("name", t("name"), sort="key"),
    Column("amount", t("amount"), kind="money", sort=True, nullable=True, total=True),
    Column("day", t("day"), kind="day", sort=True, nullable=True),
    Column("color", t("color"), kind="choice", options={"r": Text("rouge", "red")}),
]
FRUITS = Listing(
    name="test_fruits",
    label=Text("Fruits", "Fruits"),
    permission="kernel.note",
    source="SELECT x.*, fold(x.name) AS key, x.amount > %(limit)s AS big FROM fruit x",
    columns=COLUMNS,
    filters=[
        Filter("color", t("color"), options={"r": t("red"), "g": t("green")}),
        Filter("big", t("big"), kind="flag"),
        *between("amount", t("amount")),
        *between("day", t("day"), kind="day"),
        Filter("name", t("name"), kind="text"),
    ],
    views=[View("red", t("red"), {"color": "r"}, sort="-amount")],
    search="key",
    default_sort="name",
    values=lambda: {"limit": 50},
)


@pytest.fixture(autouse=True)
def fruit(db: None) -> None:
    """300 rows with few names, few amounts, and empty ones, so that ties are everywhere."""
    chance = random.Random(7)
    names = ["Pomme", "pêche", "Pèche", "Bleuet", "=SUM(A1)", "Œillet d’Inde"]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE fruit (id bigint, name text, amount numeric(12,2), day date, color text)")
        cursor.executemany(
            "INSERT INTO fruit VALUES (%s, %s, %s, %s, %s)",
            [
                (
                    i,
                    chance.choice(names),
                    chance.choice([None, Decimal("1.50"), Decimal("-3"), Decimal("80.10")]),
                    chance.choice([None, date(2026, 1, 31), date(2026, 2, 1)]),
                    chance.choice("rg"),
                )
                for i in range(300)
            ],
        )


def walk(limit: int, **asked: str) -> tuple[list[dict[str, Any]], Page]:
    first = found = page(FRUITS, {"limit": str(limit), **asked})
    rows = list(found.items)
    while found.next_cursor:
        found = page(FRUITS, {"limit": str(limit), "cursor": found.next_cursor, **asked})
        rows += found.items
    return rows, first


@pytest.mark.parametrize("sort", ["name", "-name", "amount", "-amount", "day", "-day"])
def test_pages_put_together_are_the_whole_list_in_order(sort: str) -> None:
    rows, first = walk(7, sort=sort)
    column = sort.removeprefix("-")
    with connection.cursor() as cursor:
        by = "fold(name)" if column == "name" else column
        way = "DESC NULLS LAST" if sort.startswith("-") else "ASC"
        cursor.execute(f"SELECT {column}::text FROM fruit ORDER BY {by} {way}, id {way.split()[0]}")
        expected = [row[0] for row in cursor.fetchall()]
    assert [row[column] for row in rows] == expected
    assert (first.count, first.count_exact, len(rows)) == (300, True, 300)


def test_a_page_is_two_queries_and_the_next_one() -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        first = page(FRUITS, {"limit": "20"})
    assert len(queries) == 2
    with CaptureQueriesContext(connection) as queries:
        page(FRUITS, {"limit": "20", "cursor": first.next_cursor or ""})
    assert len(queries) == 1


def test_filters_count_and_totals_are_of_the_whole_filter() -> None:
    rows, first = walk(5, color="r", amount_min="0", day_from="2026-02-01", day_to="2026-02-01", sort="-amount")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), sum(amount)::text FROM fruit WHERE color='r' AND amount >= 0 AND day = '2026-02-01'"
        )
        count, total = cursor.fetchone()
    assert (first.count, first.totals, len(rows)) == (count, {"amount": total}, count)
    assert {row["color"] for row in rows} == {"r"}


def test_a_view_is_its_filters_and_its_order() -> None:
    assert page(FRUITS, {"view": "red"}).items == page(FRUITS, {"color": "r", "sort": "-amount"}).items
    assert page(FRUITS, {"view": "red", "color": "g"}).count == page(FRUITS, {"color": "g"}).count


def test_words_are_found_without_case_or_accents() -> None:
    peaches = page(FRUITS, {"q": "PECHE", "limit": "200"}).items
    assert {row["name"] for row in peaches} == {"pêche", "Pèche"}
    assert {row["name"] for row in page(FRUITS, {"q": "inde oeil"}).items} == {"Œillet d’Inde"}
    assert page(FRUITS, {"name": "oeil"}).count == page(FRUITS, {"q": "oeillet"}).count
    assert page(FRUITS, {"q": "100% _"}).items == []


def test_beyond_what_is_counted_a_list_says_more_than_that() -> None:
    short = replace(FRUITS, name="test_short", counted=100)
    found = page(short, {})
    assert (found.count, found.count_exact, found.totals) == (100, False, None)
    counted = page(replace(FRUITS, name="test_whole", counted=300), {})
    assert (counted.count, counted.count_exact) == (300, True)
    assert counted.totals == page(FRUITS, {}).totals


@pytest.mark.parametrize("asked", [{}, {"sort": "-amount", "q": "e"}, {"color": "r", "sort": "day"}])
def test_a_long_list_is_the_same_list(asked: dict[str, str]) -> None:
    long = replace(FRUITS, name="test_long", long=True)
    for limit in ("7", "200"):
        told, usual = page(long, {**asked, "limit": limit}), page(FRUITS, {**asked, "limit": limit})
        assert (told.items, told.count, told.totals) == (usual.items, usual.count, usual.totals)
    beyond = page(replace(long, name="test_longer", counted=50), {})
    assert (beyond.count, beyond.count_exact, beyond.totals) == (50, False, None)


SPARSE = Listing(
    name="test_sparse",
    label=t("Sparse"),
    permission="kernel.note",
    source="SELECT x.*, CASE WHEN x.color = 'r' THEN x.amount END AS red, x.amount AS any_amount FROM fruit x",
    columns=[
        Column("id", t("id"), kind="number", sort=True),
        Column("amount", t("amount"), kind="money", nullable=True, sort="red", sparse="any_amount"),
    ],
    filters=[
        Filter("color", t("color"), options={"r": t("r"), "g": t("g")}, implies={"r": "r.red IS NOT NULL"}),
        Filter("priced", t("priced"), kind="flag", where="(r.amount > 0) = %(value)s", implies={"true": "r.id > 9"}),
    ],
    default_sort="-amount",
)


@pytest.mark.parametrize("sort", ["amount", "-amount"])
@pytest.mark.parametrize("limit", [3, 7, 50])
def test_a_sparse_order_comes_first_and_the_rest_follows(sort: str, limit: int) -> None:
    found = page(SPARSE, {"sort": sort, "limit": str(limit)})
    seen = found.items
    while found.next_cursor:
        found = page(SPARSE, {"sort": sort, "limit": str(limit), "cursor": found.next_cursor})
        seen = seen + found.items
    way = "DESC" if sort.startswith("-") else "ASC"
    with connection.cursor() as cursor:
        red = "CASE WHEN color = 'r' THEN amount END"
        cursor.execute(f"SELECT id FROM fruit ORDER BY {red} {way} NULLS LAST, id {way}")
        assert [row["id"] for row in seen] == [key for (key,) in cursor.fetchall()]


def test_what_a_value_implies_is_told_to_the_database() -> None:
    def conditions(**raw: str) -> list[str]:
        return understand(SPARSE, raw, {}).conditions

    assert conditions(color="r")[1:] == ["(r.red IS NOT NULL)"]
    assert conditions(color="r,g")[1:] == []
    assert conditions(priced="true")[1:] == ["(r.id > 9)"]
    assert conditions(priced="false")[1:] == []


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"colour": "r"}, "colour"),
        ({"color": "blue"}, "color"),
        ({"amount_min": "much"}, "amount_min"),
        ({"day_from": "2026-02-30"}, "day_from"),
        ({"big": "perhaps"}, "big"),
        ({"sort": "color"}, "sort"),
        ({"sort": "id); DROP TABLE fruit; --"}, "sort"),
        ({"view": "blue"}, "view"),
        ({"limit": "201"}, "limit"),
        ({"limit": "-1"}, "limit"),
        ({"columns": "name,secret"}, "columns"),
    ],
)
def test_what_the_list_does_not_know_is_refused(asked: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        page(FRUITS, asked)
    assert [detail.field for detail in refused.value.details] == [field]


def test_a_cursor_of_another_question_is_refused() -> None:
    cursor = page(FRUITS, {"limit": "2"}).next_cursor or ""
    for asked in ({"sort": "-name"}, {"color": "r"}, {"q": "pomme"}):
        with pytest.raises(BadCursor):
            page(FRUITS, {"limit": "2", "cursor": cursor, **asked})
    for other in (cursor[:-1], "x", cursor.replace(cursor[3], "A")):
        with pytest.raises(BadCursor):
            page(FRUITS, {"limit": "2", "cursor": other})


def test_a_queryset_may_be_the_source() -> None:
    for i in range(5):
        Series.objects.create(code=f"t{i}", prefix=f"{i}%-", digits=i, next=i + 1)
    series = Listing(
        name="test_series",
        label=Text("Séries", "Series"),
        permission="kernel.note",
        source=lambda: (
            Series.objects.filter(code__startswith="t", digits__gt=0)
            .annotate(id=F("code"))
            .values("id", "prefix", "next")
        ),
        columns=[Column("prefix", t("prefix")), Column("next", t("next"), kind="number", sort=True)],
        default_sort="-next",
    )
    first = page(series, {"limit": "3"})
    assert [row["next"] for row in first.items] == [5, 4, 3]
    assert page(series, {"limit": "3", "cursor": first.next_cursor or ""}).items == [{"prefix": "1%-", "next": 2}]


def test_details_are_read_for_the_rows_of_the_page_only() -> None:
    detailed = Listing(
        name="test_detailed",
        label=t("Detailed"),
        permission="kernel.note",
        source="SELECT x.id, fold(x.name) AS key FROM fruit x",
        details="SELECT x.name, (SELECT count(*) FROM fruit o WHERE o.name = x.name) AS n "
        "FROM fruit x WHERE x.id = page.id",
        columns=[Column("name", t("name"), sort="key"), Column("n", t("n"), kind="number")],
        default_sort="-name",
    )
    found = page(detailed, {"limit": "3"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM fruit WHERE name = '=SUM(A1)'")
        expected = {"name": "=SUM(A1)", "n": cursor.fetchone()[0]}
    assert found.items == [expected] * 3


def test_the_export_is_the_same_rows_with_words_and_without_formulas() -> None:
    raw = {"color": "r", "sort": "-amount", "columns": "name,amount,color,day"}
    expected = page(FRUITS, {"color": "r", "sort": "-amount", "limit": "200"}).items
    text = b"".join(_csv(FRUITS, understand(FRUITS, raw, {}), "fr")).decode("utf-8-sig")
    lines = text.split("\r\n")
    assert lines[0] == "name,amount,color,day"
    assert len(lines) == len(expected) + 2
    for line, row in zip(lines[1:], expected, strict=False):
        name = f"'{row['name']}" if row["name"].startswith("=") else row["name"]
        assert line == f"{name},{row['amount'] or ''},rouge,{row['day'] or ''}"
    book = load_workbook(io.BytesIO(b"".join(_xlsx(FRUITS, understand(FRUITS, raw, {}), "en"))))
    rows = list(book["Fruits"].iter_rows(values_only=True))
    assert rows[1][1] == 80.1
    assert rows[1][2] == "red"
    assert len(rows) == len(expected) + 1


def test_fold_in_python_is_fold_in_the_database() -> None:
    samples = [
        "Sainte-Clotilde, L’Île-Œuf ÉÀÇ",
        "  3e Rang,  No 12 ",
        "Ægir Øre ß",
        "a@b.ca +1 450#2",
        "Đorđe Łódź",
    ]
    with connection.cursor() as cursor:
        for sample in samples:
            cursor.execute("SELECT fold(%s)", [sample])
            assert cursor.fetchone()[0] == fold(sample)
