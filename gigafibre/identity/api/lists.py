"""Reading people, roles, tokens, switches, sessions, logins and notices."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from gigafibre.identity import queries
from gigafibre.identity.entry_listings import LOGINS, SESSIONS, TOKENS
from gigafibre.identity.errors import PersonNeeded
from gigafibre.identity.listings import NOTICES, USERS
from gigafibre.identity.permissions import PERMISSIONS, known_permissions
from gigafibre.identity.queries.switches import NEVER, switches_turned
from gigafibre.identity.role_listing import ROLES
from gigafibre.identity.schemas import (
    NoticeList,
    PermissionList,
    SavedViewList,
    SessionList,
    SwitchList,
)
from gigafibre.identity.sessions import public_id_of
from gigafibre.identity.switches import all_declared
from gigafibre.kernel.http import ANYBODY, Needs, actor_of
from gigafibre.kernel.listing import serve
from gigafibre.kernel.text import Text

router = Router(tags=["identity"])
READ = Needs("identity.read")
Cursor = Annotated[str | None, Query(pattern=r"^\d{1,18}$", description="`next_cursor` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200)]


serve(router, "/users", USERS)
serve(router, "/roles", ROLES)


@router.get("/permissions", auth=READ, response=PermissionList, operation_id="list_permissions")
def list_permissions(request: HttpRequest) -> dict[str, Any]:
    """List every permission in words."""
    return {
        "items": [
            {"code": code, "label": PERMISSIONS.get(code, Text(code, code)).in_()}
            for code in sorted(known_permissions())
        ]
    }


serve(router, "/tokens", TOKENS)


@router.get("/switches", auth=READ, response=SwitchList, operation_id="list_switches")
def list_switches(request: HttpRequest) -> dict[str, Any]:
    """List what may act by itself, on or off; what turning one on would do is in the preview of its action."""
    turned = switches_turned()
    return {
        "items": [
            {"code": known.code, "label": known.label.in_(), "about": known.about.in_()}
            | asdict(turned.get(known.code, NEVER))
            for known in all_declared()
        ]
    }


@router.get("/sessions/own", auth=ANYBODY, response=SessionList, operation_id="list_own_sessions")
def list_own_sessions(request: HttpRequest) -> dict[str, Any]:
    """List one's own logged-in browsers, the last used first."""
    current = public_id_of(request)
    return {"items": [asdict(one) | {"current": one.id == current} for one in queries.sessions(_username(request))]}


serve(router, "/sessions", SESSIONS)
serve(router, "/logins", LOGINS)
serve(router, "/notices/all", NOTICES)


@router.get("/notices", auth=ANYBODY, response=NoticeList, operation_id="read_bell")
def read_bell(request: HttpRequest, cursor: Cursor = None, limit: Limit = 20) -> dict[str, Any]:
    """Return one's own newest notices (a program has none)."""
    actor = actor_of(request)
    if actor.kind != "staff" or actor.id is None:
        return {"items": [], "unread": 0, "next_cursor": None}
    found, unread = queries.notices(actor.id, before=int(cursor) if cursor else None, limit=limit)
    items = [asdict(one) | {"text": one.text.in_()} for one in found]
    return {"items": items, "unread": unread, "next_cursor": str(found[-1].id) if len(found) == limit else None}


@router.get("/lists/{name}/views", auth=ANYBODY, response=SavedViewList, operation_id="list_saved_views")
def list_saved_views(request: HttpRequest, name: str) -> dict[str, Any]:
    """List the views of a list that one saved, and those shared with everybody."""
    return asdict(queries.views_of(name, actor_of(request)))


def _username(request: HttpRequest) -> str:
    person = getattr(request, "person", None)
    if not isinstance(person, queries.Person):
        raise PersonNeeded
    return person.username
