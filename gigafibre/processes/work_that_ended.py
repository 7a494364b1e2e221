"""Work that ran in the background ends, and whoever asked for it is told by the bell."""

from __future__ import annotations

from gigafibre.billing.events import BillingRunFinished
from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel.audit import who_performed
from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.events import on
from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text

_DONE = Text(
    "La facturation du {day} est terminée. Documents : {documents}, {total}.",
    "The billing run of {day} is done. Documents: {documents}, {total}.",
)
_PARKED = Text(
    "La facturation du {day} est terminée. Documents : {documents}, {total}. Mis de côté : {parked}.",
    "The billing run of {day} is done. Documents: {documents}, {total}. Set aside: {parked}.",
)


@on(BillingRunFinished)
def tell_who_launched_it(event: BillingRunFinished) -> None:
    """Who confirmed or resumed the run hears how it ended; who may launch one, when it confirmed itself."""
    asked = who_performed("billing.confirm_run", "billing.resume_run", given={"date": event.date.isoformat()})
    said = (_PARKED if event.parked else _DONE).with_(
        day=Text(long_day(event.date, "fr"), long_day(event.date, "en")),
        documents=event.documents,
        total=Text(format_money(event.total, "fr"), format_money(event.total, "en")),
        parked=event.parked,
    )
    notify(asked or who_may("billing.run"), said, kind="billing_run", url=f"/billing-runs/{event.date}")
