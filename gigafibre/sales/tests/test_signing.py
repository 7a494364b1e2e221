"""A contract is read in French first, signed once, sealed, and its paper recognised to the byte."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, connections, transaction

from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.paper import text_of
from gigafibre.sales import sealing
from gigafibre.sales.actions import (
    cancel_contract,
    contract_quotation,
    expire_contracts,
    note_reading,
    send_contract,
    sign_contract,
    write_legal_text,
)
from gigafibre.sales.errors import (
    FrenchFirst,
    LinkReplaced,
    NeedsACustomer,
    NotAgreed,
    QuotationHasContract,
    WrongStatus,
)
from gigafibre.sales.models import Contract, ContractSignature, LegalText, SealedContract, SealKey
from gigafibre.sales.tests.factories import a_contract, a_provider, a_quotation, legal_texts, read_and_sign

Event: Any = apps.get_model("kernel", "Event")

STROKES = [[[100, 200], [300, 120], [500, 260]], [[600, 100], [620, 300]]]


@pytest.fixture
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_signature_keeps_the_paper_its_fingerprint_and_where_it_came_from() -> None:
    contract = a_contract(sent=True, commitment_months=24, inducement=Decimal("240.00"))
    done = read_and_sign(contract, strokes=STROKES)
    signature = ContractSignature.objects.get(contract=contract)
    contract.refresh_from_db()
    assert contract.paper_fr
    assert (contract.status, signature.how, signature.address) == ("signed", "drawn", "203.0.113.7")
    assert signature.agent == "Firefox"
    assert signature.read_sha256 == contract.paper_fr.sha256
    assert signature.signed_sha256 == done.sha256 == files.read(signature.signed).sha256
    said = " ".join(text_of(files.read(signature.signed).content).replace("\u00a0", " ").split())
    for words in (
        "Contrat de service",
        f"J’ai lu le contrat {contract.number} et ses conditions, et je les accepte.",
        "Sylvie Tremblay",
        "adresse IP 203.0.113.7",
        "Par mois, taxes comprises 68,99 $",
        "Engagement de 24 mois",
        "Avantage économique donné au début : 240,00 $.",
        "Dès le début, vous devriez au plus 230,00 $.",
        "Après 12 mois (21 novembre 2027), vous devriez au plus 110,00 $.",
        "Loi sur la protection du consommateur, art. 214.6",
        "cancellation v1",
    ):
        assert words in said, words


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_signed_again_it_stays_signed_once() -> None:
    contract = a_contract(sent=True)
    first = read_and_sign(contract)
    again = sign_contract(contract.number, name="Quelqu’un d’autre", agreed=True)
    assert again == first
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1
    facts = Event.objects.get(type="sales.ContractSigned")
    assert facts.subject == f"contract:{contract.number}"
    assert "Sylvie" not in str(facts.payload)


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_french_comes_first_and_english_is_chosen() -> None:
    contract = a_contract(sent=True)
    with pytest.raises(FrenchFirst):
        sign_contract(contract.number, name="Sarah MacLeod", agreed=True)
    with pytest.raises(FrenchFirst):
        note_reading(contract.number, language="en")
    read_and_sign(contract, language="en", name="Sarah MacLeod")
    signature = ContractSignature.objects.get(contract=contract)
    assert signature.french_first_at
    assert signature.language_chosen_at
    assert signature.french_first_at <= signature.language_chosen_at
    contract.refresh_from_db()
    assert contract.paper_en
    assert signature.read_sha256 == contract.paper_en.sha256
    said = " ".join(text_of(files.read(signature.signed).content).replace("\u00a0", " ").split())
    assert "Service contract" in said
    assert "French version handed over on November 21, 2026, 09:00; language the customer chose: English." in said


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_what_must_be_ticked_and_named() -> None:
    contract = a_contract(sent=True)
    note_reading(contract.number)
    with pytest.raises(NotAgreed):
        sign_contract(contract.number, name="Sylvie Tremblay", agreed=False)
    assert not ContractSignature.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_link_is_good_for_thirty_days_and_until_the_next(clock: Any) -> None:
    contract = a_contract()
    first = send_contract(contract.number)
    contract.refresh_from_db()
    assert first.until == clock.now() + timedelta(days=30)
    older = contract.link
    send_contract(contract.number)
    note_reading(contract.number)
    with pytest.raises(LinkReplaced):
        sign_contract(contract.number, name="Sylvie Tremblay", agreed=True, link=older)
    clock.move(days=31)
    with pytest.raises(LinkReplaced):
        sign_contract(contract.number, name="Sylvie Tremblay", agreed=True)
    assert expire_contracts() == 1
    contract.refresh_from_db()
    assert contract.status == "expired"


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_cancelled_contract_is_not_signed() -> None:
    contract = a_contract(sent=True)
    cancel_contract(contract.number, reason="Le client a changé d’idée")
    with pytest.raises(WrongStatus):
        sign_contract(contract.number, name="Sylvie Tremblay", agreed=True)


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE sales_contract SET monthly_total = 1",
        "UPDATE sales_contract SET status = 'sent'",
        "UPDATE sales_contractline SET amount = 1",
        "DELETE FROM sales_contractclause",
        "UPDATE sales_legaltext SET body_fr = 'autre chose'",
        "DELETE FROM sales_legaltext",
        "UPDATE sales_contractsignature SET name = 'x'",
        "DELETE FROM sales_contractsignature",
        "UPDATE sales_contractreading SET at = now()",
        "INSERT INTO sales_contractsignature (contract_id, at, name, language, how, strokes, address, agent,"
        " french_first_at, read_sha256, signed_id, signed_sha256) SELECT contract_id, at, name, language, how,"
        " strokes, address, agent, french_first_at, read_sha256, signed_id, signed_sha256"
        " FROM sales_contractsignature",
    ],
)
def test_what_was_signed_never_changes(attack: str) -> None:
    read_and_sign(a_contract(sent=True))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_new_version_of_a_text_leaves_what_was_sent() -> None:
    contract = a_contract(sent=True)
    given: dict[str, Any] = {
        "title_fr": "Conditions",
        "title_en": "Terms",
        "body_fr": "Nouvelles conditions.",
        "body_en": "New terms now.",
    }
    assert write_legal_text("service", **given) == 2
    versions = {one.text.version for one in contract.clauses.select_related("text") if one.text.code == "service"}
    assert versions == {1}
    newer = a_contract(sent=True)
    assert {str(one.text) for one in newer.clauses.select_related("text")} == {"cancellation v1", "service v2"}
    assert LegalText.objects.filter(code="service").count() == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("acting")
def test_a_quotation_becomes_one_contract_at_its_prices() -> None:
    legal_texts()
    quotation = a_quotation(sent=True)
    made = contract_quotation(quotation.number, commitment_months=12)
    assert (made.monthly_total, made.once_total) == (quotation.monthly_total, quotation.once_total)
    with pytest.raises(QuotationHasContract):
        contract_quotation(quotation.number)
    with pytest.raises(NeedsACustomer):
        contract_quotation(a_quotation(prospect="Marguerite Boyer", sent=True).number)


def test_two_who_sign_at_once_sign_once(committed_db: Any) -> None:
    with acting_as(SYSTEM):
        contract = a_contract(sent=True, starts_on=date(2100, 1, 1))
        note_reading(contract.number)
    ready, answers, failures = threading.Barrier(6), [], []

    def sign(name: str) -> None:
        try:
            ready.wait()
            with acting_as(SYSTEM):
                answers.append(sign_contract(contract.number, name=name, agreed=True).sha256)
                sealing.sealed_paper(contract.number)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign, args=(f"Signataire {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(set(answers)) == 1
    assert Contract.objects.get(pk=contract.pk).status == "signed"
    assert ContractSignature.objects.count() == SealedContract.objects.count() == SealKey.objects.count() == 1
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1


@pytest.mark.django_db
def test_a_draft_names_nobody_as_signed(clock: Any) -> None:
    with acting_as(SYSTEM):
        a_provider()
        contract = a_contract()
        with pytest.raises(WrongStatus):
            sign_contract(contract.number, name="Sylvie Tremblay", agreed=True)
