"""E-signature providers: one contract test for the simulator and for DocuSeal against a server that speaks its API."""

from __future__ import annotations

import base64
import json
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connections, transaction
from django.test import Client

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import settings as provider_settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.intents import TransportError
from gigafibre.sales import adapters, intents, sealing
from gigafibre.sales.actions import cancel_contract, note_reading, record_signature, send_contract, sign_contract
from gigafibre.sales.adapters import Request, Signer
from gigafibre.sales.adapters.docuseal import DocuSeal
from gigafibre.sales.adapters.simulator import Simulator, audit_of
from gigafibre.sales.errors import NoAuditLog, NoSuchPaper, WrongTrack
from gigafibre.sales.models import Contract, ContractSignature, ProviderAudit, WebhookReceived
from gigafibre.sales.queries import offers
from gigafibre.sales.tasks import ask_the_provider
from gigafibre.sales.tests.factories import a_contract

Event: Any = apps.get_model("kernel", "Event")
Intent: Any = apps.get_model("kernel", "Intent")

SECRET = "simulated"
WANTED = Request(
    key="3f2a", title="CTR-7", paper=b"%PDF-1.7 paper", page=2, name="Jean Roy", email="jean@example.org", language="fr"
)


class StandIn(BaseHTTPRequestHandler):
    """A server that answers as DocuSeal's API does, for what we ask of it."""

    simulator = Simulator()
    audited = True
    elsewhere = ""

    def log_message(self, *_: Any) -> None:
        """Be quiet."""

    def do_POST(self) -> None:
        if not self._known():
            return None
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        person, paper = given["submitters"][0], given["documents"][0]
        if self.path != "/api/submissions/pdf" or not paper["fields"][0]["areas"]:
            return self._answer(422, {"error": "bad"})
        wanted = Request(
            key=person["external_id"],
            title=given["name"],
            paper=base64.b64decode(paper["file"]),
            page=paper["fields"][0]["areas"][0]["page"],
            name=person["name"],
            email=person["email"],
            language="fr",
        )
        self._answer(200, {"id": int(self.simulator.request(wanted)), "submitters": [person]})
        return None

    def do_GET(self) -> None:
        if self.path.startswith("/file/"):
            key, _, what = self.path.removeprefix("/file/").partition("/")
            found = audit_of(key) if what else self.simulator.requests[key].paper
            self.send_response(200)
            self.end_headers()
            self.wfile.write(found)
            return None
        if not self._known():
            return None
        if self.path.startswith("/api/submitters?external_id="):
            found_id = self.simulator.find(self.path.partition("=")[2])
            return self._answer(200, {"data": [{"submission_id": int(found_id)}] if found_id else []})
        if self.path == "/api/submissions?limit=1":
            return self._answer(200, {"data": []})
        key = self.path.removeprefix("/api/submissions/")
        if key not in self.simulator.requests:
            return self._answer(404, {"error": "Not found"})
        kind = self.simulator.state(key).status
        status = {"signed": "completed", "waiting": "pending"}.get(kind, kind)
        assert isinstance(self.server, ThreadingHTTPServer)
        address = f"http://127.0.0.1:{self.server.server_port}/file/{key}"
        wanted = self.simulator.requests[key]
        self._answer(
            200,
            {
                "id": int(key),
                "status": status,
                "submitters": [{"id": int(key) + 50_000, "name": wanted.name, "email": wanted.email}],
                "documents": [{"name": wanted.title, "url": self.elsewhere or address}],
                "audit_log_url": f"{address}/audit" if status == "completed" and self.audited else None,
            },
        )
        return None

    def do_PUT(self) -> None:
        if self._known():
            given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert given == {"send_email": True}
            self.simulator.remind(str(int(self.path.removeprefix("/api/submitters/")) - 50_000))
            self._answer(200, {})

    def do_DELETE(self) -> None:
        if self._known():
            key = self.path.removeprefix("/api/submissions/")
            self.simulator.withdraw(key)
            self._answer(200 if key in self.simulator.requests else 404, {"id": key})

    def _known(self) -> bool:
        if self.headers["X-Auth-Token"] == "token":
            return True
        self._answer(401, {"error": "Not authenticated"})
        return False

    def _answer(self, status: int, body: Any) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(raw)


