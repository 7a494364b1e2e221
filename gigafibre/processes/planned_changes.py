"""A change planned for a day that could not be made: whoever planned it is told, with the reason."""

from __future__ import annotations

from gigafibre.identity.notices import notify
from gigafibre.identity.queries import who_may
from gigafibre.kernel.audit import who_wrote
from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.events import on
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.events import ChangeRefused

_SAID = Text(
    "{subscription} : le changement prévu le {day} est refusé. {because}",
    "{subscription}: the change planned for {day} is refused. {because}",
)


@on(ChangeRefused)
def tell_who_planned_it(event: ChangeRefused) -> None:
    """Who planned the change hears why it was refused; when nobody of the staff did, who may change subscriptions."""
    said = _SAID.with_(
        subscription=event.subscription,
        day=Text(long_day(event.on, "fr"), long_day(event.on, "en")),
        because=Text(event.because, event.because_en),
    )
    asked = who_wrote("subscriptions_subscriptionchange", event.change)
    url = f"/subscriptions/{event.subscription}"
    notify(asked or who_may("subscriptions.edit"), said, kind="planned_change", url=url)
