"""An address can be served: who waited for it is told, each once, as he agreed; then nobody waits any more."""

from __future__ import annotations

from gigafibre.kernel.events import on
from gigafibre.messaging import actions as messaging
from gigafibre.messaging.errors import NoWayToUnsubscribe
from gigafibre.messaging.queries import why_kept_back
from gigafibre.network import actions as network
from gigafibre.network.events import DropBecameServiceable
from gigafibre.network.queries import waiting_for


@on(DropBecameServiceable)
def tell_who_waited(event: DropBecameServiceable) -> None:
    """Each who asked gets one email; who has unsubscribed since is taken off the list instead."""
    for one in waiting_for(event.drop):
        written = messaging.send_to_address(
            one.email,
            channel="email",
            language=one.language,
            template="interest.serviceable",
            related=f"drop:{event.drop}",
            dedupe_key=f"interest:{one.id}:serviceable",
            agreed=True,
        )
        kept = why_kept_back(written)
        if kept == "unsubscribed":
            network.withdraw_interest(one.id, reason="Désabonné · Unsubscribed")
        elif kept == "no_unsubscribe":
            raise NoWayToUnsubscribe
    network.mark_interested_told(event.drop)
