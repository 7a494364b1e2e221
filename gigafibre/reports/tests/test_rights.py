"""Whose each part of a joined page is: what is read of an app takes the right to read that app, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.apps import apps

from gigafibre.identity.permissions import PERMISSIONS
from gigafibre.kernel import gauges, search
from gigafibre.kernel.listing import all_listings
from gigafibre.reports import customer_360, subscription_page
from gigafibre.reports import search as added
from gigafibre.reports.reading import script
from gigafibre.reports.rights import Block, Rights
from gigafibre.reports.schemas import CustomerHeader, CustomerLocationOut, CustomerPage
from gigafibre.reports.subscription_schemas import SubscriptionPageOut
from gigafibre.reports.timeline import SOURCES

#: The right by which an app's tables are read; who has a page at all sees names, places and what things are called.
OF_THE_APP = {
    "billing": "billing.read",
    "collections": "collections.read",
    "dispatch": "dispatch.read",
    "ledger": "billing.read",
    "messaging": "messaging.read",
    "network": "network.read",
    "payments": "payments.read",
    "privacy": "privacy.read",
    "sales": "sales.read",
    "subscriptions": "subscriptions.read",
    "support": "support.read",
    "webhooks": "webhooks.read",
}
MONEY = {"billing", "collections", "ledger", "payments"}
#: What a row of one app quotes of another: who did a job, which service a device serves, the contract behind both.
QUOTED = {
    "customer_network": {"subscriptions.read"},
    "subscription_network": {"subscriptions.read"},
    "subscription_changes": set[str](),
    "customer_payments": {"billing.read"},
}
#: What everybody who has the page may read.
OWN = {"customer": "crm.read", "subscription": "subscriptions.read"}
TABLE = re.compile(r"\b(?:FROM|JOIN)\s+([a-z]+)_([a-z_]+)")
BLOCKS = [*customer_360.BLOCKS, *subscription_page.BLOCKS]


def rights_of(sql: str) -> set[str]:
    """Return the rights that the tables of a script ask for."""
    return {OF_THE_APP[app] for app, _ in TABLE.findall(sql) if app in OF_THE_APP}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.script)
def test_a_block_says_the_right_of_every_app_that_it_reads(block: Block) -> None:
    said = set(block.rights) | QUOTED.get(block.script, set())
    assert rights_of(script(block.script)) <= said
    assert set(block.rights) <= set(PERMISSIONS)


@pytest.mark.parametrize(
    ("rights", "name"), [(customer_360.HEADER, "customer_header"), (customer_360.LOCATION, "customer_locations")]
)
def test_the_head_and_the_places_say_the_right_of_every_app_that_they_read(rights: Rights, name: str) -> None:
    assert rights_of(script(name)) <= set(rights) <= set(PERMISSIONS)


def test_every_part_of_a_page_is_under_exactly_one_right() -> None:
    def keys(rights: Iterable[Rights]) -> list[str]:
        return sorted(key for found in rights for part in found.values() for key in part)

    assert keys([customer_360.HEADER]) == sorted(CustomerHeader.model_fields)
    assert keys([customer_360.LOCATION]) == sorted(CustomerLocationOut.model_fields)
    page = keys(block.rights for block in customer_360.BLOCKS)
    assert sorted([*page, "header", "locations", "timeline"]) == sorted(CustomerPage.model_fields)
    page = keys(block.rights for block in subscription_page.BLOCKS)
    assert sorted([*page, "header", "timeline"]) == sorted(SubscriptionPageOut.model_fields)


@pytest.mark.parametrize("of", SOURCES)
def test_a_timeline_asks_the_right_of_every_app_it_is_told_from(of: str) -> None:
    sources = SOURCES[of]
    assert {source.takes for source in sources.values()} <= set(PERMISSIONS)
    sql = script(f"{of}_timeline")
    assert set(re.findall(r"%\((\w+)\)s", sql)) - {"id", "key", "subject", "today", "before", "limit"} == set(sources)
    told = sql[: sql.rindex(")\nSELECT at")].split("\n  UNION ALL\n")
    assert len(told) > 5
    for part in told:
        # Each table whose trail is told is a line of its own, for its own readers.
        pieces = part.splitlines() if '(g."table", g.row) IN' in part and of == "customer" else [part]
        for piece in pieces:
            asked = {sources[name].takes for name in sources if f"%({name})s" in piece}
            assert len(pieces) > 1 or len(asked) == 1, piece
            assert rights_of(piece) - {OWN[of]} <= asked, piece


def test_what_is_added_to_a_search_takes_the_right_of_what_it_reads() -> None:
    of = {"customer": "found_customers", "invoice": "found_invoices", "payment": "found_payments"}
    of["subscription"] = "found_subscriptions"
    assert set(search._added) == set(of)
    kinds = {kind: source.permission for source in search._sources for kind in source.kinds}
    for kind, adders in search._added.items():
        for takes, add in adders:
            assert add.__module__ == added.__name__
            assert rights_of(script(of[kind])) <= {takes, kinds[kind]}, kind


def test_a_list_that_reads_money_asks_the_right_to_read_it() -> None:
    walked = 0
    for name, listing in all_listings().items():
        if not isinstance(listing.source, str) or name.startswith("test_"):
            continue
        asked = {listing.permission, *listing.takes}
        if listing.permission.startswith(("legacy.", "ledger.", "reports.")):
            continue  # the books and the old system's: all of the money, or nothing
        if listing.permission == "privacy.anonymise":
            continue  # whoever makes people nobody is shown by each act what they still owe: no amount stands here
        for app, table in TABLE.findall(f"{listing.source} {listing.details}"):
            if app in MONEY:
                walked += 1
                assert OF_THE_APP[app] in asked or (app == "ledger" and "payments.read" in asked), (name, app, table)
        names = {column for columns in listing.takes.values() for column in columns}
        known = {column.name for column in listing.columns} | {one.column or one.name for one in listing.filters}
        assert names <= known, name
    assert walked > 6


def test_a_figure_of_a_preview_takes_a_right() -> None:
    assert {one.name: one.takes for one in gauges._gauges.values()} == {
        "ledger.balance": "billing.read",
        "billing.next_invoice": "billing.read",
    }


def test_every_app_with_a_right_of_its_own_is_known_here() -> None:
    own = {code.split(".")[0] for code in PERMISSIONS if code.endswith(".read")}
    assert own - set(OF_THE_APP) == {"identity", "crm", "catalog", "reports", "legacy"}
    for app in OF_THE_APP:
        assert list(apps.get_app_config(app).get_models()), app
