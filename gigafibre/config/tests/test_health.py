"""What is said of the platform's health, and to whom."""

from typing import Any

import pytest
from django.test import Client

from gigafibre.config import health
from gigafibre.config.doctor import examine
from gigafibre.config.launch import demo


@pytest.mark.django_db
def test_ready_means_migrated_and_the_demo_in(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGAFIBRE_DEMO", "0")
    assert client.get("/readyz").json() == {"ready": True, "missing": []}

    monkeypatch.setenv("GIGAFIBRE_DEMO", "1")
    monkeypatch.setattr(health, "demo_loaded", lambda: False)
    waiting = client.get("/readyz")
    assert (waiting.status_code, waiting.json()["missing"]) == (503, ["demo"])

    monkeypatch.setattr(health, "_migrated", False)
    monkeypatch.setattr(health, "pending_migrations", lambda: ["kernel.0001_initial"])
    assert client.get("/readyz").json()["missing"] == ["migrations", "demo"]


def test_the_demo_is_never_wanted_in_a_given_database_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIGAFIBRE_DEMO", raising=False)
    monkeypatch.setenv("DATABASE_URL", "postgresql://u@h/d")
    assert demo.demo_wanted() is False
    monkeypatch.delenv("DATABASE_URL")
    assert demo.demo_wanted() is True


@pytest.mark.django_db
def test_figures_are_for_this_machine_or_for_who_brings_the_token(client: Client, settings: Any) -> None:
    assert b"gigafibre_parked_work 0.0" in client.get("/metrics").content
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 403
    assert client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 403

    settings.METRICS_TOKEN = "s3cret"
    assert client.get("/metrics").status_code == 403
    assert client.get("/metrics", headers={"Authorization": "Bearer s3cre"}).status_code == 403
    assert (
        client.get("/metrics", REMOTE_ADDR="192.0.2.7", headers={"Authorization": "Bearer s3cret"}).status_code == 200
    )


@pytest.mark.django_db
def test_check_looks_at_everything_and_speaks_both_languages() -> None:
    findings = {finding.code: finding for finding in examine()}
    assert set(findings) == {
        "settings", "proxies", "database", "extensions", "migrations", "clock", "workers", "parked", "files", "secrets",
        "front_end", "typesetting",
    }  # fmt: skip
    assert all(finding.text.in_(language) for finding in findings.values() for language in ("fr", "en"))
    assert findings["workers"].state == "bad"
    assert {findings[code].state for code in ("settings", "database", "extensions", "migrations", "clock")} == {"good"}
