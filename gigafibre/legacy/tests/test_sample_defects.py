"""What the manifest says is wrong is really wrong, and nothing else is."""

from base64 import b64decode
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from gigafibre.legacy.sample.days import midnight
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.paying import day_of
from gigafibre.legacy.sample.planted import DEFECTS, LISTED, TRAITS
from gigafibre.legacy.sample.shape import Defects, demo, scaled
from gigafibre.legacy.tests.truth import (
    TRUTH,
    UNTIL,
    Sample,
    first_of,
    is_address,
    is_base64,
    is_json,
    pictures_of,
    read,
)

NOVEMBER = midnight(date(2026, 11, 1))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("real")
    make(scaled(0.01, 5, Defects.REAL, UNTIL), folder)
    return read(folder)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("few")
    make(demo(400, 2, 7, Defects.FEW, UNTIL), folder)
    return read(folder)


@pytest.mark.parametrize("kind", sorted(TRUTH))
def test_each_planted_row_shows_what_the_manifest_says(real: Sample, few: Sample, kind: str) -> None:
    seen = 0
    for sample in (real, few):
        for table, number in sample.planted.get(kind, {}).get("rows", []):
            assert TRUTH[kind](sample, sample[table][number]), (table, number, sample[table][number])
            seen += 1
    assert seen >= (3 if kind in DEFECTS else 1)


def test_every_kind_of_the_plan_is_planted_and_proved(real: Sample) -> None:
    assert set(DEFECTS) | set(TRAITS) <= set(real.planted) <= set(TRUTH)
    for kind, (in_all, _) in (DEFECTS | TRAITS).items():
        assert real.planted[kind]["count"] >= max(1, round(in_all * 0.01 * 0.4)), kind


def test_long_lists_are_told_by_their_number(real: Sample) -> None:
    for told in real.planted.values():
        assert ("rows" in told) == (told["count"] <= LISTED)
        assert "rows" not in told or len(told["rows"]) == told["count"]


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("invoice_item", ["lines_of_missing_invoice"]),
        ("invoice_tax", ["taxes_of_missing_invoice"]),
        ("payment_item", ["allocation_to_missing_invoice"]),
    ],
)
def test_no_other_row_hangs_in_the_air(real: Sample, few: Sample, table: str, kinds: list[str]) -> None:
    for sample in (real, few):
        told = {number for kind in kinds for number in sample.noted(kind, table)}
        assert {n for n, row in sample[table].items() if row["invoice_id"] not in sample["invoice"]} == told


def test_no_other_payment_is_wrong(real: Sample, few: Sample) -> None:
    for sample in (real, few):
        over = sample.noted("payment_over_allocated", "payment")
        assert {n for n, row in sample["payment"].items() if abs(sample.by_payment[n]) > abs(row["amount"])} == over
        off = {n for n, row in sample["payment"].items() if sample.by_payment[n] != row["applied_amt"]}
        assert off == sample.noted("applied_amount_disagrees", "payment")


def test_no_other_invoice_is_off(real: Sample, few: Sample) -> None:
    for sample in (real, few):
        off = {n for n, row in sample["invoice"].items() if sample.lines_and_taxes[n] != row["total_amt"]}
        assert off == sample.noted("lines_do_not_add_up", "invoice")


def test_only_what_the_manifest_says_is_orphaned(real: Sample, few: Sample) -> None:
    for sample in (real, few):
        for table, kinds in {
            "delivery": ["delivery_without_account", "delivery_of_missing_account"],
            "invoice": ["invoice_of_missing_account"],
            "payment": ["payment_of_missing_account"],
        }.items():
            told = {number for kind in kinds for number in sample.noted(kind, table)}
            orphans = {n for n, row in sample[table].items() if row["account_id"] not in sample["account"]}
            assert orphans == told or sample.planted[kinds[-1]]["count"] > LISTED, table


def test_no_other_day_or_address_is_wrong(real: Sample, few: Sample) -> None:
    for sample in (real, few):
        usage, addresses = sample["service_snapshot"], sample["ip_history"]
        lost = {n for n, row in usage.items() if row["service_id"] not in sample["service"]}
        assert lost == sample.noted("usage_of_missing_service", "service_snapshot")
        assert sum(count > 1 for count in sample.usage_days.values()) == len(
            sample.noted("usage_day_twice", "service_snapshot")
        )
        lost = {n for n, row in addresses.items() if row["service_id"] and row["service_id"] not in sample["service"]}
        assert lost == sample.noted("ip_of_missing_service", "ip_history")
        unreadable_ones = {n for n, row in addresses.items() if not is_address(row["ip"])}
        assert unreadable_ones == sample.noted("ip_unreadable", "ip_history")
        nowhere = {n for n, row in addresses.items() if row["service_id"] == 0}
        assert nowhere == sample.noted("ip_without_service", "ip_history")


