"""What a phase of an import works with."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from gigafibre.legacy.importing.context import Ctx


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 22, 4, 59, tzinfo=UTC), date(2026, 11, 21)),  # 23:59 here
        (datetime(2026, 11, 22, 5, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 7, 1, 3, 59, tzinfo=UTC), date(2026, 6, 30)),  # daylight saving time
    ],
)
def test_an_import_late_in_the_evening_is_of_the_companys_day(moment: datetime, day: date) -> None:
    nothing: Any = None
    assert Ctx(run=1, source=nothing, cursor=None, now=moment, tell=lambda done: None).today == day
