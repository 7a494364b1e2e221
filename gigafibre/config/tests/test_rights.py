"""Nobody reads by a side door: every figure of a customer, over every reading route, by every role.

The customer has one of everything, each with a mark of its own. Who doesn't hold the right to read that app finds the
mark nowhere; who does finds it wherever the administrator does.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from asgiref.sync import async_to_sync
from django.apps import apps
from django.test import Client

from gigafibre.billing.tests.factories import a_waiting_charge
from gigafibre.catalog.tests.factories import an_item
from gigafibre.collections.tests.factories import a_suspension, an_arrangement
from gigafibre.config.tests.test_every_route import LEFT_OUT, OPEN, PLACES, ROUTES, Route
from gigafibre.crm.tests.factories import a_customer
from gigafibre.dispatch.tests.factories import a_job
from gigafibre.identity.actions import save_view
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_token, a_user, browser
from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.listing import all_listings, shown_to
from gigafibre.kernel.perform import perform
from gigafibre.messaging.tests.factories import a_listed_message
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract
from gigafibre.subscriptions.tests.factories import a_subscription
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db

ROLES = [role for role in SHIPPED if role != "administrator"]
#: The company's figures take the right to read reports: of a page of both, what is there without it.
OF_THE_DAY = {"/dashboard": {"122.71"}}
#: The audit trail is of everything, by a right of its own, and grows with every reader who logs in.
WALKED = frozenset(route.path for route in ROUTES) - {"/audit"}
#: A mark of each app's rows, as a reader may meet it, and the right to read it.
MARKS = {
    "344.93": "billing.read",  # what the invoice comes to
    "122.71": "billing.read",  # what is open of it: the balance, and what is late
    "12.35": "billing.read",  # a charge that waits
    "Frais d’attente": "billing.read",
    "222.22": "payments.read",
    "CHQ-8861": "payments.read",
    "9137": "payments.read",  # the card's last figures
    "50.00": "collections.read",
    "Promesse du cousin": "collections.read",
    "Facture de septembre": "collections.read",  # why the services were stopped
    "61.37": "subscriptions.read",
    "Prix du voisin": "subscriptions.read",
    "88.68": "sales.read",  # a contract, monthly with taxes
    "Courriel listé": "messaging.read",
    "Antenne penchée": "support.read",
    "Pose du mât": "dispatch.read",
    "attestation.txt": "kernel.read_files",
}


@dataclass(frozen=True)
class Family:
    """One customer and the numbers of what he has, by the folder of an address."""

    numbers: dict[str, str]

    def address(self, route: Route) -> str:
        """Return a route's address for this customer."""
        folder = route.path.strip("/").split("/")[0]

        def fill(place: re.Match[str]) -> str:
            kind = place.group(1).rpartition(":")[0]
            return PLACES[kind] if kind in {"int", "uuidstr"} else self.numbers.get(folder, self.numbers["customers"])

        asked = {"/search": {"q": "Zénobie"}, "/files": {"subject": f"customer:{self.numbers['customers']}"}}
        given = urlencode(asked.get(route.path, {}))
        return "/api/v1" + re.sub(r"\{([^}]+)\}", fill, route.path) + (f"?{given}" if given else "")