@dataclass
class Pair:
    """A provider, and the hand of the person who signs there."""

    provider: Signer
    hand: Simulator
    ended: list[Callable[[], None]] = field(default_factory=list)


@pytest.fixture(params=["simulator", "docuseal"])
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    if request.param == "simulator":
        simulator = Simulator()
        yield Pair(simulator, simulator)
        return
    StandIn.simulator = Simulator()
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Pair(DocuSeal(f"http://127.0.0.1:{server.server_address[1]}/api", "token", SECRET), StandIn.simulator)
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_request_is_made_found_and_signed(pair: Pair) -> None:
    assert pair.provider.find(WANTED.key) is None
    made = pair.provider.request(WANTED)
    assert pair.provider.find(WANTED.key) == made
    assert pair.hand.requests[made] == WANTED
    assert pair.provider.state(made).status == "waiting"
    pair.hand.sign(made)
    signed = pair.provider.state(made)
    assert (signed.status, signed.name, signed.paper) == ("signed", "Jean Roy", WANTED.paper)
    assert signed.audit == audit_of(made)


def test_a_refusal_is_told(pair: Pair) -> None:
    made = pair.provider.request(WANTED)
    pair.hand.decline(made)
    assert pair.provider.state(made).status == "declined"


def test_a_request_is_told_again_or_withdrawn(pair: Pair) -> None:
    made = pair.provider.request(WANTED)
    pair.provider.remind(made)
    assert pair.hand.reminded == [made]
    pair.provider.withdraw(made)
    assert pair.provider.state(made).status == "expired"
    pair.hand.sign(made)
    assert pair.provider.state(made).status == "expired"
    pair.provider.withdraw("4040404")


