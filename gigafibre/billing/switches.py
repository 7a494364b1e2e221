"""What billing may do by itself, behind a switch that a named person turns."""

from __future__ import annotations

from gigafibre.billing.queries.preview import preview_run
from gigafibre.billing.scheduling import next_billing_days
from gigafibre.identity.switches import declare
from gigafibre.kernel.money import format_money
from gigafibre.kernel.text import Text

SWITCH = "billing.run"


def what_the_next_run_would_bill() -> list[Text]:
    """Say what the next run would bill, by the run's own computation."""
    day = next(iter(next_billing_days()), None)
    if day is None:
        return [Text("Aucun abonnement vivant : rien à facturer.", "No live subscription: nothing to bill.")]
    preview = preview_run(day)
    return [
        Text(
            f"La prochaine facturation, celle du {day}, émettra {preview.invoices} factures pour "
            f"{format_money(preview.total, 'fr')} ; {preview.proof.parked} abonnements seront parqués.",
            f"The next run, that of {day}, will issue {preview.invoices} invoices for "
            f"{format_money(preview.total, 'en')}; {preview.proof.parked} subscriptions will be parked.",
        )
    ]


declare(
    SWITCH,
    label=Text("Facturation automatique", "Automatic billing"),
    about=Text(
        "Lance d’elle-même la facturation de chaque jour de facturation, la nuit. Une personne peut toujours en lancer "
        "une, l’interrupteur éteint ou non.",
        "Launches the run of each billing day by itself, at night. A person may always launch one, whether this is on "
        "or off.",
    ),
    forecast=what_the_next_run_would_bill,
)
