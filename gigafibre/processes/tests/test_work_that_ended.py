"""The bell rings for whoever launched the billing run, once, with what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.billing import run
from gigafibre.billing.queries import runs
from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_first(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")


def person(user: Any) -> Actor:
    return Actor("staff", user.pk, user.display_name, frozenset({"billing.run"}))


def bill(by: Actor) -> None:
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=by)
    run.issue(next(row.id for row in runs() if row.date == date(2026, 12, 1)))
    deliver_all()


def bell(user: Any) -> list[tuple[str, str]]:
    return [(notice.text.en, notice.url) for notice in notices(user.pk)[0]]


def test_who_confirmed_a_run_hears_how_it_ended_and_nobody_else() -> None:
    clerk, colleague = a_user("billing"), a_user("billing")
    a_subscription("60.00")
    bill(person(clerk))
    said = "The billing run of December\u00a01,\u00a02026 is done. Documents: 1, $68.99."
    assert bell(clerk) == [(said, "/billing-runs/2026-12-01")]
    assert bell(colleague) == []


def test_what_was_set_aside_is_said() -> None:
    clerk = a_user("billing")
    a_subscription("60.00")
    a_subscription(item=an_item(None))
    bill(person(clerk))
    ((said, _),) = bell(clerk)
    assert said.endswith("Documents: 1, $68.99. Set aside: 1.")


def test_of_a_run_that_confirmed_itself_hears_who_may_launch_one() -> None:
    clerk, agent = a_user("billing"), a_user("support")
    a_subscription("60.00")
    bill(SYSTEM)
    assert len(bell(clerk)) == 1
    assert bell(agent) == []
