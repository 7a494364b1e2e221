"""Every declared list and report: its pinned number of queries, and its exports, cell by cell, as its own rows say."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from gigafibre.billing.tests.factories import a_draft, a_price_change, a_run, a_waiting_charge
from gigafibre.catalog.tests.factories import a_plan, an_item
from gigafibre.collections.tests.factories import a_suspension, an_arrangement
from gigafibre.crm.geocoding import address_file
from gigafibre.crm.tests.factories import DOORS, a_customer
from gigafibre.dispatch.actions import add_time, save_chain_template, save_checklist
from gigafibre.dispatch.steps import ChainStep, ChecklistEntry
from gigafibre.dispatch.tests.factories import a_job, a_technician
from gigafibre.identity.notices import notify
from gigafibre.identity.tests.factories import a_token, a_user
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput, Refusal
from gigafibre.kernel.listing import Column, Listing, all_listings, export, page
from gigafibre.kernel.listing.declared import NAMED
from gigafibre.kernel.listing.query import understand
from gigafibre.kernel.text import Text, speak
from gigafibre.ledger.actions import Line, post_entry
from gigafibre.ledger.queries import accounts_by_role
from gigafibre.ledger.tests.factories import a_debit, a_deferred_part
from gigafibre.messaging.actions import suppress_address
from gigafibre.messaging.tests.factories import a_listed_message
from gigafibre.network.tests.factories import a_device, a_drop, an_interest, an_olt
from gigafibre.payments.actions import record_payment
from gigafibre.privacy.tests.factories import a_request, an_export, an_incident
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract, a_quotation
from gigafibre.subscriptions.tests.factories import a_planned_change, a_subscription
from gigafibre.support.tests.factories import an_issue
from gigafibre.webhooks.tests.factories import a_delivery, an_endpoint

pytestmark = pytest.mark.django_db
A_DAY = date(2026, 11, 20)
AGES_AGO = datetime(2020, 1, 1, tzinfo=UTC)
#: What a person may have typed, and a spreadsheet would run; control characters came with imports.
ODD = ["=HYPERLINK(1)", "+33 1", "-Roy; 1", "@SUM(A1)", "Éva, « L’Île »", "Ligne\x0b1"]
#: A filter of each list that lets its rows through; a list not named here is asked by its first view or choice.
NARROWED = {
    "aging": {"owed_min": "1"},
    "deferred": {"waiting_min": "1"},
    "general_ledger": {"debit_min": "1"},
    "messages": {"state": "failed"},
    "price_change_lines": {"outcome": "affected"},
    "price_notices": {"state": "late"},
    "revenue": {"year": "2026"},
    "tax_documents": {"line": "100"},
    "tax_return": {"to": "2026-11-21"},
    "trial_balance": {"to": "2026-11-21"},
}
#: Lists whose rows are accounts, series, groups or the lines of a form: as many as there are of those.
FIXED = {
    *("accounts", "message_templates", "retention_rules", "revenue", "series", "tax_categories", "tax_return", "taxes"),
    "trial_balance",
}
#: Statements more: the account that is shown when none is named; what apps above book on accounts; our tax numbers; how
#: each rule of retention stands, all of them together.
BESIDE = {"accounts": 2, "general_ledger": 1, "retention_rules": 4, "taxes": 1}
#: Told in words, by a statement more for each kind of record on the page: `identity/tests/test_lists.py` pins those.
IN_WORDS = {"audit"}


def listings() -> dict[str, Listing]:
    return {name: one for name, one in all_listings().items() if not name.startswith("test_")}


def some_rows(count: int) -> None:
    """Give every list that many rows more."""
    roles = accounts_by_role()
    for i in range(count):
        name = ODD[i % len(ODD)]
        customer = a_customer(f"{name} {i}", city=name[:40])
        item = an_item("60.00", name_fr=name, name_en=name)
        subscription = a_subscription(customer=customer, item=item)
        a_plan(item)
        planned = a_planned_change(subscription, "price", date(2027, 1, 1), price="61.5000", reason=name)
        a_draft(customer, A_DAY)
        a_debit(customer.pk, "100.00", on=date(2026, 9, 1), due=date(2026, 9, 11), number=f"F-{customer.pk}")
        a_deferred_part(date(2026, 12, 1), customer_id=customer.pk)
        record_payment(customer.number, amount=Decimal("10.10"), mode="cheque", reference=name, on=A_DAY)
        tax, bank = Line(roles["gst"], credit=Decimal("5.00")), Line(roles["clearing.cheque"], debit=Decimal("5.00"))
        post_entry(A_DAY, "adjustment", f"A-{customer.pk}", [tax, bank])
        an_arrangement(customer, A_DAY, name)
        a_suspension(customer, A_DAY, name)
        a_waiting_charge(customer, item, name, A_DAY)
        a_price_change(subscription, planned, name, A_DAY)
        a_listed_message(customer, name)
        suppress_address("email", address=f"refus{customer.pk}@exemple.ca", source=name)
        notify([a_user("sales").pk], Text(name, name), kind="batch", url="/batches/1")
        a_user("support", first_name=name, last_name=str(i))
        some_of_the_work(customer, name)
        some_ways_in(customer, name)
        said = {"title_fr": name[:120], "title_en": name[:120], "body_fr": name, "body_en": name}
        row_of("LegalText", "sales").create(code=f"t{customer.pk}", version=1, since=A_DAY, **said)
        some_of_the_field(customer, name)
        address_file.load(f"{name[:40]} {customer.pk}", address_file.read(DOORS))
        some_of_the_network(customer, name)
        an_issue(owner=customer, subject=name)
        a_delivery(an_endpoint(name=f"{name[:40]} {customer.pk}"))
        a_request(owner=customer, person=name)
        an_incident(title=name)
        row_of("Customer", "crm").filter(pk=a_customer(name, status="prospect").pk).update(created_at=AGES_AGO)
        an_export(customer)
        some_of_the_migration(customer, name)
        a_run(date(2027, 1, 1) + timedelta(days=customer.pk), "done", name)
        a_quotation(customer=customer, lines=[LineGiven(cycle="monthly", item=item.sku)], title=name[:40])
        a_contract(customer=customer, lines=[LineGiven(cycle="monthly", item=item.sku)])


def some_of_the_work(customer: Any, name: str) -> None:
    """Give the parked work a delivery that waits for a person, and the background a job that failed."""
    about = f"customer:{customer.number}"
    event = row_of("Event", "kernel").create(type="kernel.Gone", subject=about, payload={"n": name}, actor="system")
    row_of("Delivery", "kernel").create(
        event=event, handler="processes.gone.handle", subject=about, state="parked", error=name
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status) "
            "VALUES ('default', %s, '{}', 'failed')",
            [name],
        )


def some_ways_in(customer: Any, name: str) -> None:
    """Give the lists of how one gets in a session, a try to log in, a program's token, a department, a role."""
    user, ends = a_user("support", first_name=name), clock.now() + timedelta(hours=12)
    row_of("Session", "identity").create(session_key=f"s{customer.pk}", user=user, expire_date=ends, agent=name)
    row_of("LoginAttempt", "identity").create(username=name[:64], address="203.0.113.7", outcome="refused", agent=name)
    a_token(f"{name[:40]} {customer.pk}", "crm.read")
    row_of("Role", "identity").create(code=f"r{customer.pk}", name_fr=name, name_en=name, permissions=["crm.*"])
    row_of("Department", "identity").create(code=f"d{customer.pk}", name_fr=name, name_en=name)


