"""Every route of the API, by every role, by nobody and by a program: exactly who holds its permission gets through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from gigafibre.config.api import ops
from gigafibre.identity.permissions import PERMISSIONS, known_permissions
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_token, a_user, browser, send
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.http import Needs
from gigafibre.kernel.registry import all_actions

pytestmark = pytest.mark.django_db

#: Who isn't in yet must be able to come in.
OPEN = {
    ("GET", "/session"),
    ("GET", "/session/ways"),
    ("POST", "/session"),
    ("POST", "/session/code"),
    ("POST", "/session/forgotten"),
    ("POST", "/session/link"),
    ("POST", "/session/link/password"),
    ("POST", "/session/passkey"),
    ("POST", "/session/passkey/question"),
}
#: These end the session of whoever walks, or never end by themselves.
LEFT_OUT = {("DELETE", "/session"), ("GET", "/live")}
#: Only who may do everything: people, switches.
ADMINISTRATORS_OWN = {"identity.admin", "identity.switch", "kernel.integrations", "webhooks.edit", "webhooks.read"}
#: Actions that tests of the kernel made for themselves, when those run in the same process.
OF_TESTS = {action.name for action in all_actions() if ".tests." in action.verb.__module__}
#: What a path's places are filled with.
PLACES = {"int": "7", "uuidstr": "00000000-0000-4000-8000-000000000000", "str": "C-4217"}


@dataclass(frozen=True)
class Route:
    """One operation: how it is asked and what it takes."""

    method: str
    path: str
    needs: Needs | None

    @property
    def address(self) -> str:
        """An address of it, its places filled."""

        def fill(place: re.Match[str]) -> str:
            kind = place.group(1).rpartition(":")[0]
            return PLACES.get(kind, PLACES["str"])

        return "/api/v1" + re.sub(r"\{([^}]+)\}", fill, self.path)


def routes() -> Iterator[Route]:
    # Bound, routers within routers are there too (`_routers` has them only once somebody has asked for an address).
    for router in ops._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                needs = [asked for asked in operation.auth_callbacks if isinstance(asked, Needs)]
                assert len(needs) == len(operation.auth_callbacks) <= 1, f"{path} takes one Needs"
                for method in operation.methods:
                    whole = "/" + "/".join(part.strip("/") for part in (router.prefix, path) if part.strip("/"))
                    if OF_TESTS.isdisjoint(whole.split("/")):
                        yield Route(method, whole, needs[0] if needs else None)


ROUTES = sorted(routes(), key=lambda route: (route.path, route.method))


def ask(client: Client, route: Route) -> Any:
    if route.method == "GET":
        return client.get(route.address)
    return send(client, route.method.lower(), route.address, {"surely": "not a field"})


def told(answer: Any) -> str:
    if not answer["Content-Type"].startswith("application/json"):
        return ""
    body = answer.json()
    return str(body.get("code", "")) if isinstance(body, dict) else ""


def test_every_route_says_what_it_takes() -> None:
    bare = {(route.method, route.path) for route in ROUTES if route.needs is None}
    assert bare == OPEN
    assert len(ROUTES) > 2 * len(all_actions())


def test_nobody_gets_nowhere() -> None:
    for language, said in (("fr", "Connectez-vous pour continuer."), ("en", "Log in to continue.")):
        client = browser(language=language)
        client.get("/api/v1/session")
        for route in ROUTES:
            if (route.method, route.path) in OPEN:
                continue
            answer = ask(client, route)
            assert (answer.status_code, told(answer), answer.json()["message"]) == (401, "not_logged_in", said), route


@pytest.mark.parametrize("role", [*SHIPPED, ""])
def test_a_role_goes_where_its_permissions_lead_and_nowhere_else(role: str) -> None:
    permissions = (SHIPPED[role].permissions if role else frozenset()) | {"identity.self"}
    walker = Actor("staff", 1, "walker", frozenset(permissions))
    client = browser(a_user(role))
    for route in ROUTES:
        if (route.method, route.path) in OPEN | LEFT_OUT:
            continue
        answer = ask(client, route)
        assert route.needs is not None
        if route.needs.permission is None or walker.may(route.needs.permission):
            assert answer.status_code < 500, route
            assert told(answer) not in {"forbidden", "not_logged_in", "csrf_failed"}, route
        else:
            assert (answer.status_code, told(answer)) == (403, "forbidden"), route
            assert route.needs.permission in answer.json()["message"]


def test_a_program_goes_where_its_scopes_lead_and_nowhere_else() -> None:
    secret = a_token("robot", "crm.read", "kernel.note")
    client = Client(enforce_csrf_checks=True, headers={"authorization": f"Bearer {secret}"})
    for route in ROUTES:
        if (route.method, route.path) in OPEN | LEFT_OUT:
            continue
        answer = (
            client.get(route.address)
            if route.method == "GET"
            else client.generic(route.method, route.address, "{}", content_type="application/json")
        )
        assert route.needs is not None
        if route.needs.permission in {None, "crm.read", "kernel.note"}:
            assert answer.status_code < 500, route
            assert told(answer) not in {"forbidden", "not_logged_in", "csrf_failed"}, route
        else:
            assert (answer.status_code, told(answer)) == (403, "forbidden"), route


def test_every_write_wants_the_csrf_token() -> None:
    client = browser(a_user("administrator"))
    for route in ROUTES:
        if route.method != "GET":
            answer = client.generic(route.method, route.address, "{}", content_type="application/json")
            assert (answer.status_code, told(answer)) == (403, "csrf_failed"), route


def test_every_permission_asked_for_is_one_that_a_role_holds() -> None:
    asked = {action.permission for action in all_actions() if action.name not in OF_TESTS}
    asked |= {route.needs.permission for route in ROUTES if route.needs and route.needs.permission}
    held = {code for role in SHIPPED.values() for code in role.permissions}
    assert asked - set(PERMISSIONS) == set(), "name it in identity/permissions.py"
    assert asked - held - {"identity.self"} == ADMINISTRATORS_OWN, "give it to a role in identity/roles.py"
    assert held - {"*"} <= set(PERMISSIONS) <= known_permissions()
