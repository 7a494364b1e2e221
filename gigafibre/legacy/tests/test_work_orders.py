"""Work orders of the old system: completed jobs with the hours that can be read, the rest listed, never charged."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from gigafibre.dispatch.documents.work_order import work_order_printable
from gigafibre.dispatch.listings import HOURS
from gigafibre.dispatch.models import Job, JobLine, Technician, TimeEntry
from gigafibre.dispatch.queries.jobs import job as job_page
from gigafibre.dispatch.work_order import document_of
from gigafibre.kernel import numbers
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import answers
from gigafibre.kernel.models import Event
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.models import ImportFinding
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.sums import checksums

COLUMNS = tuple("id account_id date tech1 a1 d1 tech2 a2 d2 note subtotal tps tvq total".split())  # noqa: SIM905
NOON = 1_700_000_000  # 14 November 2023


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small sound source whose work orders are these ones."""
    make(scaled(0.002, 5, Defects.NONE, date(2026, 11, 20)), tmp_path)
    return tmp_path


def write(source: Path, *rows: dict[str, Any]) -> None:
    """Write these work orders instead of the sample's."""
    account = (source / "account.txt").read_text().split("\n")[0].split("\t")[0]
    staff = (source / "staff.txt").read_text().split("\n")[0].split("\t")[0]
    empty = dict.fromkeys(COLUMNS, "") | {"account_id": account, "date": NOON, "tech1": staff, "tech2": 0}
    money = dict.fromkeys(("subtotal", "tps", "tvq", "total"), "0.00")
    lines = [[str((empty | money | row)[name]) for name in COLUMNS] for row in rows]
    (source / "bon_travail.txt").write_text("".join("\t".join(line) + "\n" for line in lines))
    (source / "bon_travail_item.txt").write_text("")


def test_hours_are_read_as_people_wrote_them_and_the_rest_is_listed(committed_db: Any, source: Path) -> None:
    write(
        source,
        {"id": 1, "a1": "13:05", "d1": "14h35", "note": "ONT changé", "subtotal": "80.00", "tps": "4.00",
         "tvq": "7.98", "total": "91.98"},
        {"id": 2, "a1": "9 h", "d1": "10:15"},
        {"id": 3, "a1": "15:00", "d1": "13:00"},
        {"id": 4, "a1": "midi", "d1": "13:00"},
        {"id": 5, "a1": "08:00", "d1": ""},
        {"id": 6, "date": 0, "a1": "08:00", "d1": "09:00"},
        {"id": 7, "account_id": 99_999_999, "a1": "08:00", "d1": "09:00"},
        {"id": 8, "tech1": 9_999, "a1": "08:00", "d1": "09:00"},
        {"id": 9, "a1": "25:00", "d1": "26:00"},
        {"id": 10},
    )  # fmt: skip
    run = execute(prepare(str(source), by="test"), str(source))
    assert run.state == "done"
    jobs = Job.objects.order_by("legacy_id")
    assert [job.number for job in jobs] == ["DJ-1", "DJ-2", "DJ-3", "DJ-4", "DJ-5", "DJ-8", "DJ-9", "DJ-10"]
    assert {(job.status, job.date, job.completed_on) for job in jobs} == {
        ("completed", date(2023, 11, 14), date(2023, 11, 14))
    }
    assert jobs[0].completion_note == "ONT changé"
    assert jobs[0].past_amounts == {"subtotal": "80.00", "gst": "4.00", "qst": "7.98", "total": "91.98"}
    hours = TimeEntry.objects.select_related("job").order_by("legacy_id")
    assert [(e.job.number, e.technician_id is None, e.length_known, _minutes(e), e.note) for e in hours] == [
        ("DJ-1", False, True, 90, ""),
        ("DJ-2", False, True, 75, ""),
        ("DJ-3", False, False, 0, "15:00-13:00"),
        ("DJ-4", False, False, 0, "midi-13:00"),
        ("DJ-5", False, False, 0, "08:00-"),
        ("DJ-8", True, True, 60, ""),
        ("DJ-9", False, False, 0, "25:00-26:00"),
        ("DJ-10", False, False, 0, ""),
    ]
    assert [e.started_at.isoformat() for e in hours[2:4]] == ["2023-11-14T20:00:00+00:00", "2023-11-14T05:00:00+00:00"]
    assert hours[0].started_at.isoformat() == "2023-11-14T18:05:00+00:00"
    listed = ImportFinding.objects.filter(run=run, table="bon_travail").exclude(code="work_order_unplaced")
    assert sorted(listed.values_list("code", "legacy_id")) == [
        ("work_order_hours_reversed", 3),
        ("work_order_hours_unread", 4),
        ("work_order_hours_unread", 5),
        ("work_order_hours_unread", 9),
        ("work_order_hours_unread", 10),
        ("work_order_technician_unknown", 8),
        ("work_order_without_account", 7),
        ("work_order_without_date", 6),
    ]
    assert not Event.objects.filter(type__startswith="dispatch.").exists()
    with acting_as(SYSTEM):
        assert numbers.take_one("job") == "DJ-11"