def some_of_the_field(customer: Any, name: str) -> None:
    """Give the lists of the field a technician, and a job of his with an hour of work."""
    technician = a_technician(name)
    job = a_job("in_progress", owner=customer, technician=technician, title=name)
    item, step = ChecklistEntry(code="a", fr="Lire", en="Read"), ChainStep(code="a", kind="repair", fr="Voir", en="See")
    save_checklist(f"list-{customer.pk}", name_fr=name, name_en=name, items=[item])
    save_chain_template(f"chain-{customer.pk}", name_fr=name, name_en=name, kind="repair", steps=[step])
    add_time(
        job,
        started_at=clock.now() - timedelta(hours=2),
        ended_at=clock.now() - timedelta(hours=1),
        technician=technician,
    )


def some_of_the_network(customer: Any, name: str) -> None:
    """Give the lists of the network a drop, who waits for it, and a device with its first move."""
    a_drop(
        str(customer.pk % 9000 + 1), name[:40], olt=an_olt(), frame=0, slot=customer.pk // 100, port=customer.pk % 100
    )
    an_interest(f"attente{customer.pk}@exemple.ca", name[:40])
    a_device("router", stock_place=name[:40])


def some_of_the_migration(customer: Any, name: str) -> None:
    """Give the migration's lists, our neighbour, an amount computed otherwise, a day, a product."""
    run, _ = row_of("ImportRun").get_or_create(source="dump", state="done", defaults={"started_at": clock.now()})
    row_of("ImportRun").create(source=name, state="done", dry_run=True, started_by=name, started_at=clock.now())
    row_of("LegacyProduct").create(product=customer.pk, sku=f"P{customer.pk}", name=name[:160], price="60.00", run=run)
    work, _ = row_of("Recomputation").get_or_create(state="done", defaults={"finished_at": clock.now()})
    differs = {"billed": "54.95", "ours": "60.00", "difference": "5.05", "cause": "price", "detail": name}
    row_of("RecomputedAmount").create(
        recomputation=work, invoice=a_draft(customer, A_DAY), customer=customer, date=A_DAY, what="lines", **differs
    )
    cycles, now = row_of("ShadowCycle"), clock.now()
    sums = {"ours": 65, "theirs": 60, "invoices": 1, "customers": 1, "equal": 0, "following": 0}
    day = date(2027, 1, 1) + timedelta(days=cycles.count())
    cycle = cycles.create(day=day, state="compared", computed_by=name, compared_at=now, compared_by=name, **sums)
    row_of("ShadowDifference").create(
        cycle=cycle, customer=customer, kind="price", key=name, ours=65, theirs=60, amount=5
    )


