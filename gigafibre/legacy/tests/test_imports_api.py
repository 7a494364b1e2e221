"""Imports over HTTP: who may look, who may start one, and one started there, done by the worker."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.legacy.importing import columns, field, methods, offers, people, plant
from gigafibre.legacy.importing.run import _staged_whole
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.tests.working import do_long_work
from gigafibre.legacy.words import column_words


@pytest.fixture
def done(db: None) -> ImportRun:
    """An import that is over, with two findings."""
    sums = [{"name": "invoices", "source": "2", "here": "2", "listed": "0", "rest": "0"}]
    listed = [{"code": "draft", "table": "invoice", "count": 2, "amount": "30.00"}]
    tables = [{"table": "invoice", "read": 4, "imported": 3, "fixed": 1, "skipped": 1, "rest": 0}]
    waits = [{"table": "pbx", "rows": 3, "why": "telephony", "left": ["password", "vm_password"]}]
    report = {"tables": tables, "phases": {}, "findings": listed, "reconciliation": sums, "customers": []}
    report |= {"waiting": waits, "outside": ["tele_wiz"]}
    run = ImportRun.objects.create(source="dump", state="done", started_by="test", report=report)
    for key in (7, 8):
        ImportFinding.objects.create(run=run, code="draft", table="invoice", legacy_id=key, amount="15.00")
    return run


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("manager", 200), ("billing", 200), ("support", 403), ("technician", 403)],
)
def test_who_may_look(done: ImportRun, role: str, status: int) -> None:
    client = browser(a_user(role))
    base = f"/api/v1/imports/{done.pk}"
    behind = ("findings?code=draft", "findings.csv?code=draft", "report.json", "report.csv")
    for path in ("/api/v1/imports", base, *(f"{base}/{name}" for name in behind)):
        assert client.get(path).status_code == status, path


def test_a_run_is_shown_with_its_sums_and_rows(done: ImportRun) -> None:
    client = browser(a_user("billing", language="en"), language="en")
    listed = client.get("/api/v1/imports").json()
    assert [(row["run"], row["state"]) for row in listed["items"]] == [(done.pk, "done")]
    shown = client.get(f"/api/v1/imports/{done.pk}").json()
    assert shown["reconciliation"][0]["rest"] == "0"
    assert shown["findings"][0]["rule"] == "Draft: imported as one, in no sum."
    page = client.get(f"/api/v1/imports/{done.pk}/findings?code=draft&limit=1").json()
    assert [row["legacy_id"] for row in page["items"]] == [7]
    rest = client.get(f"/api/v1/imports/{done.pk}/findings?code=draft&cursor={page['next_cursor']}").json()
    assert ([row["legacy_id"] for row in rest["items"]], rest["next_cursor"]) == ([8], None)
    lines = client.get(f"/api/v1/imports/{done.pk}/findings.csv?code=draft").content.decode().splitlines()
    assert lines == [
        "code,table,legacy_id,detail,amount,field,label,ours,theirs",
        "draft,invoice,7,,15.00,,,,",
        "draft,invoice,8,,15.00,,,,",
    ]
    for path in ("999999", "999999/report.json", "999999/report.csv"):
        assert client.get(f"/api/v1/imports/{path}").status_code == 404


def test_the_rows_behind_a_table_s_number_are_those_of_its_sort(done: ImportRun) -> None:
    ImportFinding.objects.create(run=done, code="lines_unequal", table="invoice", legacy_id=9, amount="0.01")
    ImportFinding.objects.create(run=done, code="text_mended", table="payment", legacy_id=9, detail="=memo")
    client = browser(a_user("billing", language="en"), language="en")
    base = f"/api/v1/imports/{done.pk}"
    page = client.get(f"{base}/findings?table=invoice&sort=fixed").json()["items"]
    told = "The lines don’t add up: the total wins, the difference is on an adjustment line."
    assert [(row["code"], row["legacy_id"], row["rule"]) for row in page] == [("lines_unequal", 9, told)]
    noted = client.get(f"{base}/findings?table=invoice&sort=noted").json()["items"]
    assert [row["legacy_id"] for row in noted] == [7, 8]
    answer = client.get(f"{base}/findings.csv?sort=fixed")
    assert answer["Content-Disposition"] == f'attachment; filename="import-{done.pk}-fixed.csv"'
    assert answer.content.decode().splitlines()[1:] == [
        "lines_unequal,invoice,9,,0.01,,,,",
        "text_mended,payment,9,'=memo,,,,,",
    ]
    assert client.get(f"{base}/findings?sort=other").status_code == 422


def test_the_whole_report_is_taken_away(done: ImportRun) -> None:
    client = browser(a_user("billing", language="en"), language="en")
    shown = client.get(f"/api/v1/imports/{done.pk}").json()
    whole = client.get(f"/api/v1/imports/{done.pk}/report.json")
    assert whole["Content-Disposition"] == f'attachment; filename="import-{done.pk}.json"'
    assert whole.json() == {"import": shown["run"]} | {
        name: value for name, value in shown.items() if name not in {"run", "steps", "progress"}
    }
    assert shown["waiting"] == [
        {"table": "pbx", "rows": 3, "why": "telephony", "left": ["password", "vm_password"]}
        | {"words": "Waits for telephony: lines, 911 addresses, adapters."}
    ]
    assert shown["findings"][0]["sort"] == "noted"
    lines = client.get(f"/api/v1/imports/{done.pk}/report.csv").content.decode().splitlines()
    assert lines == [
        "section,table,code,name,read,imported,fixed,skipped,source,here,listed,rest,count,amount,words",
        "tables,invoice,,,4,3,1,1,,,,0,,,",
        'findings,invoice,draft,,,,,,,,,,2,30.00,"Draft: imported as one, in no sum."',
        "reconciliation,,,invoices,,,,,2,2,0,0,,,",
        'waiting,pbx,telephony,,,,,,,,,,3,,"Waits for telephony: lines, 911 addresses, adapters."',
        "outside,tele_wiz,,,,,,,,,,,,,",
    ]


def test_a_conflict_is_told_in_words_with_both_sides(done: ImportRun) -> None:
    for column, ours, theirs in (
        ("crm_customer.status", "active", "terminated"),
        ("crm_customer.vip", "true", "false"),
        ("network_drop.location_id", "LOC-00007", ""),
        ("crm_contact.points", "email a@b.ca, fax +14505550177", "email office@b.ca $"),
        ("sales_quotation.lines", "once · INST · Pose · 1 × 95\nmonthly · Fibre · 1 × 60", ""),
    ):
        ImportFinding.objects.create(
            run=done,
            code="conflict",
            table="account",
            legacy_id=7,
            detail="C-7",
            field=column,
            ours=ours,
            theirs=theirs,
        )
    told = {}
    for language in ("fr", "en"):
        client = browser(a_user("billing", language=language), language=language)
        page = client.get(f"/api/v1/imports/{done.pk}/findings?code=conflict").json()["items"]
        told[language] = [(row["record"], row["label"], row["ours"], row["theirs"]) for row in page]
    assert told["fr"] == [
        ("Client", "État", "Actif", "Résilié"),
        ("Client", "VIP", "Oui", "Non"),
        ("Prise de fibre", "Lieu", "LOC-00007", "—"),
        ("Contact", "Courriels et téléphones", "courriel a@b.ca, télécopieur +14505550177", "courriel office@b.ca $"),
        ("Soumission", "Lignes", "Une fois · INST · Pose · 1 × 95\nChaque mois · Fibre · 1 × 60", "—"),
    ]
    assert told["en"][1:3] == [("Customer", "VIP", "Yes", "No"), ("Fibre drop", "Location", "LOC-00007", "—")]


def test_each_column_that_an_import_writes_has_its_words() -> None:
    written = {
        "crm_customer": columns.CUSTOMER,
        "crm_location": columns.LOCATION,
        "catalog_item": columns.ITEM,
        "catalog_itemprice": ("price",),
        "subscriptions_subscription": (*columns.SUBSCRIPTION, "radius_password"),
        "collections_paymentarrangement": columns.ARRANGEMENT,
        "network_drop": plant.DROP,
        "network_equipment": (*plant.EQUIPMENT, "password", "parent_id"),
        "dispatch_technician": field.TECHNICIAN,
        "dispatch_job": field.JOB,
        "dispatch_timeentry": field.HOURS,
        "dispatch_jobline": field.LINE,
        "sales_quotation": (*offers.QUOTATION, "lines"),
        "payments_paymentmethod": (*methods.COLUMNS, "account"),
        "identity_user": people.STAFF,
        "crm_contact": ("name", "points"),
    }
    told = {f"{table}.{name}": column_words(f"{table}.{name}") for table, names in written.items() for name in names}
    assert [name for name, text in told.items() if text.fr == name.partition(".")[2]] == []


def test_only_who_may_import_starts_one(done: ImportRun) -> None:
    client = browser(a_user("billing"))
    answer = send(client, "post", "/api/v1/actions/legacy.start_import", {"source": "/tmp/nowhere"})
    assert answer.status_code == 403
    assert ImportRun.objects.count() == 1


def test_an_import_started_over_http_is_done_by_the_worker(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.002, seed=2, json=True, stdout=StringIO())
    # An older dump, with a table of its own.
    (tmp_path / "pbx.txt").unlink()
    for suffix in ("sql", "txt"):
        (tmp_path / f"ticket_dept.{suffix}").rename(tmp_path / f"voicemeup.{suffix}")
    client = browser(a_user("manager"))
    answer = send(client, "post", "/api/v1/actions/legacy.start_import", {"source": str(tmp_path)})
    assert answer.status_code == 200, answer.content
    number = ImportRun.objects.get().pk
    with connection.cursor() as cursor:
        cursor.execute("SELECT args::text FROM procrastinate_jobs WHERE task_name = 'legacy.import_source'")
        assert str(tmp_path) not in cursor.fetchone()[0], "the source, which may hold a password, is sealed"
    do_long_work()
    shown = client.get(f"/api/v1/imports/{number}").json()
    assert shown["run"]["state"] == "done"
    assert [row for row in shown["reconciliation"] if float(row["rest"]) != 0] == []
    assert {step["state"] for step in shown["steps"]} == {"done"}
    assert [row["table"] for row in shown["waiting"] if row["rows"] is None] == ["pbx", "ticket_dept"]
    assert shown["outside"] == ["voicemeup"]
    assert _staged_whole(ImportRun.objects.get()), "what is missing has nothing to be read again"
