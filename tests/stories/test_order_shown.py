"""What would come of signing, of completing the last job, of cancelling: shown whole before, and nothing is left."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.models import Delivery, Event
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.messaging.models import Message
from gigafibre.sales.actions import note_reading
from gigafibre.subscriptions.models import Subscription
from tests.stories.road import Road, a_road, on
from tests.stories.test_order_to_payment import chain, services

pytestmark = pytest.mark.django_db


def shown(verb: str, **given: Any) -> dict[str, Any]:
    """Preview a verb, and prove that it left nothing."""
    before = [model.objects.count() for model in (Event, Delivery, Message)]
    seen = in_words(preview(verb, given, actor=SYSTEM), "fr")
    assert [model.objects.count() for model in (Event, Delivery, Message)] == before
    assert seen["parked"] == []
    return seen


def made(seen: dict[str, Any], label: str) -> list[dict[str, Any]]:
    return [one for one in seen["changes"] if one["label"] == label and one["op"] == "I"]


def plainly(text: object) -> str:
    return str(text).replace("\\xa0", " ").replace("\u00a0", " ")


def test_signing_shows_chain_services_charge_and_message(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    with acting_as(SYSTEM):
        road.send()
        deliver_all()
        note_reading(road.contract, language="fr")
    seen = shown("sales.sign_contract", contract=road.contract, name="Sylvie Tremblay", agreed=True)
    assert len(made(seen, "Intervention")) == 4
    assert len(made(seen, "Abonnement")) == 2
    (charge,) = made(seen, "Frais en attente")
    assert "95,00" in plainly(charge)
    (message,) = seen["messages"]
    assert "bon de commande" in plainly(message)
    assert "27 novembre 2026" in plainly(message)
    assert chain(road) == []
    assert services(road) == []


def test_the_last_job_shows_services_invoice_and_cents(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    deliver_all()
    on("2026-11-27", "11:00")
    *first, last = [job.number for job in chain(road)]
    road.install(first)
    road.ready(last)
    seen = shown("dispatch.complete_job", job=last)
    (invoice,) = made(seen, "Facture")
    assert "120,72" in plainly(invoice)
    begun = {one["number"] for one in seen["changes"] if one["label"] == "Abonnement" and "'actif'" in str(one)}
    assert begun == set(Subscription.objects.values_list("number", flat=True))
    assert len(begun) == 2
    assert any("120,72" in plainly(message) for message in seen["messages"])
    assert road.invoices() == []
    assert {state for _, state in services(road)} == {"pending"}


def test_cancelling_shows_jobs_and_services_called_back(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road: Road = a_road().signed()
    deliver_all()
    seen = shown("sales.cancel_contract", contract=road.contract, reason="Le client a changé d’avis")
    told = plainly([fact["text"] for fact in seen["facts"]])
    for job in chain(road):
        assert f"{job.number} annulée" in told
    assert {state for _, state in services(road)} == {"pending"}
    assert {job.status for job in chain(road)} == {"ready"}
