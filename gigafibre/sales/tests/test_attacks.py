"""What somebody with a link, a stolen link, SQL or many hands can't do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections, transaction
from django.test import Client

from gigafibre.kernel import clock as time
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.preview import preview
from gigafibre.kernel.signing import make_token
from gigafibre.sales import brake, links, sealing
from gigafibre.sales.actions import (
    accept_quotation,
    cancel_contract,
    note_reading,
    send_contract,
    send_quotation,
    subscribe_contract,
)
from gigafibre.sales.models import Contract, ContractReading, ContractSignature, SealedContract, SealKey
from gigafibre.sales.tests.factories import a_contract, a_quotation, read_and_sign

Event: Any = apps.get_model("kernel", "Event")
File: Any = apps.get_model("kernel", "File")
ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en-CA"}


@pytest.fixture
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def sent_link() -> tuple[Contract, str]:
    contract = a_contract()
    link = send_contract(contract.number).link
    return Contract.objects.get(pk=contract.pk), link


COLUMNS = "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s AND column_name <> 'id'"
OTHER = {
    "boolean": "NOT {0}",
    "date": "coalesce({0}, current_date) + 1",
    "integer": "coalesce({0}, 0) + 1",
    "bigint": "coalesce({0}, 0) + 1",
    "smallint": "coalesce({0}, 0) + 1",
    "numeric": "coalesce({0}, 0) + 1",
    "jsonb": "'[[[1, 1]]]'",
    "uuid": "gen_random_uuid()",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 hour'",
    "character varying": "CASE {0} WHEN '' THEN 'x' ELSE 'x' || substr({0}, 2) END",
    "text": "{0} || 'x'",
}


def columns_of(table: str) -> dict[str, str]:
    """Every column of a table but its key, with SQL of another value than the one it has."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table])
        return {name: OTHER[kind].format(name) for name, kind in cursor.fetchall()}