def test_again_it_changes_nothing_and_a_corrected_hour_comes(committed_db: Any, source: Path) -> None:
    write(source, {"id": 1, "a1": "13:05", "d1": "14:35"}, {"id": 2, "a1": "08:00", "d1": "07:00"})
    execute(prepare(str(source), by="test"), str(source))
    with connection.cursor() as cursor:
        before = checksums(cursor)
    again = execute(prepare(str(source), by="test"), str(source))
    assert again.report["phases"]["work_orders"].get("new", 0) == 0
    with connection.cursor() as cursor:
        assert checksums(cursor) == before
    write(source, {"id": 1, "a1": "13:05", "d1": "15:05"}, {"id": 2, "a1": "08:00", "d1": "09:00"})
    third = execute(prepare(str(source), by="test"), str(source))
    assert "new" not in {k for k, v in third.report["phases"]["work_orders"].items() if v}
    assert third.report["phases"]["work_orders"]["changed"] == 4  # both jobs are over later, both hours are longer
    assert [(_minutes(e), e.length_known, e.note) for e in TimeEntry.objects.order_by("legacy_id")] == [
        (120, True, ""),
        (60, True, ""),
    ]
    assert Technician.objects.exclude(legacy_id=None).count() >= 1


def test_hours_of_nobody_and_lines_of_nothing_are_listed(committed_db: Any, source: Path) -> None:
    write(source, {"id": 1, "tech1": 0, "a1": "08:00", "d1": "09:00"}, {"id": 2, "a1": "08:00:00", "d1": "09:30:00"})
    (source / "bon_travail_item.txt").write_text(
        "".join(
            "\t".join(line) + "\n"
            for line in (
                ("1", "2", "1", "2.000", "25.00", "Câble"),
                ("2", "2", "1", "0.000", "25.00", "Rien"),
                ("3", "77", "1", "1.000", "12.50", "Perdu"),
            )
        )
    )
    run = execute(prepare(str(source), by="test"), str(source))
    assert [round(each) for each in _minutes_kept().values()] == [90]
    nobodys = TimeEntry.objects.get(technician=None)
    assert (nobodys.job.number, _minutes(nobodys), nobodys.length_known) == ("DJ-1", 60, True)
    assert list(JobLine.objects.values_list("description", "quantity")) == [("Câble", Decimal("2.000"))]
    listed = ImportFinding.objects.filter(run=run, code__in=["work_order_hours_nobodys", "work_order_line_left"])
    assert sorted(listed.values_list("code", "table", "legacy_id", "detail")) == [
        ("work_order_hours_nobodys", "bon_travail", 1, "08:00-09:00"),
        ("work_order_line_left", "bon_travail_item", 2, "0.000 × Rien"),
        ("work_order_line_left", "bon_travail_item", 3, "1.000 × Perdu"),
    ]