def row_of(model: str, app: str = "legacy") -> Any:
    """Return what makes rows of a table of the migration, or another's, which this floor does not import."""
    return apps.get_model(app, model)._default_manager


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Any:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def statements(listing: Listing, **asked: str) -> tuple[int, Any]:
    with CaptureQueriesContext(connection) as queries:
        found = page(listing, asked)
    return len(queries), found


def narrowed(listing: Listing) -> dict[str, str]:
    if listing.name in NARROWED:
        return NARROWED[listing.name]
    return {"view": listing.views[0].name} if listing.views else {}


def counts() -> dict[str, list[int]]:
    """Return how many statements each list takes: first page, narrowed, searched, next page."""
    found = {}
    for name, listing in listings().items():
        first, shown = statements(listing, limit="10")
        assert shown.items, name
        found[name] = [first, statements(listing, **narrowed(listing))[0]]
        if listing.search:
            found[name].append(statements(listing, q="roy 1")[0])
        if shown.next_cursor:
            found[name].append(statements(listing, limit="10", cursor=shown.next_cursor)[0])
    return found


def test_a_list_takes_two_queries_for_one_row_and_for_sixty() -> None:
    some_rows(1)
    few = counts()
    some_rows(59)
    many = counts()
    for name, listing in listings().items():
        if name in IN_WORDS:
            continue
        extra = BESIDE.get(name, 0)
        expected = [2 + extra] * (3 if listing.search else 2)
        following = [] if name in FIXED - {"tax_return", "trial_balance"} else [1 + extra]
        assert few[name][: len(expected)] == expected, name
        assert many[name][: len(expected)] == expected, name
        if name not in FIXED:
            assert many[name] == expected + following, name


def test_a_row_is_found_alone_by_its_key() -> None:
    some_rows(3)
    for name, listing in listings().items():
        found = page(listing, {"limit": "200"})
        assert len(set(found.keys)) == len(found.items) > 0, name
        last = found.keys[-1]
        alone = page(listing, {"only": last})
        assert (alone.keys, alone.items, alone.count) == ([last], found.items[-1:], 1), name
        everybody = page(listing, {"only": ",".join(found.keys[:NAMED]), "limit": "200"})
        assert everybody.items == found.items, name
        with pytest.raises(InvalidInput) as refused:
            page(listing, {"only": ",".join(["1"] * (NAMED + 1))})
        assert [detail.field for detail in refused.value.details] == ["only"], name


