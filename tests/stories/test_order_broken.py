"""A part of the road is broken: the other parts stand, the failure waits in sight, and mended gives one of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from gigafibre.catalog.errors import ItemNotSold
from gigafibre.dispatch.models import ChainTemplate
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.deliver import TRIES, deliver_all
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.listing import page
from gigafibre.kernel.parked import PARKED
from gigafibre.kernel.perform import perform
from gigafibre.messaging.models import TemplateText
from gigafibre.network.models import Drop
from gigafibre.processes import papers_sent
from gigafibre.sales.actions import subscribing
from gigafibre.support import actions as support
from gigafibre.support.errors import AssigneeInactive
from gigafibre.support.models import Issue
from tests.stories.road import Road, a_road, on
from tests.stories.test_order_repaired import repair
from tests.stories.test_order_to_payment import chain, nothing_parked, services

pytestmark = pytest.mark.django_db
PENDING = [("NET500", "pending"), ("TV", "pending")]
ACTIVE = [("NET500", "active"), ("TV", "active")]


def deliver_in_vain() -> dict[str, str]:
    """Deliver until what fails has had all its tries; returns who is parked, and why."""
    for _ in range(TRIES):
        deliver_all()
        kernel_clock.move(minutes=6)
    deliver_all()
    return {one["what"].rpartition(".")[2]: one["error"] for one in page(PARKED, {"kind": "delivery"}).items}


def retry() -> None:
    """Do what a person does about parked work once its cause is mended."""
    for one in page(PARKED, {}).items:
        perform("kernel.retry_parked", {"work": one["work"]}, actor=SYSTEM)
    deliver_all()
    deliver_all()


def by_repair() -> None:
    """Do the same by the command; what is parked still is then retried, and nothing comes twice."""
    repair(apply=True)
    deliver_all()
    retry()


def messages(road: Road) -> Counter[str]:
    return Counter(template for template, _, _ in road.messages())


def refusing(refusal: Refusal) -> Callable[..., Any]:
    def refuse(*_: Any, **__: Any) -> Any:
        raise refusal

    return refuse


def installed(road: Road) -> None:
    on("2026-11-27", "11:00")
    road.install([job.number for job in chain(road)])


def whole(road: Road) -> bool:
    """Say whether everything of an order stands once, from its chain to its invoice."""
    return (
        len(chain(road)) == 4
        and services(road) == ACTIVE
        and len(road.invoices()) == 1
        and Issue.objects.filter(contract=road.contract).count() == 1
        and messages(road)["order.received"] == messages(road)["invoice.sent"] == 1
        and nothing_parked()
    )


def broken_words(template: str, channel: str) -> None:
    """Give a template an edition that can't be filled, as an import might."""
    given = {"template": template, "channel": channel, "language": "fr", "version": 1}
    TemplateText.objects.create(**given, subject="Facture" if channel == "email" else "", body="{nobody_knows}", by="x")


def mended_words(template: str, channel: str) -> None:
    given = {"template": template, "channel": channel, "language": "fr", "body": "Merci, {first_name}."}
    perform("messaging.edit_template", {**given, "subject": "Facture"}, actor=SYSTEM)


@pytest.mark.parametrize("mend", [retry, by_repair])
def test_an_acknowledgement_that_cannot_be_written_stops_nothing_else(clock: Any, mend: Callable[[], None]) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    broken_words("order.received", "sms")
    road.signed()
    parked = deliver_in_vain()
    assert list(parked) == ["acknowledge_the_order"]
    assert "nobody_knows" in parked["acknowledge_the_order"]
    assert (len(chain(road)), services(road), messages(road)["order.received"]) == (4, PENDING, 0)
    mended_words("order.received", "sms")
    mend()
    assert messages(road)["order.received"] == 1
    installed(road)
    assert whole(road)


@pytest.mark.parametrize("mend", [retry, by_repair])
def test_without_a_job_template_the_services_wait_and_nobody_hears_of_a_date(
    clock: Any, mend: Callable[[], None]
) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    ChainTemplate.objects.filter(kind="installation").update(active=False)
    road.signed()
    parked = deliver_in_vain()
    assert list(parked) == ["send_the_technicians"]
    assert "DUO500" in parked["send_the_technicians"]
    assert services(road) == PENDING
    assert (chain(road), messages(road)["order.received"]) == ([], 0)
    assert not Issue.objects.exists()  # the issue and the chain come together or not at all
    ChainTemplate.objects.filter(kind="installation").update(active=True)
    mend()
    assert (len(chain(road)), messages(road)["order.received"]) == (4, 1)
    installed(road)
    assert whole(road)


@pytest.mark.parametrize("mend", [retry, by_repair])
def test_an_issue_that_is_refused_holds_the_chain_alone(
    clock: Any, mend: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    with monkeypatch.context() as broken:
        broken.setattr(support, "open_issue", refusing(AssigneeInactive(person="olivier")))
        road.signed()
        assert list(deliver_in_vain()) == ["send_the_technicians"]
        assert (services(road), chain(road), messages(road)["order.received"]) == (PENDING, [], 0)
    mend()
    assert (len(chain(road)), messages(road)["order.received"]) == (4, 1)
    installed(road)
    assert whole(road)


@pytest.mark.parametrize("mend", [retry, by_repair])
def test_services_that_cannot_be_made_begin_once_they_are(
    clock: Any, mend: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when everything was installed meanwhile: what the end of the chain begins waits for them in sight."""
    on("2026-11-21", "10:00")
    road = a_road()
    with monkeypatch.context() as broken:
        broken.setattr(subscribing, "create_subscription", refusing(ItemNotSold(item="TV")))
        road.signed()
        assert list(deliver_in_vain()) == ["prepare_the_services"]
        assert (len(chain(road)), messages(road)["order.received"]) == (4, 1)
        installed(road)
        assert set(deliver_in_vain()) == {"prepare_the_services", "start_the_services", "connect_the_address"}
        assert (services(road), road.invoices()) == ([], [])
        assert Issue.objects.get(contract=road.contract).status == "resolved"
    mend()
    assert Drop.objects.get(number=road.drop).subscription is not None
    assert whole(road)


def test_an_invoice_that_cannot_be_told_is_an_invoice_all_the_same(clock: Any) -> None:
    on("2026-11-21", "10:00")
    road = a_road()
    broken_words("invoice.sent", "email")
    road.signed()
    deliver_all()
    installed(road)
    parked = deliver_in_vain()
    assert list(parked) == ["send_the_invoice"]
    assert (services(road), len(road.invoices()), messages(road)["invoice.sent"]) == (ACTIVE, 1, 0)
    mended_words("invoice.sent", "email")
    retry()
    assert whole(road)


def test_an_invoice_that_cannot_be_printed_is_sent_once_it_can(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    deliver_all()
    with monkeypatch.context() as broken:
        broken.setattr(papers_sent, "stored", refusing(ItemNotSold(item="encre")))
        installed(road)
        assert list(deliver_in_vain()) == ["send_the_invoice"]
        assert (services(road), len(road.invoices())) == (ACTIVE, 1)
    retry()
    assert whole(road)
