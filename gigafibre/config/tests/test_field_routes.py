"""Every route of a technician's phone takes a permission; no role goes further than its own."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.config.api import field
from gigafibre.dispatch import queries
from gigafibre.dispatch.field_verbs import VERBS
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.http import Needs

pytestmark = pytest.mark.django_db
NO_FILE = "6d3a7d9e-0000-4000-8000-000000000000"


def test_every_route_of_the_phone_takes_a_permission_and_roles_go_no_further(clock: Any) -> None:
    job = a_job("published")
    routes = [
        (method, path, operation.auth_callbacks)
        for router in field._get_bound_routers()
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    ]
    assert len(routes) == len(VERBS) + 7
    for method, path, callbacks in routes:
        assert [type(asked) for asked in callbacks] == [Needs], path
        assert getattr(callbacks[0], "permission", None) == "dispatch.work"
        address = f"/api/field{path}".replace("{number}", job).replace("{uuidstr:key}", NO_FILE)
        nobody = browser()
        nobody.get("/api/v1/session")
        asked = nobody.get(address) if method == "GET" else send(nobody, "post", address, {})
        assert asked.status_code == 401, path
    for role, shipped in SHIPPED.items():
        client = browser(a_user(role))
        allowed = Actor("staff", 1, role, shipped.permissions).may("dispatch.work")
        for method, path, _ in routes:
            address = f"/api/field{path}".replace("{number}", job).replace("{uuidstr:key}", NO_FILE)
            answer = client.get(address) if method == "GET" else send(client, "post", address, {"nonsense": 1})
            assert answer.status_code < 500
            if not allowed:
                assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (role, path)
    with acting_as(SYSTEM):
        assert queries.job(job).status == "published"