def in_a_cell(column: Column, value: Any, language: str, *, typed: bool) -> Any:
    """Return what a cell says of a row's value: `typed` as a worksheet holds it, else as CSV writes it."""
    if value is None:
        return None if typed else ""
    if column.kind in {"money", "price", "number"}:
        return Decimal(str(value)) if typed else str(value)
    if column.kind == "day":
        return datetime.fromisoformat(value) if typed else value
    if column.kind == "instant":
        local = datetime.fromisoformat(value).astimezone(clock.zone()).replace(tzinfo=None)
        return local if typed else local.isoformat(" ")
    if column.kind == "flag":
        value = {"fr": ("non", "oui"), "en": ("no", "yes")}[language][value]
    elif column.kind == "words":
        value = ", ".join(value)
    elif column.kind == "data":
        value = json.dumps(value, ensure_ascii=False)
    elif column.kind in {"choice", "text"} and value in column.options:
        value = column.options[value].in_(language)
    if typed:
        return value.replace("\x0b", "") or None
    return f"'{value}" if value[:1] in "=+-@" and value[:1] and value != "-" and not is_a_number(value) else value


def is_a_number(text: str) -> bool:
    return text[1:2].isdigit() and not text[1:].strip("0123456789 .,-")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_export_says_what_the_rows_say(language: str) -> None:
    speak(language)
    some_rows(len(ODD) + 1)
    for name, listing in listings().items():
        columns = list(listing.columns)
        raw = {"columns": ",".join(column.name for column in columns)}
        found = page(listing, {"limit": "200"})
        rows = found.items
        assert rows, name
        heading = [column.label.in_(language) for column in columns]

        text = b"".join(export._csv(listing, understand(listing, raw, {}), language)).decode("utf-8-sig")
        written = list(csv.reader(io.StringIO(text, newline="")))
        assert written[0] == heading
        for row, cells in zip(rows, written[1 : len(rows) + 1], strict=True):
            said = [in_a_cell(column, row[column.name], language, typed=False) for column in columns]
            assert cells == said, name

        file = io.BytesIO(b"".join(export._xlsx(listing, understand(listing, raw, {}), language)))
        (sheet,) = load_workbook(file).worksheets
        lines = list(sheet.iter_rows())
        assert [cell.value for cell in lines[0]] == heading
        assert len(lines) == len(written) == (found.count or 0) + 1
        for row, line in zip(rows, lines[1 : len(rows) + 1], strict=True):
            for column, cell in zip(columns, line, strict=True):
                expected = in_a_cell(column, row[column.name], language, typed=True)
                if isinstance(expected, Decimal):
                    assert cell.data_type == "n", (name, column.name)
                    assert Decimal(str(cell.value)) == expected, (name, column.name)
                    assert cell.number_format == {"money": "#,##0.00", "price": "#,##0.0000"}.get(
                        column.kind, "General"
                    )
                elif isinstance(expected, datetime):
                    assert (cell.is_date, cell.value) == (True, expected), (name, column.name)
                else:
                    assert (cell.data_type, cell.value) == ("s" if expected else "n", expected), (name, column.name)


def test_more_rows_than_a_worksheet_holds_are_refused_before_a_file_begins(monkeypatch: Any) -> None:
    some_rows(3)
    listing = all_listings()["customers"]
    monkeypatch.setattr(export, "SHEET", 6)
    assert export.as_xlsx(listing, understand(listing, {}, {})).status_code == 200
    monkeypatch.setattr(export, "SHEET", 5)
    with pytest.raises(Refusal) as refused:
        export.as_xlsx(listing, understand(listing, {}, {}))
    assert (refused.value.code, refused.value.status) == ("too_many_rows", 422)
    assert export.as_csv(listing, understand(listing, {}, {})).status_code == 200
