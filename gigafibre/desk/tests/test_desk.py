"""The desk opens every table to who may, shows no secret, changes nothing, and is nobody else's."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import InternalError, connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gigafibre.desk.columns import columns, may_be_shown, name_of, pk_of
from gigafibre.desk.masking import is_secret
from gigafibre.desk.site import PERMISSION, _read, desk
from gigafibre.desk.words import table_name
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.encrypted import EncryptedField, seal
from gigafibre.kernel.text import speak

pytestmark = pytest.mark.django_db

MODELS = sorted(desk._registry, key=lambda model: model._meta.db_table)
SECRET = "s3cr3t-value"
#: Rows of these are made by every page that is asked for.
OF_THE_LOGIN = {"identity_user", "identity_session", "identity_loginattempt", "identity_user_roles", "identity_role"}


def address(model: type[models.Model], page: str = "changelist", *given: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=given)


def a_value(field: models.Field[Any, Any], n: int) -> object:
    """A value that a column takes, another for each row; a mark where it is a secret."""
    if isinstance(field, models.ForeignKey):
        return a_value(field.target_field, n)
    if field.choices and field.model._meta.app_label == "procrastinate":
        return "todo" if field.name == "status" else "deferred"  # kinds of PostgreSQL's own
    if isinstance(field, ArrayField):
        return ["1"]
    kind = (field.db_type(connection) or "").partition("(")[0]
    if isinstance(field, EncryptedField):
        return seal(SECRET)
    if kind in {"varchar", "text"}:
        text = SECRET if is_secret(field) else f"{field.name}{n}"
        return (f"{n}{text}" if field.unique else text)[: field.max_length]
    return {
        "bool": n % 2 == 1,
        "boolean": n % 2 == 1,
        "jsonb": json.dumps({"kept": n}),
        "date": f"2026-11-{n:02}",
        "time": "08:00",
        "time without time zone": "08:00",
        "timestamp with time zone": f"2026-11-{n:02}T12:00:00Z",
        "uuid": f"00000000-0000-4000-8000-{n:012}",
        "inet": f"192.0.2.{n}",
        "bytea": SECRET.encode(),
        "daterange": f"[2026-11-{n:02},2026-12-01)",
        "tstzrange": f"[2026-11-{n:02},2026-12-01)",
        "numeric": n,
    }.get(kind, 10_000 + n)


def fill(*keys: int, unless: Collection[str] = OF_THE_LOGIN) -> None:
    """Put rows of these keys into every table, their columns full; what guards the tables stands aside for the test."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "SELECT conrelid::regclass::text, string_agg(format('DROP CONSTRAINT %I CASCADE, ', conname), '') "
            "FROM pg_constraint WHERE contype IN ('c', 'x', 'f') AND conrelid <> 0 GROUP BY 1"
        )
        rules = dict(cursor.fetchall())
        for table in (model._meta.db_table for model in MODELS):
            cursor.execute(f'ALTER TABLE "{table}" {rules.get(table, "")} DISABLE TRIGGER USER')
        for model in MODELS:
            table = model._meta.db_table
            if table in unless:
                continue
            written = [field for field in columns(model) if not isinstance(field, models.GeneratedField)]
            names = ", ".join(f'"{field.column}"' for field in written)
            places = ", ".join("%s" for _ in written)
            for n in keys:
                cursor.execute(
                    f'DELETE FROM "{table}" WHERE "{pk_of(model).column}" = %s', [str(a_value(pk_of(model), n))]
                )
                given: list[Any] = [a_value(field, n) for field in written]
                cursor.execute(f'INSERT INTO "{table}" ({names}) OVERRIDING SYSTEM VALUE VALUES ({places})', given)


@pytest.fixture
def administrator() -> Client:
    return browser(a_user("administrator", username="amelie"))


def key_of(model: type[models.Model], n: int = 7) -> object:
    return a_value(pk_of(model), n)


def pages() -> Iterator[str]:
    yield "/desk/"
    for model in MODELS:
        yield address(model)
        if may_be_shown(model):
            yield address(model, "change", key_of(model))


