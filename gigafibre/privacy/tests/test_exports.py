"""Everything held of a customer, in one ZIP: a mark in every table that hangs on him is found, and nobody else's."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import files
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.held import all_apart, all_held
from gigafibre.privacy import actions, exporting
from gigafibre.privacy.finding import fields_of, is_personal, is_secret
from gigafibre.privacy.models import ExportDownload, PersonExport
from gigafibre.privacy.tests.factories import a_request
from gigafibre.privacy.tests.planting import ADDRESS, MARK, plant

pytestmark = pytest.mark.usefixtures("acting")


def our_tables() -> set[str]:
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("gigafibre.")
    }


def test_every_table_says_what_it_holds_of_a_person() -> None:
    assert our_tables() == set(all_held()) | set(all_apart()), "say it in the app's personal.py"


def test_what_points_at_a_customer_is_held() -> None:
    """A foreign key to a held table hangs on a customer: nobody calls such a table apart."""
    known = {"billing_printfile", "kernel_attachment"}
    wrong = {
        table
        for table in all_apart()
        for field in fields_of(table).values()
        if field.is_relation and field.related_model._meta.db_table == "crm_customer" and table not in known
    }
    assert wrong == set()


def test_every_file_of_the_zip_has_a_name_of_its_own() -> None:
    names = [exporting.file_name(held) for held in all_held().values()]
    assert len(set(names)) == len(names)


def exported(number: str) -> zipfile.ZipFile:
    made = PersonExport.objects.get(number=actions.export_person(number))
    assert exporting.make(made.pk) > 0
    made.refresh_from_db()
    assert made.file is not None
    return zipfile.ZipFile(io.BytesIO(files.read(made.file).content))


def path_of(link: str) -> str:
    return urlsplit(link).path


def test_a_mark_in_every_table_is_in_the_zip_or_a_secret() -> None:
    customer, other = a_customer("Zénobie Larose"), a_customer("Réjean Gagnon")
    plant(customer.pk, customer.number)
    archive = exported(customer.number)
    assert archive.testzip() is None
    missing = []
    for held in all_held().values():
        rows = json.loads(archive.read(exporting.file_name(held)))
        open_texts = [c for c in fields_of(held.table) if is_personal(held, c) and not is_secret(held, c)]
        assert rows, held.table
        if open_texts and not any(mark in json.dumps(rows) for mark in (MARK, ADDRESS)):
            missing.append(held.table)
    assert missing == []
    told = archive.read("LISEZMOI.txt").decode()
    assert all(table in told for table in all_apart())
    assert b"Gagnon" not in b"".join(archive.read(name) for name in archive.namelist())
    assert other.number not in told


def test_a_link_serves_one_person_until_its_day(clock: Any, client: Client) -> None:
    customer = a_customer("Zénobie Larose")
    exported(customer.number)
    made = PersonExport.objects.get()
    first = actions.make_export_link(made.number).link
    second = actions.make_export_link(made.number).link
    path = path_of(second)
    old = client.get(path_of(first))
    assert old.status_code == 400
    answer = client.get(path, headers={"user-agent": "Fureteur"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    assert [(row.by, row.agent) for row in ExportDownload.objects.all()] == [(f"link {made.number}:2", "Fureteur")]
    for _ in range(4):
        assert client.get(path).status_code == 200
    assert client.get(path).status_code == 410
    third = path_of(actions.make_export_link(made.number).link)
    clock.move(days=8)
    assert client.get(third).status_code == 410
    assert ExportDownload.objects.count() == 5


def test_a_file_is_dropped_after_its_days(clock: Any) -> None:
    exported(a_customer().number)
    made = PersonExport.objects.get()
    assert made.expires_on == clock.today() + timedelta(days=14)
    clock.move(days=14)
    assert exporting.drop_expired() == 0
    clock.move(days=1)
    assert exporting.drop_expired() == 1
    made.refresh_from_db()
    assert (made.state, made.file) == ("dropped", None)
    with transaction.atomic(), pytest.raises(Refusal, match="export_not_ready"):
        actions.make_export_link(made.number)


def test_an_export_for_a_request_is_its_makers_whose_identity_is_checked() -> None:
    customer = a_customer()
    number = a_request(owner=customer)
    for given, code in (((customer.number,), "identity_unchecked"), ((a_customer().number,), "request_of_another")):
        with transaction.atomic(), pytest.raises(Refusal, match=code):
            actions.export_person(*given, request=number)
    assert PersonExport.objects.count() == 0
    checked = a_request(owner=customer, checked=True)
    made = PersonExport.objects.get(number=actions.export_person(customer.number, request=checked))
    exporting.make(made.pk)
    assert made.request is not None
    assert [step.what for step in made.request.steps.order_by("pk")][-1] == "exported"


def test_who_may_take_an_export() -> None:
    exported(a_customer().number)
    made = PersonExport.objects.get()
    path = f"/api/v1/privacy/exports/{made.number}/document"
    assert browser(a_user("support")).get(path).status_code == 403
    officer = a_user("privacy-officer")
    assert browser(officer).get(path).status_code == 200
    assert ExportDownload.objects.get().by == officer.display_name
