"""What anybody may ask without logging in: these routes and no other, and nothing of the staff's API."""

from __future__ import annotations

import pytest
from django.test import Client

from gigafibre.config.api import public

pytestmark = pytest.mark.django_db

OPEN = {("GET", "/eligibility"), ("POST", "/eligibility/interest")}


def test_these_routes_and_no_other_are_open_to_anybody() -> None:
    found = {
        (method, path)
        for router in public._get_bound_routers()
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    }
    assert found == OPEN


def test_the_public_api_has_no_verbs_of_staff_and_no_description() -> None:
    client = Client()
    for path in ("actions", "customers", "drops", "equipment", "search", "openapi.json", "docs"):
        assert client.get(f"/api/public/{path}").status_code == 404
    assert client.post("/api/public/eligibility", "{}", content_type="application/json").status_code == 405
