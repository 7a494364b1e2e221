"""One change as a page is told it, and who may be told of what."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from django.apps import apps

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.describe import all_described

EVERYTHING = "*"

Rule = Callable[[Actor, str | None], bool]
_rules: dict[str, Rule] = {}
_needs: dict[str, str] = {}


@dataclass(frozen=True)
class Told:
    """One change: its place in the order, what kind of thing, which one (None: any).

    `number` is what people call that record, `customer` the number of the customer it belongs to; empty when it has
    none or it isn't known, and then the page reads more anew than it had to.
    """

    place: int
    topic: str
    id: str | None
    number: str = ""
    customer: str = ""

    def as_data(self) -> str:
        """Return what the browser is sent."""
        said: dict[str, str | None] = {"topic": self.topic, "id": self.id}
        if self.number:
            said["number"] = self.number
        if self.customer:
            said["customer"] = self.customer
        return json.dumps(said)


def topic(name: str, allowed: Rule | str) -> None:
    """Say who may hear of a topic: a permission, or a function of the actor and the id.

    A topic nobody spoke of takes the reading permission of the app whose table it is (`crm_customer`: `crm.read`).
    """
    if isinstance(allowed, str):
        _needs[name] = allowed
    else:
        _rules[name] = allowed


def may_hear(actor: Actor, told: Told) -> bool:
    """Say whether an actor may be told that something changed."""
    if told.topic == EVERYTHING:
        return True
    rule = _rules.get(told.topic)
    if rule is not None:
        return rule(actor, told.id)
    return actor.may(_permission(told.topic))


def is_personal(told: Told) -> bool:
    """Say whether more than the reader's permissions decides if he may hear of it."""
    return told.topic in _rules


def written(told: Sequence[Told], name_of: Callable[[int], str]) -> bytes:
    """Return changes as server-sent events; empty for none."""
    return "".join(f"id: {name_of(one.place)}\ndata: {one.as_data()}\n\n" for one in told).encode()


def _permission(name: str) -> str:
    return _needs.get(name) or f"{_table_of(name).split('_')[0]}.read"


@cache
def _table_of(name: str) -> str:
    """Return the table a topic speaks of: some are named after the record, `customer` for `crm_customer`."""
    told = next((table.name for table in all_described().values() if table.topic == name), None)
    tables = [model._meta.db_table for model in apps.get_models()]
    return told or next((table for table in tables if table.partition("_")[2] == name), name)


def anybody(actor: Actor, id_: str | None) -> bool:
    """Let everybody who is logged in hear of a topic."""
    return True


for _name in ("kernel_note", "kernel_attachment", "kernel_setting", "kernel_series"):
    topic(_name, anybody)
topic("parked", "kernel.parked")
