"""Every fact has a public name and an example that its own shape accepts."""

from __future__ import annotations

import pytest
from django.apps import apps

from gigafibre.kernel.events import all_event_types
from gigafibre.kernel.listing import page
from gigafibre.webhooks import catalogue, queries
from gigafibre.webhooks.listings import DELIVERIES
from gigafibre.webhooks.models import Delivery
from gigafibre.webhooks.names import NAMES
from gigafibre.webhooks.tests.factories import a_delivery, an_endpoint


@pytest.mark.parametrize("kind", catalogue.kinds(), ids=lambda kind: kind.name)
def test_an_example_is_what_its_fact_looks_like(kind: catalogue.Kind) -> None:
    assert all_event_types()[kind.stored].model_validate(kind.example).model_dump(mode="json") == kind.example
    assert kind.about


def test_names_are_one_to_one() -> None:
    names = [kind.name for kind in catalogue.kinds()]
    assert len(names) == len(set(names))
    assert "payments.payment_received" in names
    assert catalogue.named("payments.payment_received") is not None
    assert catalogue.named("payments.nothing") is None


def test_each_kind_has_words_and_each_words_a_kind() -> None:
    assert {kind.name for kind in catalogue.kinds()} | {catalogue.TEST} == set(NAMES)
    assert len({words.fr for words in NAMES.values()}) == len({words.en for words in NAMES.values()}) == len(NAMES)


@pytest.mark.django_db
def test_a_list_calls_a_kind_as_it_is_posted() -> None:
    endpoint = an_endpoint()
    for kind in catalogue.kinds():
        event = apps.get_model("kernel", "Event")._default_manager.create(
            type=kind.stored, subject="customer:C-1", payload={}, actor="system"
        )
        made = a_delivery(endpoint)
        Delivery.objects.filter(pk=made.pk).update(type=kind.stored, event_id=event.pk)
    a_delivery(endpoint)
    rows = page(DELIVERIES, {"limit": "200"}).items
    assert {row["event"] for row in rows} == {kind.name for kind in catalogue.kinds()} | {catalogue.TEST}
    (one,) = page(DELIVERIES, {"event": "payments.payment_received"}).items
    assert queries.delivery(one["delivery"]).event_label == "Paiement reçu"


def test_what_several_facts_share_is_none_to_be_told_of() -> None:
    assert [kind.name for kind in catalogue.kinds() if "._" in kind.name] == []