def test_no_other_line_order_ticket_or_entry_is_wrong(real: Sample, few: Sample) -> None:
    for sample in (real, few):
        for kind, table, wrong in (
            ("adapter_twice", "phone_provisioning", lambda s, r: s.adapters[r["phone"]] > 1 and not first_of(s, r)),
            ("address_without_line", "phone_addr", TRUTH["address_without_line"]),
            ("work_order_hours_missing", "bon_travail", TRUTH["work_order_hours_missing"]),
            ("work_order_of_missing_technician", "bon_travail", TRUTH["work_order_of_missing_technician"]),
            ("ticket_of_missing_account", "ticket", TRUTH["ticket_of_missing_account"]),
            ("ticket_of_missing_delivery", "ticket", TRUTH["ticket_of_missing_delivery"]),
            ("ticket_of_missing_parent", "ticket", TRUTH["ticket_of_missing_parent"]),
            ("ticket_of_unknown_department", "ticket", TRUTH["ticket_of_unknown_department"]),
            ("ticket_closed_without_date", "ticket", TRUTH["ticket_closed_without_date"]),
            ("ticket_to_come", "ticket", TRUTH["ticket_to_come"]),
            ("due_time_unreadable", "ticket", TRUTH["due_time_unreadable"]),
            ("wizard_unreadable", "ticket", lambda s, r: r["wizard"] is not None and not is_json(r["wizard"])),
            ("message_of_missing_ticket", "ticket_msg", TRUTH["message_of_missing_ticket"]),
            ("message_picture_broken", "ticket_msg", TRUTH["message_picture_broken"]),
            ("message_with_script", "ticket_msg", TRUTH["message_with_script"]),
            ("message_with_nul", "ticket_msg", TRUTH["message_with_nul"]),
            ("message_with_card", "ticket_msg", TRUTH["message_with_card"]),
            ("journal_of_unknown_account", "compta_journal_ecriture", TRUTH["journal_of_unknown_account"]),
        ):
            found = {number for number, row in sample[table].items() if wrong(sample, row)}
            assert found == sample.noted(kind, table), kind
        days = {day_of(sample["compta_journal_ecriture"][n]["date"]) for n in
                sample.noted("journal_day_unbalanced", "compta_journal_ecriture")}  # fmt: skip
        assert {day for day, rest in sample.unbalanced.items() if rest} == days


def test_the_journal_is_what_the_documents_say(real: Sample) -> None:
    owed: dict[date, Decimal] = defaultdict(Decimal)
    for row in real["invoice"].values():
        owed[day_of(row["date_orig"])] += row["total_amt"] if row["billing_status"] else 0
    for row in real["payment"].values():
        owed[day_of(row["date_orig"])] -= row["amount"]
    [receivable] = [n for n, row in real["compta_comptes"].items() if row["num_compte"] == 1060]
    posted: dict[date, Decimal] = defaultdict(Decimal)
    for row in real["compta_journal_ecriture"].values():
        if row["compta_id"] == receivable:
            posted[day_of(row["date"])] += row["debit"] - row["credit"]
    assert {day: cents for day, cents in posted.items() if cents} == {
        day: cents for day, cents in owed.items() if cents
    }


def test_the_same_picture_comes_again(real: Sample) -> None:
    found = Counter(each for row in real["ticket_msg"].values() for each in pictures_of(row["msg"]) if is_base64(each))
    assert found.most_common(1)[0][1] > 50
    kinds = {b64decode(each)[:4] for each in found}
    assert {b"\x89PNG", b"\xff\xd8\xff\xe0"} <= kinds


def test_none_means_none(tmp_path: Path) -> None:
    make(scaled(0.004, 5, Defects.NONE, UNTIL), tmp_path)
    planted = set(read(tmp_path).planted)
    assert planted.isdisjoint(DEFECTS)
    assert planted.isdisjoint(TRAITS)


def test_the_story_is_told(few: Sample) -> None:
    sylvie, rejean = few["account"][4217], few["account"][3318]
    assert (sylvie["first_name"], sylvie["last_name"], sylvie["zip"]) == ("Sylvie", "Tremblay", "J0L 1W0")
    places = [row["address1"] for row in few["delivery"].values() if row["account_id"] == 4217]
    assert places == ["1482, chemin de la Rivière", "317, rang Saint-Joseph"]
    [november] = [row for row in few["invoice"].values() if row["account_id"] == 4217 and row["date_orig"] >= NOVEMBER]
    assert (november["total_amt"], november["billed_amt"]) == (Decimal("149.92"), Decimal("0.00"))
    owed = [r["total_amt"] - r["billed_amt"] for r in few["invoice"].values() if r["account_id"] == rejean["id"]]
    assert sum(owed) == Decimal("535.98")
    returned = [row for row in few["payment"].values() if row["account_id"] == 4217 and row["type"] == "reversement"]
    assert [row["amount"] for row in returned] == [Decimal("-149.92")]


def test_demo_ids_are_spread_and_almost_everybody_is_a_customer(few: Sample) -> None:
    ids = sorted(few["account"])
    assert len(ids) == 400
    assert ids[0] < 400
    assert 14_000 < ids[-1] < 15_000
    statuses = Counter(row["status"] for row in few["account"].values())
    assert statuses[1] + statuses[2] >= 370
    assert set(statuses) <= {1, 2, 4, 5}