def test_every_table_is_there_and_has_a_name_in_both_languages() -> None:
    assert len(MODELS) > 160
    for language in ("fr", "en"):
        speak(language)
        assert all(table_name(model) for model in MODELS)
    speak("fr")


def test_every_page_opens_shows_its_row_and_no_secret(administrator: Client) -> None:
    fill(8)
    fill(7, unless=())
    for model in MODELS:
        listed = administrator.get(address(model))
        assert listed.status_code == 200, model
        html = listed.content.decode()
        if may_be_shown(model):
            assert address(model, "change", key_of(model)) in html, model
            answer = administrator.get(address(model, "change", key_of(model)))
            assert answer.status_code == 200, model
            html += answer.content.decode()
            for field in columns(model):
                if not is_secret(field):
                    assert str(field.column) in html
                    if type(field) is models.CharField and not field.unique and (field.max_length or 99) > 40:
                        assert f"{field.name}7" in html, field
        assert SECRET not in html, model
        assert ("••••" in html) == any(is_secret(field) for field in columns(model)), model
        assert not re.search(r"<script|\son\w+=|javascript:", html), model


def test_a_page_of_any_table_takes_the_same_few_queries(administrator: Client) -> None:
    fill(7, 8)
    for model in MODELS:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            administrator.get(address(model))
        # Session, person, savepoint, its limits, the provider, the count, the rows, and back.
        assert len(asked) <= 9, (model, [one["sql"] for one in asked])
        if may_be_shown(model) and model._meta.db_table not in OF_THE_LOGIN:
            with CaptureQueriesContext(connection) as asked:
                administrator.get(address(model, "change", key_of(model)))
            assert len(asked) <= 8 + len(model._meta.many_to_many), (model, [one["sql"] for one in asked])


def test_nothing_can_be_sent(administrator: Client) -> None:
    fill(7)
    token = {"x-csrftoken": administrator.cookies["csrftoken"].value}

    def rows() -> dict[str, int]:
        return {m._meta.db_table: m._default_manager.count() for m in MODELS if m._meta.db_table not in OF_THE_LOGIN}

    before = rows()
    for model in MODELS:
        name = f"/desk/{model._meta.app_label}/{model._meta.model_name}/"
        for path in (name, f"{name}add/", f"{name}{key_of(model)}/", f"{name}{key_of(model)}/delete/"):
            answer = administrator.post(path, {"action": "delete_selected", "post": "yes"}, headers=token)
            assert answer.status_code == 405, path
            assert "Le bureau ne fait que montrer" in answer.content.decode()
        assert administrator.get(f"{name}add/").status_code == 404
        assert administrator.post(name, {}).status_code == 403
    assert rows() == before


def test_a_page_of_the_desk_cannot_write() -> None:
    def writes(request: Any) -> Any:
        return a_user("support")

    with pytest.raises(InternalError, match="read-only transaction"):
        _read(writes, None)  # type: ignore[arg-type]
    a_user("support")  # and afterwards one can again


@pytest.mark.parametrize("role", [*SHIPPED, ""])
def test_only_who_holds_the_permission_comes_in(role: str) -> None:
    permissions = SHIPPED[role].permissions if role else frozenset()
    expected = 200 if Actor("staff", 1, role, permissions).may(PERMISSION) else 403
    assert (expected == 200) == (role == "administrator")
    client = browser(a_user(role))
    walked = list(pages())
    # What refuses is one and the same for all pages: one role is refused at each of them, others here and there.
    for path in walked[:: 2 if role == "manager" else 31]:
        answer = client.get(path)
        if expected == 403:
            assert (answer.status_code, "kernel.desk" in answer.content.decode()) == (403, True), path
        else:
            assert answer.status_code in {200, 404}, path


def test_who_is_not_logged_in_is_sent_to_the_login_and_back() -> None:
    client = browser()
    answer = client.get("/desk/crm/customer/?q=x&p=2")
    assert (answer.status_code, answer["Location"]) == (302, "/login?next=/desk/crm/customer/%3Fq%3Dx%26p%3D2")
    assert client.get("/desk")["Location"] == "/desk/"
    assert client.get("/desk/login/").status_code == 302


