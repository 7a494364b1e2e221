"""Background entry points of the stories."""

from __future__ import annotations

from procrastinate.contrib.django import app

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.processes import leaving_customer


@app.periodic(cron="35 5 * * *")  # after what was planned for the day is settled
@app.task(name="processes.ask_for_what_is_not_back", queueing_lock="processes.ask_for_what_is_not_back")
def ask_for_what_is_not_back(timestamp: int) -> None:
    """Tell a person of devices that did not come back."""
    with acting_as(SYSTEM):
        leaving_customer.ask_for_what_is_not_back()
