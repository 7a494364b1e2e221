"""Looking again at signed contracts, and making what an interruption or a fault left out: each part once."""

from __future__ import annotations

import datetime

from django.db import transaction
from pydantic import BaseModel

from gigafibre.dispatch import queries as jobs
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.messaging import queries as messages
from gigafibre.processes.actions import orders
from gigafibre.sales.actions import subscribe_contract
from gigafibre.sales.queries import orders as sales


class Repaired(BaseModel):
    """What one contract lacked and has now; `failed` says in words what could not be made."""

    contract: str
    subscriptions: list[str]
    jobs: list[str]
    dates: list[datetime.date]
    acknowledged: bool
    failed: list[str]


@action(
    permission="sales.subscribe",
    label=Text("Réparer les commandes", "Repair orders"),
    fields={"signed_since": Text("Signés depuis le", "Signed since")},
)
def repair_orders(signed_since: datetime.date) -> list[Repaired]:
    """Give each contract signed since a day what it lacks: services, issue and jobs, its acknowledgement.

    Returns only those that lacked something; asked again it finds nothing. What fails for one leaves the others, and
    its other parts, whole.
    """
    looked_at = [_repaired(contract) for contract in sales.signed_since(signed_since)]
    return [one for one in looked_at if one.subscriptions or one.jobs or one.acknowledged or one.failed]


def _repaired(contract: str) -> Repaired:
    done = Repaired(contract=contract, subscriptions=[], jobs=[], dates=[], acknowledged=False, failed=[])
    try:
        with transaction.atomic():
            done.subscriptions = subscribe_contract(contract).subscriptions
    except Refusal as refused:
        done.failed.append(_said(refused))
    try:
        with transaction.atomic():
            begun = orders.begin_order(contract)
    except Refusal as refused:
        done.failed.append(_said(refused))
        return done
    if begun.created:
        done.jobs, done.dates = begun.jobs, begun.dates
        done.acknowledged = True  # by the story, which begins with the chain
    elif _owed_an_answer(contract):
        try:
            with transaction.atomic():
                orders.acknowledge_order(contract)
                done.acknowledged = True
        except Refusal as refused:
            done.failed.append(_said(refused))
    return done


def _owed_an_answer(contract: str) -> bool:
    return bool(jobs.jobs_of_contract(contract)) and not messages.was_written(orders.acknowledged_by(contract))


def _said(refused: Refusal) -> str:
    return refused.said.in_()
