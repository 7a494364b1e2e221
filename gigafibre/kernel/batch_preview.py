"""What a verb would do to many records: each looked at by its own preview, one after the other, and added up.

Locks are held for one record at a time. It is bounded in time: of a great many, as many are looked at as fit, and how
many that were is said.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import structlog

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.batches import BROKEN, input_for, refused
from gigafibre.kernel.collected import net
from gigafibre.kernel.describe import described
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.intents import kind_of
from gigafibre.kernel.listing import Verb
from gigafibre.kernel.preview import Preview, preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)
#: Seconds that looking may take, and records that are told in full.
SECONDS, IN_FULL = 4.0, 3
#: Refusals told one by one.
TOLD = 200


@dataclass
class Seen:
    """What was seen so far."""

    looked: int = 0
    changing: int = 0
    refused: list[tuple[str, str, Text]] = field(default_factory=list)
    changes: Counter[tuple[str, str]] = field(default_factory=Counter)
    money: dict[str, tuple[Text, Decimal, int]] = field(default_factory=dict)
    effects: Counter[str] = field(default_factory=Counter)
    in_full: list[tuple[str, Preview]] = field(default_factory=list)
    parked: int = 0


def look(verb: Verb, keys: Sequence[str], given: Mapping[str, Any], actor: Actor) -> Seen:
    """Look at records in order, within SECONDS; at the first one however long it takes."""
    seen, until = Seen(), time.monotonic() + SECONDS
    for key in keys:
        if seen.looked and time.monotonic() > until:
            break
        seen.looked += 1
        try:
            found = preview(verb.action, input_for(given, verb.field, verb.prefix, key), actor=actor)
        except Refusal as refusal:
            seen.refused.append((key, refusal.code, refused(refusal)))
        except Exception:
            log.exception("batch.preview", action=verb.action, key=key)
            seen.refused.append((key, "unexpected", BROKEN))
        else:
            _add(seen, key, found)
    return seen


def _add(seen: Seen, key: str, found: Preview) -> None:
    if len(seen.in_full) < IN_FULL:
        seen.in_full.append((key, found))
    rows = [row for row in net(found.collected.rows) if described(row.table).columns]
    seen.changing += bool(rows or found.collected.intents)
    seen.changes.update((row.table, row.op) for row in rows)
    for gauge in found.gauges:
        if gauge.before is not None and gauge.after is not None:
            label, so_far, times = seen.money.get(gauge.name, (gauge.label, Decimal(0), 0))
            seen.money[gauge.name] = (label, so_far + gauge.after - gauge.before, times + 1)
    seen.effects.update(kind_of(intent.kind).group for intent in found.collected.intents)
    seen.parked += len(found.parked)


def in_words_of_many(seen: Seen, total: int, language: str) -> dict[str, Any]:
    """Return what was seen as JSON data for the dialog."""
    told = [(key, in_words(found, language)) for key, found in seen.in_full]
    done = {"I": Text("créé", "created"), "U": Text("modifié", "changed"), "D": Text("supprimé", "deleted")}
    return {
        "total": total,
        "looked": seen.looked,
        "changing": seen.changing,
        "refused": len(seen.refused),
        "refusals": [{"key": k, "code": code, "text": text.in_(language)} for k, code, text in seen.refused[:TOLD]],
        "changes": [
            {"label": described(table).label.in_(language), "done": done[op].in_(language), "op": op, "count": count}
            for (table, op), count in seen.changes.most_common()
        ],
        "money": [
            {"label": label.in_(language), "difference": f"{amount:.2f}", "records": times}
            for label, amount, times in seen.money.values()
        ],
        "messages": seen.effects["messages"],
        "network": seen.effects["network"],
        "parked": seen.parked,
        "in_full": [{"key": key, "preview": words} for key, words in told],
    }
