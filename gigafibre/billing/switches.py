"""What billing may do by itself once a named person says so: the run of each billing day, late interest each month."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gigafibre.billing import scheduling
from gigafibre.billing.queries import preview_run
from gigafibre.billing.queries.interest import SWITCH, interest_page
from gigafibre.identity.switches import declare
from gigafibre.kernel import settings
from gigafibre.kernel.documents.wording import long_day, money, number, percent
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


def what_interest_would_be_charged() -> Sequence[Text]:
    """Say the rate in force, the day of the month, and what could be charged today."""
    page = interest_page()
    if not page.percent:
        return [Text("Aucun taux n’est en vigueur : rien n’est facturé.", "No rate is in force: nothing is charged.")]
    day = "1er" if page.day == 1 else page.day
    return [
        Text(
            f"Taux en vigueur : {percent(page.percent / 100, 'fr')} par an, facturé le {day} de chaque mois",
            f"Rate in force: {percent(page.percent / 100, 'en')} a year, charged on day {page.day} of each month",
        ),
        Text(
            f"Aujourd’hui : {money(page.total, 'fr')} (clients : {_number(page.customers).fr})",
            f"Today: {money(page.total, 'en')} (customers: {_number(page.customers).en})",
        ),
    ]


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
declare(
    SWITCH,
    label=Text("Intérêts de retard", "Late interest"),
    about=Text(
        "Une fois par mois, avant la facturation du jour, l’intérêt des factures en retard attend la suivante.",
        "Once a month, before the day’s billing run, the interest of overdue invoices waits for the next one.",
    ),
    forecast=what_interest_would_be_charged,
)
