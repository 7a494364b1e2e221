"""Secrets at rest: encrypted, rotated, never in the audit trail."""

import pytest
from cryptography.fernet import Fernet
from django.test import override_settings

from gigafibre.kernel import encrypted

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_any_known_key_opens_the_newest_seals() -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        stored = encrypted.seal("00123-4567")
    assert "4567" not in stored
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        assert encrypted.unseal(stored) == "00123-4567"
        rotated = encrypted.box().rotate(stored.encode()).decode()
    with override_settings(FIELD_KEYS=[NEW]):
        assert encrypted.unseal(rotated) == "00123-4567"
        with pytest.raises(encrypted.UndecipherableSecret):
            encrypted.unseal(stored)


def test_a_mask_shows_four_at_most() -> None:
    assert encrypted.mask("1234564821") == "••••4821"
    assert encrypted.mask("482") == "••••"


def test_nothing_is_sealed_as_nothing() -> None:
    assert (encrypted.seal(""), encrypted.unseal("")) == ("", "")


@pytest.mark.django_db
def test_rotation_rewrites_every_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through the real command, on a real encrypted column."""
    import json
    from io import StringIO

    from django.core.management import call_command
    from django.db import connection

    from gigafibre.kernel.management.commands import rotate_keys

    class Meta:
        db_table = "secret_box"

        class pk:  # noqa: N801
            column = "id"

    with connection.cursor() as cursor, override_settings(FIELD_KEYS=[OLD]):
        cursor.execute("CREATE TEMP TABLE secret_box (id bigint PRIMARY KEY, hidden text)")
        cursor.executemany(
            "INSERT INTO secret_box VALUES (%s, %s)", [(1, encrypted.seal("un")), (2, ""), (3, encrypted.seal("trois"))]
        )
    model = type("Box", (), {"_meta": Meta})
    monkeypatch.setattr(rotate_keys, "encrypted_columns", lambda: [(model, "hidden")])
    out = StringIO()
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        call_command("rotate_keys", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"secret_box.hidden": 2}
    with override_settings(FIELD_KEYS=[NEW]), connection.cursor() as cursor:
        cursor.execute("SELECT hidden FROM secret_box ORDER BY id")
        assert [encrypted.unseal(row[0]) for row in cursor.fetchall()] == ["un", "", "trois"]