@pytest.fixture
def family(clock: Any) -> Family:
    clock.freeze("2026-09-01T10:00:00-04:00")
    with acting_as(SYSTEM):
        customer = a_customer("Zénobie Larose", number="C-7001", city="Howick")
        work = an_item("100.00", kind="labour")
        subscription = a_subscription("61.37", customer=customer, item=work, price_reason="Prix du voisin")
        lines = [{"item": work.sku, "quantity": "3"}]
        draft = _do("billing.create_draft", customer=customer.number, lines=lines)["draft_id"]
        invoice = _do("billing.issue_invoice", invoice=f"DRAFT-{draft}")
        payment = _do(
            "payments.record_payment",
            customer=customer.number,
            amount="222.22",
            mode="cheque",
            reference="CHQ-8861",
            on="2026-09-01",
        )
        apps.get_model("payments", "PaymentMethod")._default_manager.create(
            customer=customer, kind="stripe", holder="Zénobie Larose", last4="9137", brand="visa", autopay=True
        )
        an_arrangement(customer, date(2026, 12, 1), "Promesse du cousin")
        a_suspension(customer, date(2026, 8, 30), "Facture de septembre")
        a_waiting_charge(customer, work, "Frais d’attente", date(2026, 12, 1))
        a_listed_message(customer, "Courriel listé")
        contract = a_contract(
            customer=customer, lines=[LineGiven(cycle="monthly", item=work.sku, unit_price=Decimal("77.13"))]
        )
        issue = an_issue(owner=customer, subject="Antenne penchée")
        job = a_job("completed", owner=customer, title="Pose du mât")
        files.attach(
            files.store(b"Attestation.\n", "attestation.txt"), f"customer:{customer.number}", "kernel.read_files"
        )
    clock.freeze("2026-11-21T10:00:00-05:00")
    return Family(
        {
            "customers": customer.number,
            "subscriptions": subscription.number,
            "invoices": str(invoice),
            "payments": str(payment),
            "contracts": contract.number,
            "issues": issue,
            "jobs": job,
        }
    )


def _do(verb: str, **given: Any) -> Any:
    return perform(verb, given, actor=SYSTEM).result


def read(client: Client, address: str) -> str:
    """Return what an address answers, as one text; nothing where it is refused."""
    answer: Any = client.get(address)
    if answer.status_code >= 400:
        assert answer.status_code < 500, address
        return ""
    if getattr(answer, "streaming", False):

        async def whole() -> bytes:
            return b"".join([piece async for piece in answer.streaming_content])

        return str(async_to_sync(whole)().decode("utf-8", "replace"))
    return text_of(answer)


def text_of(answer: Any) -> str:
    """Return JSON with its letters as they are read, anything else as it is."""
    if answer["Content-Type"].startswith("application/json"):
        return json.dumps(answer.json(), ensure_ascii=False)
    return str(answer.content.decode("utf-8", "replace"))


def seen(client: Client, family: Family, *paths: str) -> dict[str, set[str]]:
    """Return which marks each reading route (or those named) shows, by its path."""
    found = {}
    for route in ROUTES:
        if (
            route.method == "GET"
            and (route.method, route.path) not in OPEN | LEFT_OUT
            and route.path in (paths or WALKED)
        ):
            said = read(client, family.address(route))
            found[route.path] = {mark for mark in MARKS if mark in said or mark.replace(".", ",") in said}
    return found


def test_what_takes_another_right_is_told_nowhere_and_what_one_may_read_everywhere(family: Family) -> None:
    whole = {path: marks for path, marks in seen(browser(a_user("administrator")), family).items() if marks}
    assert set().union(*whole.values()) == set(MARKS)
    assert whole["/customers/{number}"] >= set(MARKS) - {"12.35", "Frais d’attente", "Courriel listé"}
    assert {"/customers", "/customers/export", "/customers/{number}/timeline", "/search"} <= set(whole)
    takes = {route.path: route.needs.permission for route in ROUTES if route.needs and route.method == "GET"}

    def told(permissions: frozenset[str], client: Client, who: str) -> None:
        reader = Actor("staff", 1, who, permissions)
        # Who sees all finds no mark elsewhere; others are asked where there is one.
        for path, marks in seen(client, family, *whole).items():
            needed = takes[path]
            may_ask = needed is None or reader.may(needed)
            there = whole[path] if reader.may("reports.read") else whole[path] & OF_THE_DAY.get(path, whole[path])
            assert marks == {mark for mark in there if may_ask and reader.may(MARKS[mark])}, (who, path)

    for role in ROLES:
        told(SHIPPED[role].permissions, browser(a_user(role)), role)
    for scope in ("crm.read", "subscriptions.read", "dispatch.read"):
        secret = a_token(f"robot {scope}", scope)
        told(frozenset({scope}), Client(headers={"authorization": f"Bearer {secret}"}), scope)


