"""The public pages: links that are forged, replaced or over are refused; what is done there is done once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.sales import brake, links
from gigafibre.sales.actions import send_contract, send_quotation
from gigafibre.sales.models import Contract, ContractReading, ContractSignature, LinkBrake
from gigafibre.sales.tests.factories import a_contract, a_quotation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def signing_link() -> tuple[Contract, str]:
    contract = a_contract()
    return Contract.objects.get(pk=contract.pk), send_contract(contract.number).link


def test_a_contract_is_read_and_signed_on_its_page(client: Client) -> None:
    contract, link = signing_link()
    shown = client.get(link, HTTP_USER_AGENT="Téléphone")
    page = shown.content.decode()
    assert shown.status_code == 200
    assert f"Contrat de service {contract.number}" in page
    assert "68,99" in page
    policy = shown["Content-Security-Policy"]
    nonce = re.search(r"script-src 'nonce-([^']+)'", policy)
    assert nonce
    assert f'<script nonce="{nonce[1]}">' in page
    assert "unsafe-inline" not in policy
    assert shown["Cache-Control"] == "no-store"
    assert client.get(f"{link}/fr.pdf").content.startswith(b"%PDF")
    answer = client.post(
        link, {"agreed": "yes", "name": "Sylvie Tremblay", "strokes": json.dumps([[[10, 20], [300, 200]]])}
    )
    assert answer.status_code == 302
    signature = ContractSignature.objects.get(contract=contract)
    assert (signature.name, signature.how, signature.address) == ("Sylvie Tremblay", "drawn", "127.0.0.1")
    after = client.get(link).content.decode()
    assert "C’est signé, merci." in after
    client.post(link, {"agreed": "yes", "name": "Un autre"})
    assert ContractSignature.objects.get(contract=contract).name == "Sylvie Tremblay"
    sealed = client.get(f"{link}/fr.pdf").content
    verified = client.post("/verify", {"paper": SimpleUploadedFile("c.pdf", sealed)}).content.decode()
    assert f"Authentique : contrat {contract.number}" in verified
    forged = sealed.replace(b"%%EOF", b"%%EOG", 1)
    refused = client.post("/verify", {"paper": SimpleUploadedFile("c.pdf", forged)}).content.decode()
    assert "Ce document n’est pas un de nos contrats" in refused


def test_english_is_asked_for_after_french(client: Client) -> None:
    contract, link = signing_link()
    assert client.get(f"{link}/en.pdf").content == client.get(f"{link}/fr.pdf").content
    client.get(link)
    client.post(link, {"language": "en"})
    assert "Service contract" in client.get(link).content.decode()
    assert client.get(f"{link}/en.pdf").content != client.get(f"{link}/fr.pdf").content
    kinds = list(ContractReading.objects.filter(contract=contract).order_by("pk").values_list("what", "language"))
    assert kinds == [("opened", "fr"), ("opened", "en"), ("language", "en")]


def test_without_a_tick_or_a_name_nothing_is_signed(client: Client) -> None:
    _, link = signing_link()
    client.get(link)
    wrong: list[dict[str, str]] = [
        {"name": "Sylvie Tremblay"},
        {"agreed": "yes", "name": ""},
        {"agreed": "yes", "name": "Sylvie", "strokes": "[[[5000, 1]]]"},
    ]
    for given in wrong:
        assert client.post(link, given).status_code == 422
    assert not ContractSignature.objects.exists()


def test_links_forged_replaced_or_over_are_refused(client: Client, clock: Any) -> None:
    contract, link = signing_link()
    token = link.removeprefix("/sign/")
    assert client.get(f"/sign/{token[:-2]}AA").status_code == 400
    assert client.get(f"/quote/{token}").status_code == 400  # made for another purpose
    assert client.get(f"/sign/{token}/fr.pdf").status_code == 200
    newer = send_contract(contract.number).link
    assert client.get(link).status_code == 410
    assert client.get(newer).status_code == 200
    clock.move(days=30, minutes=1)
    assert client.get(newer).status_code == 410
    assert client.post(newer, {"agreed": "yes", "name": "Sylvie"}).status_code == 410
    assert not ContractSignature.objects.exists()


@pytest.mark.parametrize("origin", ["null", "https://ailleurs.example", ""])
def test_a_form_from_another_site_is_refused(origin: str) -> None:
    _, link = signing_link()
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(link)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
    assert token
    given = {"agreed": "yes", "name": "Sylvie Tremblay"} | ({"csrfmiddlewaretoken": token[1]} if origin else {})
    answer = strict.post(link, given, **({"HTTP_ORIGIN": origin} if origin else {}))  # type: ignore[arg-type]
    assert answer.status_code == 403
    assert "Rechargez la page" in answer.content.decode()
    assert not ContractSignature.objects.exists()


def test_a_browser_posts_the_form_from_its_own_origin() -> None:
    contract, link = signing_link()
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(link)
    # With no-referrer a browser would say `Origin: null`, and nobody could sign.
    assert page["Referrer-Policy"] == "same-origin"
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())
    assert token
    given = {"agreed": "yes", "name": "Sylvie Tremblay", "csrfmiddlewaretoken": token[1]}
    assert strict.post(link, given, HTTP_ORIGIN="http://testserver").status_code == 302
    assert ContractSignature.objects.get().contract_id == contract.pk


def test_who_asks_too_often_waits_a_minute(client: Client, clock: Any) -> None:
    for _ in range(brake.LIMITS["bad"]):
        assert client.get("/sign/forged").status_code == 400
    assert client.get("/sign/forged").status_code == 429
    clock.move(minutes=1)
    assert client.get("/sign/forged").status_code == 400
    clock.move(days=2)
    assert brake.forget() == 4
    assert not LinkBrake.objects.exists()


def test_a_quotation_is_answered_on_its_page(client: Client, clock: Any) -> None:
    quotation = a_quotation(prospect="Marguerite Boyer", title="Chalet")
    link = send_quotation(quotation.number).link
    assert "Marguerite Boyer" in client.get(link).content.decode()
    assert client.get(f"{link}/quotation.pdf").content.startswith(b"%PDF")
    assert client.post(link, {"name": "Marguerite Boyer"}).status_code == 422
    assert client.post(link, {"agreed": "yes", "name": "Marguerite Boyer"}).status_code == 302
    quotation.refresh_from_db()
    assert (quotation.status, quotation.decided_by, quotation.decided_from) == (
        "accepted",
        "Marguerite Boyer",
        "127.0.0.1",
    )
    assert "Soumission acceptée" in client.get(link).content.decode()
    client.post(link, {"answer": "decline"})
    quotation.refresh_from_db()
    assert quotation.status == "accepted"
    other = a_quotation()
    declined = send_quotation(other.number).link
    assert client.post(declined, {"answer": "decline", "reason": "Trop cher"}).status_code == 302
    other.refresh_from_db()
    assert (other.status, other.decline_reason) == ("declined", "Trop cher")
    clock.move(days=40)
    assert client.get(link).status_code == 410


def test_the_link_carries_no_name_and_the_public_address() -> None:
    from gigafibre.kernel import settings

    settings.put("sales.public_url", "https://exemple.example/portail/")
    contract = a_contract()
    link = send_contract(contract.number).link
    assert link.startswith("https://exemple.example/portail/sign/")
    contract.refresh_from_db()
    assert links.read(links.SIGN, link.rsplit("/", 1)[1]) == (contract.number, contract.link)


def test_the_command_tells_a_genuine_paper(client: Client, tmp_path: Any, capsys: Any) -> None:
    contract, link = signing_link()
    client.get(link)
    client.post(link, {"agreed": "yes", "name": "Sylvie Tremblay"})
    file = tmp_path / "contrat.pdf"
    file.write_bytes(client.get(f"{link}/fr.pdf").content)
    call_command("verify_contract", str(file))
    assert f"genuine: {contract.number}" in capsys.readouterr().out
    changed = bytearray(file.read_bytes())
    changed[len(changed) // 2] ^= 1
    file.write_bytes(bytes(changed))
    with pytest.raises(CommandError, match="NOT genuine"):
        call_command("verify_contract", str(file))
