"""From a contract or an accepted quotation to pending subscriptions, with their promotions and what is paid once."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from gigafibre.billing.actions.charges import add_charge
from gigafibre.catalog import queries as catalog
from gigafibre.kernel import clock
from gigafibre.kernel.events import publish
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import follow, write
from gigafibre.kernel.text import Text
from gigafibre.sales.actions.contracts import CONTRACT, ContractRef
from gigafibre.sales.actions.contracts import locked as locked_contract
from gigafibre.sales.actions.quotations import QUOTATION, QuotationRef
from gigafibre.sales.actions.quotations import locked as locked_quotation
from gigafibre.sales.errors import NeedsACustomer, NotInTheCatalogue
from gigafibre.sales.events import QuotationSubscribed
from gigafibre.sales.models import Contract, Quotation
from gigafibre.sales.models.lines import PricedLine
from gigafibre.sales.offers import lines_of
from gigafibre.subscriptions.actions import create_subscription, grant_promotion


class Subscribed(BaseModel):
    """What was made: pending subscriptions by number, how many charges wait; none when it was made before."""

    subscriptions: list[str]
    charges: int
    made: bool


@action(
    permission="sales.subscribe",
    label=Text("Abonner selon le contrat", "Subscribe by the contract"),
    fields=CONTRACT,
)
def subscribe_contract(contract: ContractRef) -> Subscribed:
    """Make a signed contract's pending subscriptions, promotions and waiting charges; asked again it makes nothing.

    Nor does a contract that was cancelled after it was signed.
    """
    found = locked_contract(contract, Contract.Status.SIGNED, Contract.Status.CANCELLED)
    if found.subscribed_at is not None or found.status == Contract.Status.CANCELLED:
        return Subscribed(subscriptions=[], charges=0, made=False)
    follow(found, "customer", "location")
    lines = lines_of(found)
    made = _subscribe(found.customer.number, found.location.number, lines, contract=found.number)
    write(found, subscribed_at=clock.now())
    return made


@action(
    permission="sales.subscribe",
    label=Text("Abonner selon la soumission", "Subscribe by the quotation"),
    fields=QUOTATION,
)
def subscribe_quotation(quotation: QuotationRef) -> Subscribed:
    """Make an accepted quotation's pending subscriptions and charges without a contract; twice is once."""
    found = locked_quotation(quotation, Quotation.Status.ACCEPTED)
    if found.customer is None or found.location is None:
        raise NeedsACustomer(quotation=quotation)
    if found.subscribed_at is not None:
        return Subscribed(subscriptions=[], charges=0, made=False)
    lines = list(found.lines.order_by("position"))
    made = _subscribe(found.customer.number, found.location.number, lines, contract=found.number)
    write(found, subscribed_at=clock.now())
    publish(
        QuotationSubscribed(quotation=found.number, customer=found.customer.number, subscriptions=made.subscriptions)
    )
    return made


def _subscribe(customer: str, location: str, lines: Iterable[PricedLine], *, contract: str) -> Subscribed:
    """Make each line; what is paid once waits for the first invoice of the first service."""
    kept = list(lines)
    if missing := next((line for line in kept if line.item_id is None), None):
        raise NotInTheCatalogue(line=missing.description)
    subscriptions = [_pending(customer, location, line, contract=contract) for line in kept if line.cycle == "monthly"]
    once = [line for line in kept if line.cycle == "once"]
    for line in once:
        add_charge(
            customer,
            item=line.sku,
            quantity=line.quantity,
            unit_price=line.unit_price,
            location=location,
            description=line.description[:200],
            subscription=subscriptions[0] if subscriptions else None,
            reason=contract,
            source=f"{contract}:{line.position}",
        )
    return Subscribed(subscriptions=subscriptions, charges=len(once), made=True)


def _pending(customer: str, location: str, line: PricedLine, *, contract: str) -> str:
    number = create_subscription(
        customer,
        location=location,
        item=line.sku,
        quantity=line.quantity,
        price=None if catalog.item(line.sku, on=clock.today()).price == line.unit_price else line.unit_price,
        reason=contract,
        contract=contract,
    )
    if line.off_cycles:
        words = line.off_words or "Promotion"
        grant_promotion(
            number,
            amount=line.off_amount,
            percent=line.off_percent,
            cycles=line.off_cycles,
            words_fr=words,
            words_en=getattr(line, "off_words_en", "") or words,
            reason=contract,
        )
    return number
