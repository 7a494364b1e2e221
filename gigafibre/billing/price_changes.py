"""New prices for many: who is affected, who is not and why; computed once, for the preview and for the act."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.kernel import settings
from gigafibre.kernel.text import Text

_SQL = Path(__file__).parent / "sql"
_SCRATCH = (_SQL / "price_scratch.sql").read_text()
_COMPUTE = (_SQL / "price_change.sql").read_text()
_CONFIRM = (_SQL / "price_confirm.sql").read_text()
# A committed subscription at the catalogue's price keeps what it pays when the catalogue changes.
_PLANNED = """
UPDATE price_line SET price = CASE cause WHEN '' THEN new_price ELSE old_price END,
  reason = CASE cause WHEN '' THEN %(rises)s ELSE %(stays)s END
WHERE cause = '' OR held
"""

#: The law's least time between a written notice and the day (Consumer Protection Act, s. 11.2).
NOTICE_DAYS = 30
#: How long after the day a customer may cancel without charge.
REFUSAL_DAYS = 30

#: Why a subscription is left out.
CAUSES: dict[str, Text] = {
    "ends": Text("Se termine avant", "Ends before"),
    "no_price": Text("Aucun prix à changer", "No price to change"),
    "agreed_price": Text("Prix convenu", "Agreed price"),
    "committed": Text(
        "Engagement en cours : le prix ne change pas (LPC, art. 11.2)",
        "Committed term: the price doesn't change (CPA, s. 11.2)",
    ),
    "other_change": Text("Un autre changement est planifié", "Another change is planned"),
    "same_price": Text("Même prix", "Same price"),
    "not_told": Text("Avis non envoyé à temps : le prix ne change pas", "Not told in time: the price doesn't change"),
}


@dataclass(frozen=True)
class Wanted:
    """The change as it is asked for: keys of items, segment, a price or a percentage, the day."""

    items: list[int]
    segment: str
    new_price: Decimal | None
    percent: Decimal | None
    effective_on: datetime.date
    in_catalogue: bool


def first_day(today: datetime.date) -> datetime.date:
    """Return the first day a change told today may take effect."""
    return today + datetime.timedelta(days=max(settings.get("billing.price_notice_days"), NOTICE_DAYS))


def send_by(effective_on: datetime.date) -> datetime.date:
    """Return the last day on which a notice may be sent."""
    return effective_on - datetime.timedelta(days=NOTICE_DAYS)


def free_until(on: datetime.date) -> datetime.date:
    """Return the last day on which a customer may cancel without charge because of a change."""
    return on + datetime.timedelta(days=REFUSAL_DAYS)


def compute(cursor: Any, wanted: Wanted) -> None:
    """Fill the scratch table `price_line`; nothing else is written."""
    cursor.execute(_SCRATCH)
    cursor.execute(
        _COMPUTE,
        {
            "effective": wanted.effective_on,
            "items": wanted.items,
            "segment": wanted.segment,
            "new_price": wanted.new_price,
            "percent": wanted.percent,
            "in_catalogue": wanted.in_catalogue,
        },
    )


def say_what_is_planned(cursor: Any, number: str) -> None:
    """Fill in which price each subscription is to have, and why: the new one, or its own that it keeps."""
    rises = f"{number} · changement de prix annoncé · announced price change"
    cursor.execute(_PLANNED, {"rises": rises, "stays": f"{number} · {CAUSES['committed'].fr}"})


def write(cursor: Any, price_change: int, today: datetime.date) -> None:
    """Write the lines and the notices of a price change from the scratch table."""
    cursor.execute(_CONFIRM, {"id": price_change, "today": today})
