"""Fulfilling a signed contract: its issue and jobs, its one acknowledgement, its services, or calling it all back."""

from __future__ import annotations

import datetime
from decimal import Decimal

from pydantic import BaseModel

from gigafibre.billing import actions as billing
from gigafibre.dispatch import actions as dispatch
from gigafibre.dispatch import queries as jobs
from gigafibre.kernel.deliver import NotYet
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import Reason, SubscriptionRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.messaging import actions as messaging
from gigafibre.network import actions as network
from gigafibre.processes.errors import NotSigned
from gigafibre.processes.events import OrderBegun
from gigafibre.sales.actions.contracts import CONTRACT, ContractRef
from gigafibre.sales.queries import orders as sales
from gigafibre.subscriptions import actions as subscriptions
from gigafibre.subscriptions import queries as services
from gigafibre.support import actions as support
from gigafibre.support import queries as issues

#: A job in one of these states is still to be done: it is called back when its order is.
TO_COME = frozenset({"draft", "ready", "scheduled", "published", "en_route", "incomplete"})
_REASON = {"reason": Text("Raison", "Reason")}
_SUBJECT = Text("Installation selon {contract}", "Installation of {contract}")
_INSTALLED = Text("Installation terminée", "Installation done")


class Begun(BaseModel):
    """Whether the chain was made now, or why not; the issue, the jobs in their order and their days."""

    created: bool
    why: str
    issue: str
    jobs: list[str]
    dates: list[datetime.date]


@action(
    permission="sales.subscribe",
    label=Text("Lancer l’installation", "Begin the installation"),
    fields=CONTRACT,
)
def begin_order(contract: ContractRef) -> Begun:
    """Open a signed contract's installation issue and make its job chain, each job dated.

    Once per contract, whoever asks and however often: the second time answers with what stands. A contract cancelled
    meanwhile begins nothing.
    """
    asked = sales.order(contract, lock=True)
    if asked.status == "cancelled":
        return Begun(created=False, why="cancelled", issue="", jobs=[], dates=[])
    if asked.status != "signed":
        raise NotSigned(contract=contract)
    starts, ends = asked.window or (None, None)
    opened = support.open_issue(
        asked.customer,
        kind="installation",
        subject=_SUBJECT.with_(contract=contract).in_(asked.language),
        location=asked.location,
        contract=contract,
    )
    made = dispatch.make_chain(
        contract,
        customer=asked.customer,
        location=asked.location,
        plan=asked.plan,
        appointment=asked.appointment_on,
        window_starts=starts,
        window_ends=ends,
        instructions=asked.instructions,
        issue=opened.issue,
    )
    days = [job.date for job in jobs.jobs_of_contract(contract) if job.number in made.jobs]
    if made.created:
        publish(
            OrderBegun(
                contract=contract, customer=asked.customer, issue=opened.issue, jobs=made.jobs, first_on=min(days)
            )
        )
    return Begun(created=made.created, why=made.why, issue=opened.issue, jobs=made.jobs, dates=days)


@action(
    permission="messaging.send",
    label=Text("Accuser réception de la commande", "Acknowledge the order"),
    fields=CONTRACT,
)
def acknowledge_order(contract: ContractRef) -> int:
    """Write to the customer that his order was received, by SMS else by email, once; returns the message's id."""
    asked = sales.order(contract)
    return messaging.send_message(
        asked.customer,
        template="order.received",
        related=f"contract:{contract}",
        dedupe_key=acknowledged_by(contract),
    )


@action(
    permission="subscriptions.edit",
    label=Text("Mettre en service ce qui est commandé", "Start what was ordered"),
    fields=CONTRACT | {"kind": Text("Genre", "Kind"), "on": Text("À partir du", "From")},
)
def start_services(contract: ContractRef, *, kind: str = "installation", on: datetime.date | None = None) -> list[str]:
    """Begin a contract's pending services now that its chain of a kind is done; returns those that began.

    Only an installation starts anything, and what began before stays as it is.
    """
    return subscriptions.activate_contract(contract, on=on) if kind == "installation" else []


