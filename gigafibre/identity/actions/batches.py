"""One verb for many rows of a list: begun as a job that goes on when the page is closed, and stopped."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, JsonValue

from gigafibre.identity import batching, tasks
from gigafibre.identity.permissions import ONESELF
from gigafibre.kernel import batches
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

ListName = Annotated[str, Field(pattern=r"^[a-z_]+$", max_length=40)]
VerbName = Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z_]+$", max_length=80)]
Words = Annotated[
    dict[Annotated[str, Field(max_length=40)], Annotated[str, Field(max_length=12_000)]], Field(max_length=40)
]
Given = Annotated[dict[Annotated[str, Field(max_length=40)], JsonValue], Field(max_length=40)]


@action(
    permission=ONESELF,
    label=Text("Faire pour plusieurs", "Do for many"),
    undo="identity.stop_batch",
    undo_asks=True,
    fields={
        "listing": Text("Liste", "List"),
        "verb": Text("Action", "Action"),
        "query": Text("Rangées", "Rows"),
        "given": Text("Valeurs", "Values"),
        "expected": Text("Nombre attendu", "Expected number"),
    },
)
def perform_many(
    listing: ListName,
    *,
    verb: VerbName,
    query: Words,
    given: Given,
    expected: Annotated[int, Field(ge=1, le=batches.MOST)],
) -> int:
    """Do an action to every row that a list's address lets through (`only` names ticked rows, by key).

    Each row is done apart, by a worker, as whoever asks; one that is refused stops no other. When the rows are not as
    many as `expected` (what the person saw), nothing is begun. Returns the number of the batch.
    """
    chosen = batching.chosen(listing, verb, query, given, current_actor())
    batching.refuse_others(chosen, expected)
    made = batches.begin(chosen.verb, listing, chosen.keys, given, current_actor())
    tasks.work_batch.defer(batch=made.pk)  # a row as well: there when this is, and not in a preview
    return int(made.pk)


@action(permission=ONESELF, label=Text("Arrêter un lot", "Stop a batch"), fields={"batch": Text("Lot", "Batch")})
def stop_batch(batch: Annotated[int, Field(ge=1)]) -> None:
    """Leave what still waits of a batch of one's own undone; what was done stays done."""
    batches.stop(batching.own(batch, current_actor()))
