"""Tables whose app is still to come: staged, mended, counted, kept as they are until the source says otherwise."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.legacy.importing import prose, stage
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.phases import TABLES
from gigafibre.legacy.importing.waiting import keep, outside
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.schema import Family, table, tables
from gigafibre.legacy.source import SourceError, open_source, tabs
from gigafibre.legacy.waiting import WAITING, WHY

CARD = "4111 1111 1111 1111"
#: Bytes whose base64 holds a card number, and a lead byte of mojibake shown as text never appears in it.
HIDDEN = base64.b64encode(base64.b64decode("AAAA4111111111111111AAAA")).decode()
IMAGE = f'<img src="data:image/png;base64,{HIDDEN}">'


def dump(folder: Path, **given: Sequence[dict[str, Any]]) -> Path:
    """Write tables of the contract: each row gives what is not the default, ids follow each other."""
    for name, rows in given.items():
        described = table(name)
        (folder / f"{name}.sql").write_text(described.ddl(), encoding="utf-8")
        lines = []
        for key, row in enumerate(rows, 1):
            blank = {c.name: "" if c.family is Family.TEXT else "0" for c in described.columns}
            told = {**blank, "id": str(key), **row}
            lines.append("\t".join(tabs.escape(told[c.name]) for c in described.columns) + "\n")
        (folder / f"{name}.txt").write_text("".join(lines), encoding="utf-8", newline="")
    return folder


def kept(run: ImportRun, folder: Path, name: str) -> dict[str, int]:
    source = open_source(str(folder))
    with transaction.atomic(), connection.cursor() as cursor:
        ctx = Ctx(run=run.pk, source=source, cursor=cursor, now=clock.now(), tell=lambda _: None)
        keep(ctx, name)
    return ctx.figures


def staged(name: str, columns: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM legacy_stage.{name} ORDER BY id")
        return list(cursor.fetchall())


def listed(run: ImportRun) -> list[tuple[str, str, int | None, str]]:
    return list(
        ImportFinding.objects.filter(run=run)
        .order_by("code", "legacy_id")
        .values_list("code", "table", "legacy_id", "detail")
    )


@pytest.fixture
def run(db: None) -> ImportRun:
    return ImportRun.objects.create(source="dump", started_by="test")


def test_each_table_of_the_contract_is_read_or_waits_and_each_wait_has_its_words() -> None:
    assert not set(TABLES) & set(WAITING)
    assert {table.why for table in WAITING.values()} == set(WHY)
    for name, table_ in WAITING.items():
        assert set(table_.left) <= set(tables()[name].names)


def test_messages_are_mended_and_masked_but_never_inside_an_image(run: ImportRun, tmp_path: Path) -> None:
    messages = [
        f"<p>MontrÃ©al, carte {CARD}</p>{IMAGE}<p>fin</p>",
        IMAGE,
        "rien",
        f"{IMAGE}<b>Ã‰lan</b>{IMAGE} {CARD}",
        None,
    ]
    figures = kept(run, dump(tmp_path, ticket_msg=[{"msg": message} for message in messages]), "ticket_msg")
    assert staged("ticket_msg", "id, msg") == [
        (1, f"<p>Montréal, carte ••••1111</p>{IMAGE}<p>fin</p>"),
        (2, IMAGE),
        (3, "rien"),
        (4, f"{IMAGE}<b>Élan</b>{IMAGE} ••••1111"),
        (5, None),
    ]
    assert figures == {"read": 5, "staged": 5, "text_mended": 2, "card_masked": 2}
    assert listed(run) == [
        ("card_masked", "ticket_msg", 1, "msg"),
        ("card_masked", "ticket_msg", 4, "msg"),
        ("text_mended", "ticket_msg", 1, "msg"),
        ("text_mended", "ticket_msg", 4, "msg"),
    ]


def test_a_wizard_stays_json_when_a_number_of_it_is_masked(run: ImportRun, tmp_path: Path) -> None:
    wizard = '{"plan": 7, "cc": 4111111111111111, "note": "carte 4111-1111-1111-1111", "lines": [true, null]}'
    kept(run, dump(tmp_path, ticket=[{"wizard": wizard, "wizard_fibre": f"{{coupé {CARD}"}]), "ticket")
    assert staged("ticket", "wizard, wizard_fibre") == [
        (
            '{"plan": 7, "cc": "••••1111", "note": "carte ••••1111", "lines": [true, null]}',
            "{coupé ••••1111",
        )
    ]


def test_passwords_of_lines_and_adapters_stay_in_the_source(run: ImportRun, tmp_path: Path) -> None:
    folder = dump(
        tmp_path,
        pbx=[{"phone": "4505551234", "password": "sip-secret", "vm_password": "1234"}],
        phone_provisioning=[{"phone": "4505551234", "password": "ata-secret"}],
    )
    for name in ("pbx", "phone_provisioning"):
        kept(run, folder, name)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM legacy_stage.{name} t")
            [[row]] = cursor.fetchall()
        assert "4505551234" in row
        assert "password" not in row
        assert "secret" not in row


def test_an_unchanged_table_is_not_read_again_and_its_findings_are_told_again(run: ImportRun, tmp_path: Path) -> None:
    folder = dump(tmp_path, ticket_msg=[{"msg": f"carte {CARD}"}, {"msg": "a"}])
    kept(run, folder, "ticket_msg")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'legacy_stage.ticket_msg'::regclass::oid")
        [before] = cursor.fetchone()
    again = ImportRun.objects.create(source="dump", started_by="test")
    assert kept(again, folder, "ticket_msg") == {"read": 2, "staged": 2, "unchanged": 1, "card_masked": 1}
    assert listed(again) == listed(run) == [("card_masked", "ticket_msg", 1, "msg")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT 'legacy_stage.ticket_msg'::regclass::oid")
        assert cursor.fetchone()[0] == before
    # One letter more, in a row that is not the last.
    changed = dump(tmp_path, ticket_msg=[{"msg": "carte"}, {"msg": "ab"}])
    last = ImportRun.objects.create(source="dump", started_by="test")
    assert kept(last, changed, "ticket_msg") == {"read": 2, "staged": 2}
    assert staged("ticket_msg", "msg") == [("carte",), ("ab",)]
    assert listed(last) == []


def test_a_table_that_a_crash_emptied_or_other_rules_mended_is_read_again(
    run: ImportRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dump(tmp_path, ticket_dept=[{"name": "Support"}])
    kept(run, folder, "ticket_dept")
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE legacy_stage.ticket_dept")
    assert "unchanged" not in kept(run, folder, "ticket_dept")
    assert staged("ticket_dept", "name") == [("Support",)]
    assert kept(run, folder, "ticket_dept")["unchanged"] == 1
    monkeypatch.setattr(stage, "_how_it_is_done", lambda clean: "otherwise")
    assert "unchanged" not in kept(run, folder, "ticket_dept")


def test_a_run_that_begins_again_finds_again_what_it_forgot(run: ImportRun, tmp_path: Path) -> None:
    folder = dump(tmp_path, ticket_msg=[{"msg": CARD}])
    kept(run, folder, "ticket_msg")
    assert kept(run, folder, "ticket_msg")["unchanged"] == 1
    ImportFinding.objects.filter(run=run).delete()
    later = ImportRun.objects.create(source="dump", started_by="test")
    assert kept(later, folder, "ticket_msg") == {"read": 1, "staged": 1, "card_masked": 1}
    assert listed(later) == [("card_masked", "ticket_msg", 1, "msg")]


def test_a_missing_table_is_none_and_a_missing_column_is_told(run: ImportRun, tmp_path: Path) -> None:
    folder = dump(tmp_path, ticket_dept=[{"name": "Support"}])
    kept(run, folder, "ticket_dept")
    dump(folder, ticket_msg=[])
    (folder / "ticket_dept.txt").unlink()
    assert kept(run, folder, "ticket_dept") == {"read": 0, "missing": 1}
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('legacy_stage.ticket_dept')")
        assert cursor.fetchone() == (None,)
    (folder / "ticket_msg.sql").write_text(table("ticket_msg").ddl().replace("`msg`", "`message`"))
    with pytest.raises(SourceError, match="has no column msg"):
        kept(run, folder, "ticket_msg")


def test_tables_outside_the_contract_are_named(tmp_path: Path) -> None:
    folder = dump(tmp_path, ticket_dept=[])
    for name in ("voicemeup", "tele_wiz"):
        (folder / f"{name}.sql").write_text(table("ticket_dept").ddl().replace("ticket_dept", name))
        (folder / f"{name}.txt").write_text("1\tx\n")
    assert outside(open_source(str(folder))) == ["tele_wiz", "voicemeup"]


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("a;base64,", [""]),
        ("x;base64,AA==\"y;base64,BB'z", ["AA==", "BB"]),
        ("plain", []),
        (";base64,AB\nCD e", ["AB\nCD"]),
    ],
)
def test_files_come_out_and_go_back_where_they_were(text: str, files: list[str]) -> None:
    bare, found = prose.parted(text)
    assert [one.removeprefix(prose.MARK) for one in found] == files
    assert prose.joined(bare, found) == text
