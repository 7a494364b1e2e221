"""Nothing acts on customers by itself after the first import of a database: what was on is turned off, and told."""

from __future__ import annotations

from gigafibre.identity.actions import turn_switch_off
from gigafibre.identity.queries.switches import switches_turned
from gigafibre.identity.switches import all_declared
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.legacy.models import ImportFinding, ImportRun


def turn_all_off(run: ImportRun) -> None:
    """Turn every switch off at the end of the first finished run, each listed; a later one leaves them to people."""
    if ImportRun.objects.filter(state="done", dry_run=False).exclude(pk=run.pk).exists():
        return
    turned = switches_turned()
    on = [switch for switch in all_declared() if switch.code in turned and turned[switch.code].on]
    with acting_as(SYSTEM.for_(f"import {run.pk}")):
        for switch in on:
            turn_switch_off(switch.code, reason=f"Première importation ({run.pk})")
    ImportFinding.objects.bulk_create(
        ImportFinding(run=run, code="switch_turned_off", table="", detail=switch.code) for switch in on
    )
