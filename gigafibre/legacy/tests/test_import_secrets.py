"""Secrets of the source, and the one that opens it, stand in clear nowhere; a changed one still comes in."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.encrypted import unseal
from gigafibre.kernel.models import ActionRun
from gigafibre.legacy.actions import masked
from gigafibre.legacy.models import ImportPhase, ImportRun
from gigafibre.legacy.schema import Family, tables
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.tests.working import do_long_work

PASSWORD = "s3cr/t-of-the-source"
ADDRESS = "MySQL://reader:s3cr%2Ft-of-the-source@127.0.0.1:1/gestionclient"


def where_stand(*clear: str) -> list[tuple[str, str]]:
    """Return the tables, of any schema, in a row of which a text stands, each with the text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        found = []
        for schema, name in cursor.fetchall():
            cursor.execute(
                sql.SQL("SELECT DISTINCT c FROM {} t, unnest(%s::text[]) AS c WHERE strpos(t::text, c) > 0").format(
                    sql.Identifier(schema, name)
                ),
                [list(clear)],
            )
            found += [(f"{schema}.{name}", text) for (text,) in cursor.fetchall()]
    return found


def kept_of(subscription: int, device: int, account: int, profile: int) -> list[str]:
    """Return, opened, the secrets that stand here of these legacy rows."""
    [(radius,)] = rows(f"SELECT radius_password FROM subscriptions_subscription WHERE legacy_id = {subscription}")
    [login] = rows(f"SELECT username, password FROM network_equipment WHERE legacy_id = {device}")
    [bank] = rows(f"SELECT transit, account FROM payments_paymentmethod WHERE legacy_id = {account} + 1000000000")
    [(token,)] = rows(f"SELECT token FROM payments_paymentmethod WHERE legacy_id = {profile} + 2000000000")
    return [unseal(one) for one in (radius, *login, *bank, token)]


def test_no_secret_stands_in_clear_and_a_changed_one_comes_in(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.002, seed=3, defects="none", json=True, stdout=StringIO())
    dump = Dump(tmp_path)
    imported(tmp_path)
    [(service,)] = rows("SELECT min(legacy_id) FROM subscriptions_subscription WHERE radius_user <> ''")
    [(device,)] = rows("SELECT min(legacy_id) FROM network_equipment WHERE password <> ''")
    [(account,)] = rows("SELECT min(legacy_id) - 1000000000 FROM payments_paymentmethod WHERE kind = 'bank'")
    [(profile,)] = rows("SELECT min(legacy_id) - 2000000000 FROM payments_paymentmethod WHERE kind = 'paysafe'")
    [(staff,)] = rows("SELECT min(legacy_id) FROM identity_user WHERE legacy_id IS NOT NULL")
    hidden = ["radius-Zq7&eacute;", "device-user-Zq7", "device-Zq7Ã©", "30487", "981273465", "p-Zq7/c-Zq7/t-Zq7"]
    dump.change("service", service, radius_pwd=lambda _: hidden[0])
    dump.change("device", device, user=lambda _: hidden[1], **{"pass": lambda _: hidden[2]})
    dump.change("account", account, ppa_branch=lambda _: hidden[3], ppa_account=lambda _: hidden[4])
    dump.change("account", account, password=lambda _: "0d107d09f5bbe40cade3de5c71e9e9b7")
    dump.change("account", account, stripe_id=lambda _: "cus_Zq7Zq7Zq7", stripe_ppa=lambda _: 0)
    dump.change("account_profile", profile, profile_id=lambda _: "p-Zq7", card_id=lambda _: "c-Zq7")
    dump.change("account_profile", profile, token=lambda _: "t-Zq7")
    dump.change("staff", staff, password=lambda _: "5f4dcc3b5aa765d61d8327deb882cf99")
    assert imported(tmp_path).state == "done"
    assert kept_of(service, device, account, profile) == hidden
    clear = [one for one in hidden if len(one) > 5] + ["p-Zq7", "c-Zq7", "t-Zq7", "cus_Zq7Zq7Zq7"]
    clear += ["0d107d09f5bbe40cade3de5c71e9e9b7", "5f4dcc3b5aa765d61d8327deb882cf99"]
    assert where_stand(*clear) == []
    # Unchanged tables are not read again, and what is sealed stays as it was.
    sealed = rows("SELECT legacy_id, account, token FROM payments_paymentmethod ORDER BY 1")
    again = imported(tmp_path)
    assert rows("SELECT legacy_id, account, token FROM payments_paymentmethod ORDER BY 1") == sealed
    assert {row.figures["unchanged"] for row in ImportPhase.objects.filter(run=again, name__startswith="read:")} == {1}
    assert kept_of(service, device, account, profile) == hidden
    # A column that holds a secret is not even there.
    staged = {
        (table, column)
        for table, column in rows(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'legacy_stage'"
        )
    }
    texts = {(name, c.name) for name, t in tables().items() for c in t.columns if c.family is Family.TEXT}
    assert texts - staged == {
        ("account", "password"), ("account", "ppa_account"), ("account", "ppa_branch"), ("account", "stripe_id"),
        ("account_profile", "card_id"), ("account_profile", "profile_id"), ("account_profile", "token"),
        ("device", "pass"), ("device", "user"), ("pbx", "password"), ("pbx", "vm_password"),
        ("phone_provisioning", "password"), ("service", "radius_pwd"), ("staff", "password"),
    }  # fmt: skip


