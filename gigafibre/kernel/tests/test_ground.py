"""The ground of the database: fold, audit, immutability."""

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.kernel.models import AuditEntry, Series

pytestmark = pytest.mark.django_db


def one(sql: str, *values: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def test_fold_drops_case_accents_and_punctuation() -> None:
    assert one("SELECT fold(%s)", "  Sainte-Clotilde, L’Île-Œuf  ÉÀÇ ") == "sainte clotilde l ile oeuf eac"


def test_a_change_leaves_its_difference_in_the_audit_trail() -> None:
    Series.objects.create(code="t", prefix="T-", digits=3)
    Series.objects.filter(code="t").update(next=5)
    Series.objects.filter(code="t").update(next=5)
    first, second = AuditEntry.objects.filter(table="kernel_series", row="t").order_by("id")
    assert (first.op, first.before) == ("I", None)
    assert (second.op, second.before, second.after) == ("U", {"next": 1}, {"next": 5})


def test_the_audit_trail_refuses_to_be_changed() -> None:
    Series.objects.create(code="t", prefix="T-")
    for statement in ("UPDATE kernel_audit SET actor = 'x'", "DELETE FROM kernel_audit", "TRUNCATE kernel_audit"):
        with (
            pytest.raises(IntegrityError, match="kernel_audit is refused"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert AuditEntry.objects.filter(table="kernel_series", row="t").count() == 1


def test_only_the_importer_escapes_the_audit_trail() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gigafibre_importer")
        cursor.execute("INSERT INTO kernel_series VALUES ('bulk', 'B-', 0, 1, false)")
        cursor.execute("RESET ROLE")
    assert Series.objects.filter(code="bulk").exists()
    assert not AuditEntry.objects.filter(row="bulk").exists()
