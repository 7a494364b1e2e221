"""Rows read and written by hand are what the manager would have read and written."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.kernel import clock
from gigafibre.kernel.models import Attachment, File, Setting
from gigafibre.kernel.rows import add, change, follow, one, some, write

pytestmark = pytest.mark.django_db


def a_file(name: str = "contrat.pdf") -> File:
    return File(sha256="ab" * 32, size=3, content_type="application/pdf", name=name, created_at=clock.now())


def test_what_is_added_is_there_with_its_key_and_defaults() -> None:
    file = add(a_file())
    made = add(Attachment(file=file, subject="customer:C-1", permission="crm.read"))
    assert made.pk is not None
    stored = Attachment.objects.select_related("file").get(pk=made.pk)
    assert (stored.file, stored.subject, stored.permission) == (file, "customer:C-1", "crm.read")
    assert stored.created_at == made.created_at
    made.subject = "customer:C-2"
    made.save(update_fields=["subject"])  # it is a row of the manager's from then on
    assert Attachment.objects.get(pk=made.pk).subject == "customer:C-2"


def test_rows_come_in_the_order_of_their_keys_and_an_empty_column_is_asked_for_by_none() -> None:
    file = add(a_file())
    hung = [add(Attachment(file=file, subject=f"customer:C-{n % 2}", permission="crm.read")) for n in range(4)]
    assert some(Attachment, file_id=file.pk, subject="customer:C-1") == [hung[1], hung[3]]
    assert one(Attachment, subject="customer:C-0") == hung[0]
    assert one(Attachment, subject="customer:C-9") is None
    assert some(Attachment, file_id=None) == []


def test_a_change_is_written_with_its_row_or_without() -> None:
    file = add(a_file())
    write(file, name="facture.pdf", size=9)
    assert (file.name, file.size) == ("facture.pdf", 9)
    change(File, file.pk, name="reçu.pdf")
    kept = one(File, id=file.pk)
    assert kept is not None
    assert (kept.name, kept.size, kept.sha256) == ("reçu.pdf", 9, "ab" * 32)


def test_a_value_of_json_is_read_as_it_was_written() -> None:
    add(Setting(key="test.rows", value={"a": [1, None]}))
    found = one(Setting, key="test.rows")
    assert found is not None
    assert found.value == {"a": [1, None]}
    assert Setting.objects.get(key="test.rows").value == {"a": [1, None]}


def test_a_refusal_of_the_database_leaves_what_was_there() -> None:
    add(Setting(key="test.rows", value=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        add(Setting(key="test.rows", value=2))
    assert [found.value for found in some(Setting, key="test.rows")] == [1]


def test_a_locked_row_is_held() -> None:
    file = add(a_file())
    assert one(File, lock=True, id=file.pk) == file
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmax::text <> '0' FROM kernel_file WHERE id = %s", [file.pk])
        assert cursor.fetchone() == (True,)


def test_all_rows_are_asked_for_by_naming_no_column_and_may_be_held() -> None:
    made = [add(Setting(key=f"test.rows.{n}", value=n)) for n in range(2)]
    assert set(made) <= set(some(Setting))
    file = add(a_file())
    assert some(File, lock=True, id=file.pk) == [file]
    with connection.cursor() as cursor:
        cursor.execute("SELECT xmax::text <> '0' FROM kernel_file WHERE id = %s", [file.pk])
        assert cursor.fetchone() == (True,)


def test_what_a_row_points_at_is_read_once(django_assert_num_queries: Any) -> None:
    hung = add(Attachment(file=add(a_file()), subject="customer:C-1", permission="crm.read"))
    found = one(Attachment, id=hung.pk)
    assert found is not None
    with django_assert_num_queries(1):
        assert follow(found, "file").file.name == "contrat.pdf"
        assert found.file.size == 3


def test_what_a_row_does_not_point_at_is_none(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert follow(Attachment(file=None), "file").file_id is None