def test_a_technician_has_what_he_needs_at_the_door(family: Family) -> None:
    page = browser(a_user("technician")).get(f"/api/v1/customers/{family.numbers['customers']}").json()
    assert page["header"]["display_name"] == "Zénobie Larose"
    assert set(page) == {"header", "contacts", "consents", "locations", "issues", "jobs", "network", "timeline"}
    assert {"balance", "overdue", "credit", "next_amount", "method", "arrangement", "suspension"}.isdisjoint(
        page["header"]
    )
    assert page["locations"][0]["subscriptions"][0]["number"] == family.numbers["subscriptions"]
    assert page["timeline"]["kinds"] == ["field", "network", "notes", "changes"]


@pytest.mark.parametrize("role", ROLES)
def test_a_hidden_column_is_neither_listed_nor_filtered_nor_sorted_by_nor_exported(role: str) -> None:
    reader, client = Actor("staff", 1, role, SHIPPED[role].permissions), browser(a_user(role))
    served = {route.path: route for route in ROUTES if route.method == "GET"}
    for name, listing in all_listings().items():
        path = PATHS.get(name, f"/{name.replace('_', '-')}")
        if not listing.takes or path not in served or not reader.may(listing.permission):
            continue
        shown = shown_to(listing, reader)
        described = client.get(f"/api/v1/lists/{name}").json()
        assert [one["name"] for one in described["columns"]] == [column.name for column in shown.columns]
        assert [one["name"] for one in described["filters"]] == [one.name for one in shown.filters]
        assert [one["name"] for one in described["views"]] == [view.name for view in shown.views]
        visible = {column.name for column in shown.columns}
        hidden = [column for column in listing.columns if column.name not in visible]
        asked = [{"columns": column.name} for column in hidden]
        asked += [{"sort": f"{way}{column.name}"} for column in hidden if column.sort for way in ("", "-")]
        asked += [{one.name: VALUES[one.kind]} for one in listing.filters if one not in shown.filters]
        asked += [{"view": view.name} for view in listing.views if view not in shown.views]
        for given in asked:
            for end in ("", "/export"):
                answer = client.get(f"/api/v1{path}{end}", given)
                assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (name, given, end)


PATHS = {"customers": "/customers"}
VALUES = {"flag": "true", "money": "1", "number": "1", "day": "2026-01-01", "choice": "x", "text": "x"}


def test_the_technicians_list_of_customers_is_who_and_where_and_what(family: Family) -> None:
    client = browser(a_user("technician"))
    page = client.get("/api/v1/customers").json()
    hidden = {"balance", "overdue", "overdue_days", "payment_method", "last_payment", "last_amount"}
    assert hidden.isdisjoint(page["items"][0])
    assert {"arrangement", "arrangement_due"}.isdisjoint(page["items"][0])
    assert page["items"][0]["monthly"] == "61.37"
    assert page["totals"] is None
    refused = client.get("/api/v1/customers", {"balance_min": "100"}, headers={"accept-language": "en"})
    assert refused.status_code == 403
    assert "billing.read" in refused.json()["message"]
    assert client.get("/api/v1/customers/C-7001/timeline", {"kind": "money"}).json()["code"] == "forbidden"


def test_a_shared_view_by_a_hidden_column_is_not_offered(family: Family) -> None:
    with acting_as(SYSTEM):
        save_view("customers", name="Gros retards", filters={"overdue_min": "100"}, shared=True)
        save_view("customers", name="Par solde", filters={}, sort="-balance", shared=True)
        save_view("customers", name="De Howick", filters={"city": "Howick"}, columns=["name", "balance"], shared=True)
    named = {}
    for role in ("technician", "billing"):
        found = browser(a_user(role)).get("/api/v1/lists/customers/views").json()["items"]
        named[role] = [(one["label"], one["columns"]) for one in found]
    assert named == {
        "technician": [("De Howick", ["name"])],
        "billing": [("Gros retards", []), ("Par solde", []), ("De Howick", ["name", "balance"])],
    }
