"""How often one may ask: each by itself, kind by kind, with the seconds to wait in both languages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from gigafibre.identity import pace
from gigafibre.identity.errors import TooManyRequests
from gigafibre.identity.tests.factories import a_token, a_user, browser, send

LIMITS = {"token": 3, "export": 2, "upload": 2, "preview": 2, "search": 2, "act": 4, "read": 6}


@pytest.fixture(autouse=True)
def counted(settings: Any, clock: Any) -> None:
    """Count, from nothing."""
    settings.RATE_LIMITS = LIMITS
    pace.forget()


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("GET", "/api/v1/customers", "read"),
        ("GET", "/api/v1/customers/export", "export"),
        ("GET", "/api/v1/search", "search"),
        ("POST", "/api/v1/actions/crm.create_customer/preview", "preview"),
        ("POST", "/api/v1/actions/crm.create_customer", "act"),
        ("POST", "/api/v1/files", "upload"),
        ("GET", "/api/v1/files", "read"),
        ("POST", "/api/field/jobs/J-1/photos", "upload"),
        ("DELETE", "/api/v1/session", "act"),
    ],
)
def test_a_request_is_of_one_kind(method: str, path: str, kind: str) -> None:
    assert pace.kind_of(method, path) == kind


def test_as_many_at_once_as_a_minute_allows_and_they_come_back_evenly(clock: Any) -> None:
    for _ in range(6):
        pace.count("staff:1", "read")
    with pytest.raises(TooManyRequests) as refused:
        pace.count("staff:1", "read")
    assert refused.value.values == {"seconds": 10}
    pace.count("staff:2", "read")  # another person
    pace.count("staff:1", "search")  # another kind
    clock.freeze(clock.now() + timedelta(seconds=10))
    pace.count("staff:1", "read")
    with pytest.raises(TooManyRequests):
        pace.count("staff:1", "read")


def test_a_kind_at_nought_is_not_counted(settings: Any) -> None:
    settings.RATE_LIMITS = dict.fromkeys(LIMITS, 0)
    for _ in range(100):
        pace.count("staff:1", "export")


def test_who_asked_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 2)
    pace.count("a", "export")
    pace.count("a", "export")
    pace.count("b", "export")
    pace.count("c", "export")
    pace.count("a", "export")  # begins anew
    assert len(pace._buckets) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Trop de demandes en peu de temps. Réessayez dans 30 s."),
        ("en", "Too many requests in a short time. Try again in 30 s."),
    ],
)
def test_a_person_is_told_how_long_to_wait_and_nobody_else_is_braked(language: str, said: str) -> None:
    maude, kevin = browser(a_user("support", language=language)), browser(a_user("support"))
    for _ in range(2):
        assert maude.get("/api/v1/search?q=tremblay").status_code == 200
    answer = maude.get("/api/v1/search?q=tremblay")
    assert (answer.status_code, answer["Retry-After"]) == (429, "30")
    assert (answer.json()["code"], answer.json()["message"]) == ("too_many_requests", said)
    assert kevin.get("/api/v1/search?q=tremblay").status_code == 200
    assert maude.get("/api/v1/lists").status_code == 200


@pytest.mark.django_db
def test_a_braked_action_does_nothing() -> None:
    customers = apps.get_model("crm", "Customer")._default_manager
    client = browser(a_user("support"))
    before = customers.count()
    pace.forget()
    for _ in range(4):
        send(client, "post", "/api/v1/actions/crm.create_customer", {"nonsense": 1})
    good = {"kind": "residential", "first_name": "Line", "last_name": "Roy"}
    assert send(client, "post", "/api/v1/actions/crm.create_customer", good).status_code == 429
    assert customers.count() == before


@pytest.mark.django_db
def test_guessed_tokens_are_braked_by_address_and_good_ones_go_on() -> None:
    good = Client(headers={"authorization": f"Bearer {a_token('robot', 'crm.read')}"})
    bad = Client(headers={"authorization": "Bearer guessed"})
    assert [bad.get("/api/v1/lists").status_code for _ in range(4)] == [401, 401, 401, 429]
    assert good.get("/api/v1/lists").status_code == 200