@pytest.mark.parametrize("pair", ["docuseal"], indirect=True)
def test_a_log_comes_later_and_a_paper_from_elsewhere_is_not_fetched(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pair.provider.request(WANTED)
    pair.hand.sign(made)
    monkeypatch.setattr(StandIn, "audited", False)
    assert pair.provider.state(made).audit == b""
    for elsewhere in ("http://127.0.0.1:9/file", "file:///etc/passwd", "https://example.org/paper.pdf"):
        monkeypatch.setattr(StandIn, "elsewhere", elsewhere)
        with pytest.raises(TransportError, match="not an address of") as refused:
            pair.provider.state(made)
        assert refused.value.permanent


def test_a_webhook_is_believed_with_its_secret_only(pair: Pair) -> None:
    body = json.dumps({"event_type": "form.completed", "data": {"id": 9, "submission_id": 1001}}).encode()
    assert pair.provider.told({"X-Docuseal-Secret": SECRET}, body) == "1001"
    assert pair.provider.told({"X-Docuseal-Secret": "another"}, body) is None
    assert pair.provider.told({}, body) is None


def test_docuseal_without_a_secret_believes_nobody() -> None:
    body = b'{"data": {"id": 1}}'
    assert DocuSeal("http://127.0.0.1:9", "token", "").told({"X-Docuseal-Secret": ""}, body) is None
    assert DocuSeal("http://127.0.0.1:9", "token", SECRET).told({"X-Docuseal-Secret": SECRET}, b"[]") is None


@pytest.mark.parametrize("pair", ["docuseal"], indirect=True)
def test_a_wrong_token_is_for_good_and_an_absent_server_is_not(pair: Pair) -> None:
    assert isinstance(pair.provider, DocuSeal)
    with pytest.raises(TransportError) as refused:
        DocuSeal(pair.provider.url, "wrong", SECRET).request(WANTED)
    assert refused.value.permanent
    with pytest.raises(TransportError) as away:
        DocuSeal("http://127.0.0.1:9/api", "token", SECRET).request(WANTED)
    assert not away.value.permanent


@pytest.mark.django_db
def test_a_business_signs_at_the_provider_and_a_webhook_told_twice_signs_once(
    client: Client, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator = Simulator()
    monkeypatch.setattr(adapters, "_simulator", lambda: simulator)
    with acting_as(SYSTEM):
        provider_settings.put("sales.signing_provider", "simulator")
        business = a_customer("Serres du Nord", kind="company", email="jean@example.org")
        contract = a_contract(sent=True, customer=business)
        assert contract.track == "commercial"
        with pytest.raises(WrongTrack):
            sign_contract(contract.number, name="Jean Roy", agreed=True)
        with pytest.raises(NoSuchPaper):
            record_signature(contract.number, name="Jean Roy", document="0" * 64)
    intent = Intent.objects.get(kind="sales.request_signature")
    done = intents.request_signature(intent.key, intent.payload)
    assert intents._find(intent.key, intent.payload) == done
    simulator.sign(done["outside_id"])
    body = {"event_type": "submission.completed", "data": {"submission_id": done["outside_id"]}}
    for _ in range(2):
        answer = client.post(
            "/webhooks/signature", body, content_type="application/json", headers={"X-Docuseal-Secret": SECRET}
        )
        assert answer.status_code == 200
    assert client.post("/webhooks/signature", body, content_type="application/json").status_code == 403
    assert WebhookReceived.objects.count() == 1
    told = Intent.objects.filter(kind="sales.fetch_signature").latest("created_at")
    for _ in range(2):
        intents.fetch_signature(told.key, told.payload)
    contract.refresh_from_db()
    signature = ContractSignature.objects.get(contract=contract)
    assert (contract.status, signature.how, signature.name) == ("signed", "provider", "Serres du Nord")
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1
    assert sealing.look(sealing.sealed_paper(contract.number).content).genuine
    assert intents.request_signature(uuid.uuid4(), intent.payload) == {"skipped": "signed"}


@pytest.fixture
def business(clock: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Contract, Simulator]]:
    """A business contract asked for at the simulator, and the hand that signs there."""
    simulator = Simulator()
    monkeypatch.setattr(adapters, "_simulator", lambda: simulator)
    with acting_as(SYSTEM):
        provider_settings.put("sales.signing_provider", "simulator")
        customer = a_customer("Serres du Nord", kind="company", email="jean@example.org")
        contract = a_contract(sent=True, customer=customer)
        asked = Intent.objects.get(kind="sales.request_signature")
        intents.request_signature(asked.key, asked.payload)
        contract.refresh_from_db()
        yield contract, simulator


def fetch(contract: Contract) -> dict[str, Any]:
    return intents.fetch_signature(uuid.uuid4(), {"outside_id": contract.outside_id})


def post(client: Client, contract: Contract, event: str, **more: Any) -> int:
    body = {"event_type": event, "data": {"id": 9, "submission_id": contract.outside_id, **more}}
    answer = client.post(
        "/webhooks/signature", body, content_type="application/json", headers={"X-Docuseal-Secret": SECRET}
    )
    return answer.status_code


@pytest.mark.django_db
def test_webhooks_in_any_order_and_as_often_as_they_come_sign_once(
    client: Client, business: tuple[Contract, Simulator]
) -> None:
    contract, simulator = business
    simulator.sign(contract.outside_id)
    told = ["submission.completed", "form.viewed", "form.completed", "form.started", "form.declined", "form.completed"]
    for n, event in enumerate([*told, *reversed(told)]):
        assert post(client, contract, event, timestamp=n % 4) == 200
    asked = Intent.objects.filter(kind="sales.fetch_signature").order_by("-created_at")
    for intent in [*asked, *reversed(asked)]:
        intents.fetch_signature(intent.key, intent.payload)
    contract.refresh_from_db()
    assert contract.status == "signed"
    assert ContractSignature.objects.count() == ProviderAudit.objects.count() == 1
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1
    assert not Event.objects.filter(type="sales.ContractCancelled").exists()


def test_two_who_fetch_at_once_record_once(committed_db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    simulator = Simulator()
    monkeypatch.setattr(adapters, "_simulator", lambda: simulator)
    with acting_as(SYSTEM):
        provider_settings.put("sales.signing_provider", "simulator")
        customer = a_customer("Serres du Nord", kind="company", email="jean@example.org")
        contract = a_contract(sent=True, customer=customer, starts_on=date(2100, 1, 1))
        asked = Intent.objects.get(kind="sales.request_signature")
        intents.request_signature(asked.key, asked.payload)
    contract.refresh_from_db()
    simulator.sign(contract.outside_id)
    ready, failures = threading.Barrier(5), []

    def ask() -> None:
        try:
            ready.wait()
            fetch(contract)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    hands = [threading.Thread(target=ask) for _ in range(5)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert failures == []
    assert ContractSignature.objects.count() == ProviderAudit.objects.count() == 1
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1


@pytest.mark.django_db
def test_the_log_is_kept_when_it_is_made_and_served(client: Client, business: tuple[Contract, Simulator]) -> None:
    contract, simulator = business
    simulator.sign(contract.outside_id)
    late = simulator._states[contract.outside_id]
    simulator._states[contract.outside_id] = replace(late, audit=b"")
    assert fetch(contract) == {"status": "signed", "audit": False}
    with pytest.raises(NoAuditLog):
        offers.contract_audit_of(contract.number)
    assert ask_the_provider.func(0) == 1
    simulator._states[contract.outside_id] = late
    fetch(contract)
    assert offers.contract_audit_of(contract.number).content == audit_of(contract.outside_id)
    page = offers.contract_page(contract.number)
    assert page["signature"]["audit_sha256"] == ProviderAudit.objects.get().sha256
    assert ask_the_provider.func(0) == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        ProviderAudit.objects.update(sha256="0" * 64)


@pytest.mark.django_db
def test_a_signature_whose_webhook_was_lost_is_asked_for(business: tuple[Contract, Simulator]) -> None:
    contract, simulator = business
    assert Intent.objects.filter(kind="sales.fetch_signature", payload__outside_id=contract.outside_id).count() == 1
    simulator.sign(contract.outside_id)
    assert ask_the_provider.func(0) == 1
    fetch(contract)
    contract.refresh_from_db()
    assert contract.status == "signed"


@pytest.mark.django_db
def test_sent_again_it_is_the_same_request_and_cancelled_it_is_withdrawn(
    business: tuple[Contract, Simulator],
) -> None:
    contract, simulator = business
    send_contract(contract.number)
    again = Intent.objects.filter(kind="sales.request_signature").latest("created_at")
    assert intents.request_signature(again.key, again.payload)["reminded"]
    assert (len(simulator.requests), simulator.reminded) == (1, [contract.outside_id])
    cancel_contract(contract.number, reason="Le client a changé d’idée")
    told = Intent.objects.get(kind="sales.withdraw_request")
    intents.withdraw_request(told.key, told.payload)
    simulator.sign(contract.outside_id)
    assert fetch(contract) == {"skipped": "cancelled"}
    assert not ContractSignature.objects.exists()


@pytest.mark.django_db
def test_a_business_signs_by_link_while_no_provider_is_set_up(clock: Any) -> None:
    with acting_as(SYSTEM):
        business = a_customer("Serres du Nord", kind="company")
        contract = a_contract(sent=True, customer=business)
        assert contract.track == "residential"
        note_reading(contract.number)
        sign_contract(contract.number, name="Jean Roy", agreed=True)
    assert Contract.objects.get(pk=contract.pk).status == "signed"