def test_old_hours_that_lack_something_are_shown_so_and_never_add_up(committed_db: Any, source: Path) -> None:
    write(source, {"id": 1, "a1": "08:00", "d1": "09:00"}, {"id": 2, "tech1": 9_999, "a1": "15:00", "d1": "13:00"})
    execute(prepare(str(source), by="test"), str(source))
    with acting_as(SYSTEM):
        rows = answers.page(HOURS, {"sort": "-date"})
        shown = job_page("DJ-2").time
        printed = work_order_printable(document_of(Job.objects.get(number="DJ-2"), "en")).content["parts"][0]
    assert sorted((row["job"], row["minutes"], row["technician"] is None, row["note"]) for row in rows.items) == [
        ("DJ-1", 60, False, ""),
        ("DJ-2", None, True, "15:00-13:00"),
    ]
    assert (rows.totals or {})["minutes"] == "60"
    assert [(one.technician, one.name, one.minutes, one.note) for one in shown] == [("", "", None, "15:00-13:00")]
    assert printed["rows"] == [["Unknown technician, work", "Nov.\xa014,\xa02023", "—", "—", "—"]]
    assert printed["total"][-1] == "0:00"


def test_hours_of_a_sample_add_up_to_the_source_and_what_was_not_read_is_listed(
    committed_db: Any, tmp_path: Path
) -> None:
    make(scaled(0.01, 11, Defects.FEW, date(2026, 11, 20)), tmp_path)
    run = execute(prepare(str(tmp_path), by="test"), str(tmp_path))
    accounts = {line.split("\t")[0] for line in (tmp_path / "account.txt").read_text().splitlines()}
    staff = {line.split("\t")[0] for line in (tmp_path / "staff.txt").read_text().splitlines()}
    wanted: dict[str, float] = {}
    unread = set()
    orders = [
        dict(zip(COLUMNS, line.split("\t"), strict=True))
        for line in (tmp_path / "bon_travail.txt").read_text().splitlines()
    ]
    for row in orders:
        assert row["account_id"] in accounts
        for n in "12":
            who, came, went = row[f"tech{n}"], _read(row[f"a{n}"]), _read(row[f"d{n}"])
            if came is not None and went is not None and went >= came and who in staff:
                wanted[who] = wanted.get(who, 0) + went - came
            elif row[f"a{n}"] or row[f"d{n}"]:
                unread.add(int(row["id"]))
    assert len(orders) > 50
    assert unread  # the sample holds some that can't be read
    assert _minutes_kept() == wanted
    listed = ImportFinding.objects.filter(run=run, code__startswith="work_order_hours").values_list(
        "legacy_id", flat=True
    )
    assert set(listed) == unread
    assert Job.objects.exclude(legacy_id=None).count() == len(orders)
    assert set(Job.objects.values_list("status", flat=True)) == {"completed"}
    assert Job.objects.filter(technician=None).count() == 0


def _read(written: str) -> int | None:
    """Return the minutes of the day of an hour as the sample writes it: 08:05 or 8h05."""
    hour, mark, minute = written.replace("h", ":").partition(":")
    return int(hour) * 60 + int(minute) if mark and int(hour) < 24 else None


def _minutes_kept() -> dict[str, float]:
    """Return the minutes each technician has, by his number in the old system."""
    kept: dict[str, float] = {}
    for entry in TimeEntry.objects.select_related("technician").filter(length_known=True):
        if entry.technician is not None:
            who = str(entry.technician.legacy_id)
            kept[who] = kept.get(who, 0) + _minutes(entry)
    return kept


def _minutes(entry: TimeEntry) -> int:
    assert entry.ended_at is not None
    return int((entry.ended_at - entry.started_at).total_seconds() // 60)
