"""What billing may do by itself once a named person says so: confirm and issue the run of each billing day."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gigafibre.billing import scheduling
from gigafibre.billing.queries import preview_run
from gigafibre.identity.switches import declare
from gigafibre.kernel import settings
from gigafibre.kernel.documents.wording import long_day, money, number
from gigafibre.kernel.text import Text


def what_the_next_run_would_bill() -> Sequence[Text]:
    """Say when the next run confirms itself and what it would bill, by the run's own computation."""
    day = scheduling.next_day()
    if day is None:
        return [Text("Aucun abonnement à facturer pour le moment.", "No subscription to bill for now.")]
    found = preview_run(day)
    billed, parked = found.proof.count("billed"), found.proof.parked
    hour = settings.get("billing.confirm_hour")
    said = [
        Text(
            f"Prochaine facturation : {long_day(day, 'fr')}, {hour} h",
            f"Next billing run: {long_day(day, 'en')}, {hour}:00",
        ),
        Text(
            f"Abonnements à facturer : {_number(billed).fr}",
            f"Subscriptions to bill: {_number(billed).en}",
        ),
        Text(
            f"Factures : {_number(found.invoices).fr}, {money(found.total, 'fr')} avec taxes",
            f"Invoices: {_number(found.invoices).en}, {money(found.total, 'en')} with taxes",
        ),
    ]
    if parked:
        said.append(
            Text(
                f"Abonnements mis de côté, pour une personne : {_number(parked).fr}",
                f"Subscriptions set aside for a person: {_number(parked).en}",
            )
        )
    if not settings.get("billing.confirm_by_itself"):
        said.append(
            Text(
                "D’après les réglages, une personne confirme chaque facturation ; la cloche l’en avertit.",
                "By the settings a person confirms each run; the bell tells them.",
            )
        )
    return said


def _number(count: int) -> Text:
    return Text(number(Decimal(count), "fr"), number(Decimal(count), "en"))


declare(
    scheduling.SWITCH,
    label=Text("Facturation automatique", "Automatic billing run"),
    about=Text(
        "Chaque jour de facturation, la facturation se confirme et s’émet d’elle-même, une seule fois.",
        "On each billing day the run confirms and issues itself, once.",
    ),
    forecast=what_the_next_run_would_bill,
)
