"""Turning on what acts by itself, seeing first what it would do."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.identity.errors import ConfirmationDiffers, PersonNeeded, SwitchIsOn, UnknownSwitch
from gigafibre.identity.models import Switch
from gigafibre.identity.switches import Declared, declared
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

SwitchRef = Annotated[
    str, Field(pattern=r"^[a-z_]+\.[a-z_]+$", max_length=40, json_schema_extra={"format": "ref:switch"})
]

_FIELDS = {"switch": Text("Commutateur", "Switch"), "reason": Text("Raison", "Reason")}


@action(
    permission="identity.switch",
    label=Text("Mettre en marche", "Turn on"),
    harmful=True,
    undo="identity.turn_switch_off",
    proof=True,
    fields=_FIELDS | {"confirmation": Text("Écrivez le code du commutateur", "Write the switch’s code")},
)
def turn_switch_on(switch: SwitchRef, *, confirmation: Annotated[str, Field(max_length=40)], reason: Reason) -> None:
    """Let something act on customers by itself from now on; nothing catches up on a date before."""
    known = _known(switch)
    actor = current_actor()
    for sentence in known.forecast():
        rule("switch.forecast", switch, sentence, passed=True)
    if actor.kind == "token":
        raise PersonNeeded
    if confirmation != switch:
        raise ConfirmationDiffers(switch=switch)
    row = _row(switch)
    if row.on:
        raise SwitchIsOn(switch=known.label)
    row.on, row.on_since = True, clock.now()
    _turned(row, reason)


@action(
    permission="identity.switch",
    label=Text("Arrêter", "Turn off"),
    undo="identity.turn_switch_on",
    fields=_FIELDS,
)
def turn_switch_off(switch: SwitchRef, *, reason: Reason) -> None:
    """Stop something from acting by itself, at once; what it already began is finished."""
    _known(switch)
    row = _row(switch)
    row.on, row.on_since = False, None
    _turned(row, reason)


def _known(code: str) -> Declared:
    known = declared(code)
    if known is None:
        raise UnknownSwitch(switch=code)
    return known


def _row(code: str) -> Switch:
    Switch.objects.get_or_create(code=code, defaults={"changed_by_name": current_actor().label})
    return Switch.objects.select_for_update().get(code=code)


def _turned(row: Switch, reason: str) -> None:
    actor = current_actor()
    row.changed_by_id = actor.id if actor.kind == "staff" else None
    row.changed_by_name, row.changed_at, row.reason = actor.label, clock.now(), reason
    row.save()