def test_who_owes_a_second_factor_stays_out_until_it_is_there() -> None:
    user = a_user("administrator")
    user.roles.update(second_factor=True)
    assert browser(user).get("/desk/").status_code == 403


def test_the_page_has_the_policy_of_all_pages_and_is_kept_by_nobody(administrator: Client) -> None:
    answer = administrator.get("/desk/crm/customer/")
    assert answer["Content-Security-Policy"] == administrator.get("/customers")["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_a_secret_is_neither_filtered_nor_sorted_nor_searched_by(administrator: Client) -> None:
    for asked in (
        "identity/user/?password__startswith=argon",
        "identity/user/?password=x",
        "identity/totp/?user__password__startswith=argon",
        "identity/totp/?secret__isnull=0",
        "identity/notice/?user__username=amelie",
        "payments/paymentmethod/?account_print__gte=1",
    ):
        assert administrator.get(f"/desk/{asked}").status_code == 400, asked
    assert administrator.get("/desk/identity/user/?_to_field=password").status_code == 400
    html = administrator.get("/desk/identity/user/?q=argon2").content.decode()
    assert "Rien ne correspond" in html
    assert administrator.get("/desk/identity/user/?q=amel").content.decode().count("amelie</") == 1


def test_what_the_trail_leaves_out_the_desk_leaves_out() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, split_part(encode(tgargs, 'escape'), chr(92) || '000', 1) FROM pg_trigger "
            "WHERE tgnargs > 0 AND tgname LIKE '%%audit%%'"
        )
        hidden = {f"{table}.{name}" for table, names in cursor.fetchall() for name in names.split(",") if name}
    masked = {f"{m._meta.db_table}.{field.column}" for m in MODELS for field in columns(m) if is_secret(field)}
    assert "identity_user.password" in hidden
    assert hidden - masked == set()
    assert masked - hidden == MASKED_BESIDE


#: No table whose changes are told holds these, or they are new with every row.
MASKED_BESIDE = {
    "identity_session.session_key",
    "identity_session.session_data",
    "network_publicasking.asker",
    "privacy_personexport.link",
    "sales_contract.link",
    "sales_quotation.link",
    "sales_webhookreceived.body",
}


def test_odd_questions_are_answered(administrator: Client) -> None:
    fill(7)
    for path, status in {
        "crm/customer/9999/": 404,
        "crm/customer/x/": 404,
        "crm/customer/99999999999999999999999/": 404,
        "kernel/file/not-a-uuid/": 404,
        "crm/nothing/": 404,
        "crm/customer/?p=99999": 200,
        "crm/customer/?p=x": 200,
        "crm/customer/?o=-1.99": 200,
        "crm/customer/?q=%00": 200,
        "crm/customer/?parent__id__exact=x": 302,
        "crm/customer/?status__exact=nonsense": 200,
        "crm/customer/?all=": 200,
    }.items():
        assert administrator.get(f"/desk/{path}").status_code == status, path


def test_a_list_leads_from_what_is_named_to_who_names_it(administrator: Client) -> None:
    fill(7)
    page = administrator.get("/desk/crm/customer/10007/").content.decode()
    assert "/desk/subscriptions/subscription/?customer__id__exact=10007" in page
    narrowed = administrator.get("/desk/subscriptions/subscription/?customer__id__exact=10007").content.decode()
    assert "1\u00a0rangée" in narrowed or "1 rangée" in narrowed
    assert "Cette table est vide" not in administrator.get("/desk/crm/customer/").content.decode()
    assert name_of(MODELS[0])


def test_it_speaks_the_persons_language() -> None:
    client = browser(a_user("administrator", language="en"))
    page = client.get("/desk/").content.decode()
    assert '<html lang="en"' in page
    assert "Every table as it is" in page
    assert "Toutes les tables" not in page
