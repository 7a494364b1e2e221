"""The municipal tax for 9-1-1: an amount per telephone number and month, by calendar year since 2025.

Source: Revenu Québec, "Collecting the Municipal Tax for 9-1-1 Service". Since 2025 the amount is indexed each 1 January
and published in the Gazette officielle by 30 September: a person writes each year's down in the provider's settings.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

#: since, until (without that day), dollars per number and month
PUBLISHED = (
    (date(2009, 12, 1), date(2016, 8, 1), Decimal("0.40")),
    (date(2016, 8, 1), date(2024, 1, 1), Decimal("0.46")),
    (date(2024, 1, 1), date(2025, 1, 1), Decimal("0.52")),
)


def tariff(by_year: Mapping[str, Decimal]) -> tuple[list[date], list[date], list[Decimal]]:
    """Return the known amounts as three lists: since, until, dollars; a year nobody wrote down has none."""
    written = [(date(int(year), 1, 1), date(int(year) + 1, 1, 1), amount) for year, amount in sorted(by_year.items())]
    since, until, amounts = zip(*PUBLISHED, *written, strict=True)
    return list(since), list(until), list(amounts)


def amount_on(month: date, by_year: Mapping[str, Decimal]) -> Decimal | None:
    """Return a month's amount per number; None when it isn't known."""
    return next((a for since, until, a in zip(*tariff(by_year), strict=True) if since <= month < until), None)