@action(
    permission="network.edit",
    label=Text("Raccorder l’adresse de la commande", "Connect the order’s address"),
    fields=CONTRACT | {"kind": Text("Genre", "Kind")},
)
def connect_address(contract: ContractRef, *, kind: str = "installation") -> str:
    """Connect the fibre drop of a contract's address once its installation is done; returns the drop.

    "" when nothing or several fit, or it is connected already: the network's pages say so.
    """
    asked = sales.order_if_any(contract)
    if asked is None or kind != "installation":
        return ""
    return network.connect_location(asked.location, subscription=services.first_of(contract))


@action(
    permission="subscriptions.edit",
    label=Text("Noter l’engagement du contrat", "Record the contract’s commitment"),
    fields={"subscription": Text("Abonnement", "Subscription")},
)
def commit_service(subscription: SubscriptionRef) -> bool:
    """Record on a service the term that its contract agreed, from the day it began; returns whether there is one.

    What was given at the start counts once, on the first service of the contract.
    """
    ordered = services.ordered_by(subscription)
    if ordered is None or ordered.started_on is None:
        return False
    terms = sales.order_if_any(ordered.contract)
    if terms is None or not terms.commitment_months:
        return False
    given = terms.inducement if ordered.first else Decimal("0.00")
    subscriptions.record_commitment(
        subscription,
        starts_on=ordered.started_on,
        term_months=terms.commitment_months,
        inducement=given,
        goods=f"{ordered.contract}" if given else "",
    )
    return True


@action(
    permission="support.edit",
    label=Text("Clore l’installation", "Close the installation"),
    fields=CONTRACT,
)
def close_installation(contract: ContractRef) -> str:
    """Resolve a contract's installation issue if it is still open; returns its number ("" when nothing was open)."""
    found = issues.issue_of_contract(contract, "installation")
    if found is None or found.status in {"resolved", "closed"}:
        return ""
    support.resolve_issue(found.number, resolution=_INSTALLED.in_())
    return found.number


@action(
    permission="dispatch.edit",
    label=Text("Rappeler les techniciens", "Call the technicians back"),
    harmful=True,
    fields=CONTRACT | _REASON,
)
def call_back_technicians(contract: ContractRef, *, reason: Reason) -> list[str]:
    """Cancel the jobs of a contract that are still to come and close its issue; returns the jobs."""
    sales.order(contract, lock=True)
    cancelled = [job.number for job in jobs.jobs_of_contract(contract) if job.status in TO_COME]
    for number in cancelled:
        dispatch.cancel_job(number, reason=reason)
    close_installation(contract)
    return cancelled


@action(
    permission="subscriptions.edit",
    label=Text("Retirer ce qui était commandé", "Withdraw what was ordered"),
    harmful=True,
    fields=CONTRACT | _REASON,
)
def withdraw_services(contract: ContractRef, *, reason: Reason) -> list[str]:
    """Cancel a contract's services that never began and what waits to be charged for it; returns the services."""
    asked = sales.order(contract, lock=True)
    pending = services.pending_of(contract)
    for number in pending:
        subscriptions.cancel_subscription(number, reason=reason)
    billing.withdraw_order_charges(asked.customer, order=contract, reason=reason)
    return pending


def acknowledged_by(contract: str) -> str:
    """Return the key of a contract's one acknowledgement."""
    return f"contract:{contract}:received"


def await_services(contract: str, *, kind: str = "installation") -> None:
    """Raise NotYet while what a signed contract's installation is to begin is still to be made: it begins later.

    Tried again as any delivery; parked in the end beside what could not make them.
    """
    asked = sales.order_if_any(contract) if kind == "installation" else None
    if asked is not None and asked.status == "signed" and not asked.subscribed:
        raise NotYet(f"services of {contract}")
