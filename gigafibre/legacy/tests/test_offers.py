"""Quotations of the old system come in whole: by key or by place, damaged ones to their last whole line, all listed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import phpserialize
import pytest

from gigafibre.legacy.importing.offers import Lines, number
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.importing.serialized import read_array
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.files import DumpFolder
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, demo, scaled
from gigafibre.sales.models import Quotation, QuotationTemplate


def dumped(*lines: Any) -> str:
    text: str = phpserialize.dumps(list(lines)).decode()
    return text


NAMED = {"sku": "FTTH", "desc": "Fibre à l’été", "amt": "74.95", "qte": "1", "tot": "74.95"}
PLACED = ["INST", "Installation", "95,00", "2", "190,00"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("74.95", "74.9500"),
        ("1 234,50 $", "1234.5000"),
        ("1,234.50", "1234.5000"),
        ("1,234", "1234.0000"),
        ("-5", "-5.0000"),
    ],
)
def test_amounts_are_read_as_people_wrote_them(written: str, read: str) -> None:
    assert number(written) == Decimal(read)


@pytest.mark.parametrize("written", ["", "gratuit", "1e99", "NaN"])
def test_what_is_no_amount_is_none(written: str) -> None:
    assert number(written) is None


def test_lines_are_read_by_key_and_by_place() -> None:
    found = Lines()
    found.add(dumped(NAMED, PLACED), monthly=True)
    assert found.wrong == {}
    assert [(line.sku, line.description, line.quantity, line.unit_price) for line in found.lines] == [
        ("FTTH", "Fibre à l’été", Decimal("1.0000"), Decimal("74.9500")),
        ("INST", "Installation", Decimal("2.0000"), Decimal("95.0000")),
    ]


def test_wrong_lengths_are_read_all_the_same() -> None:
    # Written in latin1, then re-encoded: the lengths count one byte for each accent.
    text = dumped(NAMED).replace('s:18:"', 's:13:"')
    assert text != dumped(NAMED)
    read = read_array(text)
    assert read.wrong == {"lengths"}
    assert dict(read.pairs[0][1])["desc"] == "Fibre à l’été"


def test_every_truncation_keeps_the_whole_lines_and_says_so() -> None:
    text = dumped(NAMED, PLACED, NAMED)
    ends = [end for end in range(len(text) + 1) if text[:end].endswith("}")]
    first, second = ends[0], ends[1]
    for end in range(1, len(text)):
        found = Lines()
        found.add(text[:end], monthly=False)
        assert found.wrong, end
        assert len(found.lines) == (end >= first) + (end >= second) + (end >= ends[2]), end


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('O:8:"stdClass":1:{s:1:"a";i:1;}', "object"),
        ('a:1:{i:0;O:8:"Evil":0:{}}', "object"),
        ("pas du PHP", "unreadable"),
        ("a:1:{i:0;" + "a:1:{i:0;" * 40, "too_deep"),
        ('a:1:{i:0;s:4:"seul";}', "line"),
        (dumped(NAMED) + "et plus", "trailing"),
        (dumped({**NAMED, "amt": "gratuit", "tot": ""}), "number"),
        (dumped({**NAMED, "tot": "70.00"}), "total"),
    ],
)
def test_what_is_wrong_is_told(text: str, wrong: str) -> None:
    found = Lines()
    found.add(text, monthly=False)
    assert wrong in found.wrong


def test_an_import_loses_nothing_and_twice_is_once(committed_db: Any, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    make(demo(customers=80, years=1, seed=7, defects=Defects.NONE, until=date(2026, 11, 21)), folder)
    account = int((folder / "account.txt").read_text().split("\t", 1)[0])
    day = at(date(2026, 11, 1), 9, 0)
    rows: dict[str, list[list[Any]]] = {
        "soumission": [
            [7, account, "Chalet", "BC-77", day, 1, dumped(PLACED), dumped(NAMED), "Valide 30 jours."],
            [8, account, "Tronquée", "", at(date(2019, 3, 1), 9, 0), 0, dumped(PLACED, PLACED)[:-30], "", ""],
            [9, 99_999_999, "Objet", "", 0, 1, 'O:8:"stdClass":0:{}', "", ""],
        ],
        "soumission_template": [[1, "Résidentiel", dumped(PLACED), dumped(NAMED), "Conditions"]],
    }
    with DumpFolder(tmp_path / "other") as other:
        for name, given in rows.items():
            for row in given:
                other[name].row(*row)
    for name in rows:
        for kind in ("txt", "sql"):
            (folder / f"{name}.{kind}").write_bytes((tmp_path / "other" / f"{name}.{kind}").read_bytes())
    execute(prepare(str(folder), by="test"), str(folder))
    whole, cut, thing = Quotation.objects.order_by("legacy_id")
    assert (whole.number, whole.title, whole.po_number, whole.terms) == ("QUO-7", "Chalet", "BC-77", "Valide 30 jours.")
    assert (whole.monthly_total, whole.once_total, whole.legacy_raw) == (Decimal("86.18"), Decimal("218.45"), "")
    assert [(line.cycle, line.sku, line.amount) for line in whole.lines.order_by("position")] == [
        ("once", "INST", Decimal("190.00")),
        ("monthly", "FTTH", Decimal("74.95")),
    ]
    assert (cut.status, cut.once_total, cut.lines.count()) == ("expired", Decimal("190.00"), 1)
    assert dumped(PLACED, PLACED)[:-30] in cut.legacy_raw
    assert (thing.customer_id, thing.prospect_name, thing.lines.count()) == (None, "Compte 99999999", 0)
    assert 'O:8:"stdClass"' in thing.legacy_raw
    template = QuotationTemplate.objects.get()
    assert (template.name, template.lines.count()) == ("Résidentiel", 2)
    listed = set(ImportFinding.objects.filter(table="soumission").values_list("code", "legacy_id"))
    assert listed >= {("quotation_cut_off", 8), ("quotation_object", 9), ("quotation_without_account", 9)}
    again = execute(prepare(str(folder), by="test"), str(folder))
    assert again.report["phases"]["quotations"].get("new", 0) == 0
    assert Quotation.objects.count() == 3


#: What may be wrong in a quotation's lines: its text, the code it is listed under, and how many lines come in whole.
DAMAGED: list[tuple[str, str, int]] = [
    *((dumped(NAMED, PLACED, NAMED)[:end], "quotation_cut_off", 2) for end in (-2, -9, -40)),
    *((dumped(NAMED, PLACED)[:end], "quotation_cut_off", 1) for end in (-3, -20)),
    (dumped(NAMED)[:-60], "quotation_cut_off", 0),
    (dumped(NAMED, PLACED).replace('s:18:"', 's:13:"'), "quotation_lengths", 2),
    (dumped(NAMED, PLACED).replace('s:18:"', 's:13:"')[:-4], "quotation_cut_off", 1),
    ('a:1:{i:0;O:8:"Evil":0:{}}', "quotation_object", 0),
    ("pas du PHP", "quotation_unreadable", 0),
    ("a:1:{i:0;" + "a:1:{i:0;" * 40, "quotation_too_deep", 0),
    (dumped(NAMED) + "et plus", "quotation_trailing", 1),
    (dumped("seul", NAMED), "quotation_line", 1),
    (dumped({**NAMED, "amt": "gratuit", "tot": ""}, PLACED), "quotation_number", 2),
    (dumped({**NAMED, "tot": "70.00"}), "quotation_total", 1),
]


def test_each_damaged_quotation_is_listed_and_comes_in_to_its_last_whole_line(
    committed_db: Any, tmp_path: Path
) -> None:
    make(scaled(0.001, 7, Defects.REAL, date(2026, 11, 20)), tmp_path)
    account = (tmp_path / "account.txt").read_text().split("\t", 1)[0]
    sound = (dumped(NAMED), "", 1)
    with DumpFolder(tmp_path / "other") as other:
        for key, (text, _, _) in enumerate([sound, *DAMAGED], start=1):
            other["soumission"].row(key, account, f"no {key}", "", at(date(2024, 3, 1), 9, 0), 1, text, "", "")
    for kind in ("txt", "sql"):
        (tmp_path / f"soumission.{kind}").write_bytes((tmp_path / "other" / f"soumission.{kind}").read_bytes())
    run = execute(prepare(str(tmp_path), by="test"), str(tmp_path))
    told = ImportFinding.objects.filter(run=run, table="soumission")
    for key, (text, code, lines) in enumerate([sound, *DAMAGED], start=1):
        codes = set(told.filter(legacy_id=key).values_list("code", flat=True))
        kept = Quotation.objects.get(legacy_id=key)
        assert (codes >= {code}) if code else not codes, (key, codes)
        assert kept.lines.count() == lines, (key, code)
        assert (text in kept.legacy_raw) == bool(code), (key, "the text it came with is kept")
    again = execute(prepare(str(tmp_path), by="test"), str(tmp_path))
    assert {again.report["phases"]["quotations"].get(name, 0) for name in ("new", "changed")} == {0}
