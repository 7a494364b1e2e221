"""Deliveries: in order per subject, once per handler, parked after the last try."""

from datetime import timedelta
from typing import Any

import pytest

from gigafibre.kernel import deliver
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.events import Event as Fact
from gigafibre.kernel.events import publish
from gigafibre.kernel.listing import page
from gigafibre.kernel.models import Delivery, Note
from gigafibre.kernel.parked import PARKED
from gigafibre.kernel.perform import perform


def texts() -> list[str]:
    return list(Note.objects.order_by("id").values_list("text", flat=True))


def test_a_fact_is_handled_once(sandbox: Any) -> None:
    publish(sandbox.BoxOpened(box="a", count=1))
    assert deliver.deliver_all() == 1
    assert deliver.deliver_all() == 0
    assert texts() == ["a 1"]
    assert Delivery.objects.get().state == "done"


def test_nothing_overtakes_what_waits_or_is_parked(sandbox: Any, clock: Any) -> None:
    for box, count in (("a", 7), ("a", 2), ("b", 3)):
        publish(sandbox.BoxOpened(box=box, count=count))
    deliver.deliver_all()
    assert texts() == ["b 3"]
    for _ in range(deliver.TRIES):
        clock.move(minutes=10)
        deliver.deliver_all()
    first, second, third = Delivery.objects.order_by("id")
    assert (first.state, first.attempts, first.error) == ("parked", 8, "RuntimeError: seven never works")
    assert (second.state, third.state) == ("pending", "done")
    (work,) = page(PARKED, {}).items
    assert (work["work"], work["behind"], work["subject"]) == (f"delivery:{first.pk}", 1, "box:a")


def test_waiting_grows_before_the_next_try(sandbox: Any, clock: Any) -> None:
    publish(sandbox.BoxOpened(box="a", count=7))
    deliver.deliver_next()
    assert Delivery.objects.get().due == clock.now() + timedelta(seconds=1)
    clock.move(minutes=1)
    deliver.deliver_next()
    assert Delivery.objects.get().due == clock.now() + timedelta(seconds=2)


def test_a_skipped_delivery_lets_the_next_through(sandbox: Any, clock: Any) -> None:
    publish(sandbox.BoxOpened(box="a", count=7))
    publish(sandbox.BoxOpened(box="a", count=2))
    for _ in range(deliver.TRIES):
        clock.move(minutes=10)
        deliver.deliver_all()
    stuck = Delivery.objects.order_by("id")[0]
    perform("kernel.skip_parked", {"work": f"delivery:{stuck.pk}", "reason": "fait à la main"}, actor=SYSTEM)
    deliver.deliver_all()
    stuck.refresh_from_db()
    assert (stuck.state, stuck.skip_reason) == ("skipped", "fait à la main")
    assert texts() == ["a 2"]
    with pytest.raises(NotFound):
        perform("kernel.retry_parked", {"work": f"delivery:{stuck.pk}"}, actor=SYSTEM)


def test_publishing_needs_a_transaction() -> None:
    class Loose(Fact):
        def subject(self) -> str:
            return "x:1"

    with pytest.raises(RuntimeError, match=r"Database access|inside a transaction"):
        publish(Loose())
