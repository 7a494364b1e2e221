"""Every fact has a public name and an example that its own shape accepts."""

from __future__ import annotations

import pytest

from gigafibre.kernel.events import all_event_types
from gigafibre.webhooks import catalogue


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


def test_what_several_facts_share_is_none_to_be_told_of() -> None:
    assert [kind.name for kind in catalogue.kinds() if "._" in kind.name] == []
