"""E-signature providers: one contract test for the simulator and for DocuSeal against a server that speaks its API."""

from __future__ import annotations

import base64
import json
import threading
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import settings as provider_settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.intents import TransportError
from gigafibre.sales import adapters, intents, sealing
from gigafibre.sales.actions import note_reading, sign_contract
from gigafibre.sales.adapters import Request, Signer
from gigafibre.sales.adapters.docuseal import DocuSeal
from gigafibre.sales.adapters.simulator import Simulator
from gigafibre.sales.errors import WrongTrack
from gigafibre.sales.models import Contract, ContractSignature, WebhookReceived
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
            found = self.simulator.requests[self.path.removeprefix("/file/")].paper
            self.send_response(200)
            self.end_headers()
            self.wfile.write(found)
            return None
        if not self._known():
            return None
        if self.path.startswith("/api/submitters?external_id="):
            found_id = self.simulator.find(self.path.partition("=")[2])
            return self._answer(200, {"data": [{"submission_id": int(found_id)}] if found_id else []})
        key = self.path.removeprefix("/api/submissions/")
        if key not in self.simulator.requests:
            return self._answer(404, {"error": "Not found"})
        status = {"signed": "completed", "waiting": "pending"}.get(self.simulator.state(key).status, "declined")
        assert isinstance(self.server, ThreadingHTTPServer)
        address = f"http://127.0.0.1:{self.server.server_port}/file/{key}"
        wanted = self.simulator.requests[key]
        self._answer(
            200,
            {
                "id": int(key),
                "status": status,
                "submitters": [{"name": wanted.name, "email": wanted.email}],
                "documents": [{"name": wanted.title, "url": address}],
            },
        )
        return None

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


def test_a_refusal_is_told(pair: Pair) -> None:
    made = pair.provider.request(WANTED)
    pair.hand.decline(made)
    assert pair.provider.state(made).status == "declined"


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
    told = Intent.objects.get(kind="sales.fetch_signature")
    for _ in range(2):
        intents.fetch_signature(told.key, told.payload)
    contract.refresh_from_db()
    signature = ContractSignature.objects.get(contract=contract)
    assert (contract.status, signature.how, signature.name) == ("signed", "provider", "Serres du Nord")
    assert Event.objects.filter(type="sales.ContractSigned").count() == 1
    assert sealing.look(sealing.sealed_paper(contract.number).content).genuine
    assert intents.request_signature(uuid.uuid4(), intent.payload) == {"skipped": "signed"}


@pytest.mark.django_db
def test_a_business_signs_by_link_while_no_provider_is_set_up(clock: Any) -> None:
    with acting_as(SYSTEM):
        business = a_customer("Serres du Nord", kind="company")
        contract = a_contract(sent=True, customer=business)
        assert contract.track == "residential"
        note_reading(contract.number)
        sign_contract(contract.number, name="Jean Roy", agreed=True)
    assert Contract.objects.get(pk=contract.pk).status == "signed"
