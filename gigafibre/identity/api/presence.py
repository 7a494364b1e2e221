"""Who else looks at a record: a page says that it stands there, and hears who else does."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from gigafibre.identity import queries
from gigafibre.kernel.http import ANYBODY, actor_of
from gigafibre.kernel.live import presence
from gigafibre.kernel.subjects import refuse_unreadable

router = Router(tags=["live"])


class PresenceIn(Schema):
    """A page on a record (`customer:C-4217`): its own made-up name, and what its reader does there."""

    model_config = ConfigDict(extra="forbid")

    subject: Annotated[str, Field(max_length=80)]
    page: Annotated[str, Field(min_length=8, max_length=40, pattern=r"^[A-Za-z0-9-]+$")]
    state: Literal["here", "editing", "gone"] = "here"


class PresentPerson(Schema):
    """Somebody else who looks at the record; `editing` while he changes something."""

    name: str
    initials: str
    editing: bool


class PresenceOut(Schema):
    """Who else is there; say oneself present again within `again_s`."""

    people: list[PresentPerson]
    again_s: float = presence.HEARTBEAT_S


@router.post("/presence", auth=ANYBODY, response=PresenceOut, operation_id="say_present")
def say_present(request: HttpRequest, given: PresenceIn) -> PresenceOut:
    """Say that a page stands on a record one may read (nothing is written), and who else does."""
    actor = actor_of(request)
    refuse_unreadable(given.subject, actor, drafts=True)
    if actor.kind == "staff" and actor.id is not None:
        presence.say(given.subject, given.page, actor.id, given.state)
    there = presence.present(given.subject)
    others = [person for person in map(queries.person, sorted(there)) if person and person.id != actor.id]
    return PresenceOut(
        people=[
            PresentPerson(name=person.display_name, initials=person.initials, editing=there[person.id])
            for person in others
        ]
    )
