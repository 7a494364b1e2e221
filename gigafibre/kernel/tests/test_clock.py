"""The clock, moved from outside: it stops at an instant, or runs on from one."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from gigafibre.kernel import clock


def test_from_outside_it_stops_at_an_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGAFIBRE_CLOCK", "2026-12-31T23:59:59-05:00")
    assert clock.now() == clock.now() == datetime(2027, 1, 1, 4, 59, 59, tzinfo=UTC)
    assert clock.today() == date(2026, 12, 31)


def test_from_outside_it_runs_on_from_an_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_began", 1000.0)
    monkeypatch.setenv("GIGAFIBRE_CLOCK", "2026-12-31T23:59:59-05:00+")
    monkeypatch.setattr(time, "monotonic", lambda: 1000.5)
    assert clock.now() == datetime(2027, 1, 1, 4, 59, 59, 500_000, tzinfo=UTC)
    monkeypatch.setattr(time, "monotonic", lambda: 1001.0)
    assert clock.today() == date(2027, 1, 1)