def test_the_password_of_the_address_is_kept_nowhere(committed_db: Any, capfd: pytest.CaptureFixture[str]) -> None:
    client = browser(a_user("manager"))
    answer = send(client, "post", "/api/v1/actions/legacy.start_import", {"source": ADDRESS})
    assert answer.status_code == 200, answer.content
    do_long_work()
    run = ImportRun.objects.get()
    assert (run.state, run.source) == ("failed", "mysql://reader@127.0.0.1:1/gestionclient")
    assert "No MariaDB server answers at mysql://reader@127.0.0.1:1" in run.error
    assert ActionRun.objects.get(name="legacy.start_import").input["source"] == run.source
    assert where_stand(PASSWORD, "s3cr%2Ft-of-the-source") == []
    shown = capfd.readouterr()
    assert "t-of-the-source" not in shown.out + shown.err


@pytest.mark.parametrize(
    "source",
    [
        "postgres://reader:hidden-pw@127.0.0.1/gestionclient",
        " http://reader:hidden-pw@127.0.0.1/gestionclient",
        "mysql:/reader:hidden-pw@127.0.0.1/gestionclient",
        "MARIADB:reader:hidden-pw@127.0.0.1/gestionclient",
        "mysql://reader:hidden/pw@127.0.0.1/gestionclient",
        "mysql://reader:12/hidden-pw@127.0.0.1/gestionclient",
        "mysql://reader:[hidden-pw@127.0.0.1/gestionclient",
        "mysql://reader:hidden-pw@127.0.0.1",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_repeating_it(db: None, source: str) -> None:
    client = browser(a_user("manager", language="en"), language="en")
    answer = send(client, "post", "/api/v1/actions/legacy.start_import", {"source": source})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "Write a folder, or mysql://user:password@host:port/database" in told
    assert "hidden" not in told
    assert not ImportRun.objects.exists()
    assert not ActionRun.objects.filter(name="legacy.start_import").exists()


def test_an_address_is_shown_without_its_password_whatever_its_case() -> None:
    assert masked("MySQL://root:pw@db.example/gestionclient") == "mysql://root@db.example:3306/gestionclient"
    assert masked("MARIADB://root:p%40w@h:33/g?password=pw&socket=/s") == "mysql://root@/s/g"
    assert masked("/srv/dump") == "/srv/dump"