def refused(statement: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        _at_once(statement)


def _at_once(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_no_column_of_a_signed_contract_changes_by_sql() -> None:
    contract = a_contract(sent=True)
    read_and_sign(contract)
    subscribe_contract(contract.number)
    sealing.sealed_paper(contract.number)
    _at_once("SET CONSTRAINTS ALL IMMEDIATE")
    for table in ("sales_contract", "sales_contractsignature", "sales_contractreading", "sales_contractline",
                  "sales_contractclause", "sales_sealedcontract"):  # fmt: skip
        for column, other in columns_of(table).items():
            refused(f"UPDATE {table} SET {column} = {other}")
        refused(f"DELETE FROM {table}")
        refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_no_column_of_an_answered_quotation_changes_by_sql() -> None:
    quotation = a_quotation(sent=True)
    accept_quotation(quotation.number, name="Sylvie Tremblay")
    for column, other in columns_of("sales_quotation").items():
        if column != "subscribed_at":
            refused(f"UPDATE sales_quotation SET {column} = {other}")


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_nothing_is_signed_by_sql_alone() -> None:
    sent, draft = a_contract(sent=True), a_contract()
    refused(f"UPDATE sales_contract SET status = 'signed', signed_at = now() WHERE id = {sent.pk}")
    refused(f"UPDATE sales_contract SET status = 'sent' WHERE id = {draft.pk}")
    columns = ", ".join(
        name for name in columns_of("sales_contract") if name not in {"number", "status", "quotation_id"}
    )
    refused(
        f"INSERT INTO sales_contract (number, status, {columns}) SELECT 'CTR-999999', 'sent', {columns} "
        f"FROM sales_contract WHERE id = {sent.pk}"
    )
    signed = a_contract(sent=True)
    read_and_sign(signed)
    names = ", ".join(columns_of("sales_contractsignature").keys() - {"contract_id"})
    refused(
        f"INSERT INTO sales_contractsignature (contract_id, {names}) SELECT {draft.pk}, {names} "
        "FROM sales_contractsignature"
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_preview_of_signing_leaves_nothing() -> None:
    contract = a_contract(sent=True, commitment_months=24)
    note_reading(contract.number, language="fr")
    watched = [Contract, ContractReading, ContractSignature, SealedContract, SealKey, Event, File]
    watched += [apps.get_model(name) for name in ("kernel.Intent", "kernel.Delivery", "subscriptions.Subscription",
                                                  "billing.PendingCharge", "billing.Invoice")]  # fmt: skip

    def rows() -> list[list[Any]]:
        return [list(model.objects.order_by("pk").values()) for model in watched]

    before = rows()
    seen = preview("sales.sign_contract", {"contract": contract.number, "name": "Sylvie Tremblay", "agreed": True},
                   actor=SYSTEM)  # fmt: skip
    assert "sales.ContractSigned" in {fact.type for fact in seen.collected.events}
    assert rows() == before
    assert not seen.parked
    read_and_sign(contract)
    assert ContractSignature.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize(
    ("language", "over", "worthless", "replaced", "closed"),
    [
        ({}, "Ce lien n’est plus valide", "Ce lien n’est pas valide", "remplacé par un plus récent", "plus à signer"),
        (ENGLISH, "This link has expired", "This link is not valid", "replaced by a newer one", "no longer there"),
    ],
)
def test_a_link_that_is_not_good_is_refused_on_a_page_that_says_why(
    client: Client, clock: Any, language: dict[str, str], over: str, worthless: str, replaced: str, closed: str
) -> None:
    settings.put("company.contact", {"fr": ["Composez le 450 555-0123"], "en": ["Call 450 555-0123"]})
    contract, link = sent_link()
    other, others_link = sent_link()
    token, until = link.removeprefix("/sign/"), contract.link_until
    assert until
    half = len(token) // 2
    payload = f"{other.number}:{other.link}"
    foreign = {
        "tampered": token[:half] + ("A" if token[half] != "A" else "B") + token[half + 1 :],
        "cut": token[:-4],
        "another secret": make_token(links.SIGN, payload, until, secrets=["x" * 50]),
        "another purpose": make_token(links.QUOTE, payload, until),
        "another's number under this signature": others_link.removeprefix("/sign/")[:half] + token[half:],
        "nothing": "x",
    }

    def said(address: str, status: int) -> str:
        answer = client.get(address, **language)  # type: ignore[arg-type]
        assert answer.status_code == status, address
        text = answer.content.decode()
        assert "450 555-0123" in text
        assert contract.number not in text
        assert "Tremblay" not in text
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        return text

    for made in foreign.values():
        assert worthless in said(f"/sign/{made}", 400)
    clock.move(minutes=2)
    newer = send_contract(contract.number).link
    assert replaced in said(link, 410)
    assert replaced in said(f"{link}/fr.pdf", 410)
    clock.move(days=30)
    assert over in said(newer, 410)
    assert over in said(f"{newer}/fr.pdf", 410)
    last = send_contract(contract.number).link
    cancel_contract(contract.number, reason="Le client a changé d’idée")
    assert closed in said(last, 410)
    assert client.post(last, {"agreed": "yes", "name": "Sylvie"}).status_code == 410
    assert not ContractSignature.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_signing_link_is_good_to_the_last_second_of_thirty_days(client: Client, clock: Any) -> None:
    _, link = sent_link()
    end = clock.now() + timedelta(days=30)
    clock.freeze(end - timedelta(seconds=1))
    assert client.get(link).status_code == 200
    clock.freeze(end)
    assert client.get(link).status_code == 410


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_an_accepting_link_is_good_to_the_end_of_the_last_day(client: Client, clock: Any) -> None:
    quotation = a_quotation(valid_until=time.today() + timedelta(days=30))
    first = send_quotation(quotation.number).link
    link = send_quotation(quotation.number).link
    assert client.get(first).status_code == 410
    token = link.removeprefix("/quote/")
    assert client.get(f"/quote/{token[:-3]}AAA").status_code == 400
    assert client.get(f"/sign/{token}").status_code == 400
    end = clock.start_of(quotation.valid_until + timedelta(days=1))
    clock.freeze(end - timedelta(seconds=1))
    assert client.get(link).status_code == 200
    clock.freeze(end)
    assert client.get(link).status_code == 410
    assert client.post(link, {"agreed": "yes", "name": "Sylvie Tremblay"}).status_code == 410
    quotation.refresh_from_db()
    assert quotation.status == "sent"


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_each_public_page_is_braked_by_address(client: Client) -> None:
    _, link = sent_link()
    for _ in range(brake.LIMITS["page"]):
        assert client.get(link, REMOTE_ADDR="203.0.113.9").status_code == 200
    for page in (link, f"{link}/fr.pdf", "/verify"):
        answer = client.get(page, REMOTE_ADDR="203.0.113.9", **ENGLISH)  # type: ignore[arg-type]
        assert answer.status_code == 429
        assert "Too many requests" in answer.content.decode()
    assert client.get(link, REMOTE_ADDR="203.0.113.10").status_code == 200


def test_the_page_pressed_by_eight_hands_signs_once(committed_db: Any) -> None:
    with acting_as(SYSTEM):
        contract, link = sent_link()
        note_reading(contract.number)
    ready, statuses = threading.Barrier(8), []

    def press(hand: int) -> None:
        client = Client(REMOTE_ADDR=f"203.0.113.{hand}")
        try:
            ready.wait()
            statuses.append(client.post(link, {"agreed": "yes", "name": f"Signataire {hand}"}).status_code)
        finally:
            connections.close_all()

    hands = [threading.Thread(target=press, args=(hand,)) for hand in range(8)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert statuses == [302] * 8
    assert ContractSignature.objects.count() == SealedContract.objects.count() == 1
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1
