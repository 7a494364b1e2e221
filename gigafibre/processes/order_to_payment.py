"""From a signed contract to a service that is invoiced, in the order in which it happens.

Each step is delivered, retried and parked by itself: a step that fails stops nothing but what depends on it.
`repair_contracts` finds what an interruption left out.
"""

from __future__ import annotations

from decimal import Decimal

from gigafibre.billing import actions as billing
from gigafibre.dispatch.events import ChainCompleted, WorkCharged
from gigafibre.kernel.events import on
from gigafibre.processes import actions as orders
from gigafibre.processes.events import OrderBegun
from gigafibre.sales import actions as sales
from gigafibre.sales.events import ContractCancelled, ContractSigned
from gigafibre.subscriptions.events import SubscriptionActivated


@on(ContractSigned)
def prepare_the_services(event: ContractSigned) -> None:
    """What was ordered stands as pending services, and what is paid once waits for the first invoice."""
    sales.subscribe_contract(event.contract)


@on(ContractSigned)
def send_the_technicians(event: ContractSigned) -> None:
    """An installation issue is open, and the chain of jobs stands with its dates."""
    orders.begin_order(event.contract)


@on(OrderBegun)
def acknowledge_the_order(event: OrderBegun) -> None:
    """The customer hears once that his order was received: only now, since the chain really stands."""
    orders.acknowledge_order(event.contract)


@on(WorkCharged)
def charge_the_work(event: WorkCharged) -> None:
    """Labour and material of a completed job wait for the next invoice."""
    for line in event.lines:
        billing.add_charge(
            event.customer,
            item=line.item,
            description=line.description[:200],
            quantity=Decimal(line.quantity),
            unit_price=line.unit_price,
            location=event.location or None,
            reason=event.job,
            source=f"{event.job}:{line.line}",
        )


@on(ChainCompleted)
def connect_the_address(event: ChainCompleted) -> None:
    """The fibre drop of the address serves it from now on."""
    orders.await_services(event.contract, kind=event.kind)
    orders.connect_address(event.contract, kind=event.kind)


@on(ChainCompleted)
def start_the_services(event: ChainCompleted) -> None:
    """Everything is installed: the services begin, and `service_to_invoice` bills the rest of the month."""
    orders.await_services(event.contract, kind=event.kind)
    orders.start_services(event.contract, kind=event.kind, on=event.completed_on)


@on(ChainCompleted)
def close_the_installation(event: ChainCompleted) -> None:
    """Its issue is resolved."""
    orders.close_installation(event.contract)


@on(SubscriptionActivated)
def write_the_commitment_down(event: SubscriptionActivated) -> None:
    """The term agreed runs from the day the service began."""
    orders.commit_service(event.subscription)


@on(SubscriptionActivated)
def credit_whoever_recommended_him(event: SubscriptionActivated) -> None:
    """Who gave him his referral code gets the credit, once."""
    sales.credit_whoever_referred(event.customer)


@on(ContractCancelled)
def call_the_technicians_back(event: ContractCancelled) -> None:
    """Jobs to come of a cancelled contract are cancelled."""
    orders.call_back_technicians(event.contract, reason=f"Contrat annulé · Contract cancelled ({event.contract})")


@on(ContractCancelled)
def withdraw_what_was_ordered(event: ContractCancelled) -> None:
    """Services that never began are cancelled, with what waited to be charged."""
    orders.withdraw_services(event.contract, reason=f"Contrat annulé · Contract cancelled ({event.contract})")
