"""What the manifest says is wrong is really wrong, and nothing else is."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import phpserialize
import pytest

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.days import at, midnight
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.planted import DEFECTS, LISTED, TRAITS
from gigafibre.legacy.sample.shape import Defects, demo, scaled
from gigafibre.legacy.source import Source, open_source

UNTIL = date(2026, 11, 20)
NOVEMBER = midnight(date(2026, 11, 1))
CUTOFF = midnight(date(2026, 10, 21))
Row = dict[str, Any]


@dataclass
class Sample:
    """A sample read back, table by table and only when asked."""

    source: Source
    planted: dict[str, dict[str, Any]]
    _tables: dict[str, dict[int, Row]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> dict[int, Row]:
        if table not in self._tables:
            names = [column.name for column in self.source.columns(table)]
            rows = (dict(zip(names, row, strict=True)) for part in self.source.rows(table, names) for row in part)
            self._tables[table] = {int(str(row["id"])): row for row in rows}
        return self._tables[table]

    def noted(self, kind: str, table: str) -> set[int]:
        return {number for name, number in self.planted.get(kind, {}).get("rows", []) if name == table}

    @cached_property
    def by_payment(self) -> dict[int, Decimal]:
        sums: dict[int, Decimal] = defaultdict(Decimal)
        for row in self["payment_item"].values():
            sums[row["payment_id"]] += row["amount"]
        return sums

    @cached_property
    def by_invoice(self) -> dict[int, Decimal]:
        sums: dict[int, Decimal] = defaultdict(Decimal)
        for row in self["payment_item"].values():
            sums[row["invoice_id"]] += row["amount"]
        return sums

    @cached_property
    def lines_and_taxes(self) -> dict[int, Decimal]:
        sums: dict[int, Decimal] = defaultdict(Decimal)
        for row in self["invoice_item"].values():
            cents = money.share(int(row["unitary_price"] * 100), int(row["quantity"] * 1_000) * 100)
            sums[row["invoice_id"]] += Decimal(cents) / 100
        for row in self["invoice_tax"].values():
            sums[row["invoice_id"]] += row["amount"]
        return sums

    @cached_property
    def customer_numbers(self) -> Counter[str]:
        return Counter(row["customer_id"] for row in self["account"].values())

    @cached_property
    def usage_days(self) -> Counter[tuple[int, int]]:
        return Counter((row["service_id"], row["date"]) for row in self["service_snapshot"].values())

    @cached_property
    def services_of_ip(self) -> dict[str, set[int]]:
        held: dict[str, set[int]] = defaultdict(set)
        for row in self["ip_history"].values():
            held[row["ip"]].add(row["service_id"])
        return held


def read(folder: Path) -> Sample:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return Sample(open_source(str(folder)), manifest["planted"])


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


def garbled(row: Row) -> bool:
    return any(re.search("[ÃÂâ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]", str(value)) for value in row.values())


def luhn(text: str) -> bool:
    for found in re.findall(r"\d(?:[ -]?\d){12,18}", text):
        digits = [int(digit) for digit in found if digit.isdigit()][::-1]
        if sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0:
            return True
    return False


def phone_is_free(text: str) -> bool:
    return re.fullmatch(r"\d{3} 555-\d{4}", text) is None and text != ""


def unreadable_rights(row: Row) -> bool:
    return unreadable(row["rights"])


def unreadable(text: str) -> bool:
    try:
        phpserialize.loads(text.encode())
    except ValueError:
        return True
    return False


def bank_is_invalid(row: Row) -> bool:
    valid = re.fullmatch(r"\d{3}", row["ppa_code"]) and re.fullmatch(r"\d{5}", row["ppa_branch"])
    return not (valid and re.fullmatch(r"\d{5,12}", row["ppa_account"]) and int(row["ppa_account"]))


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def bare(mac: str) -> str:
    return re.sub(r"[^0-9a-z]", "", mac.lower())


def port(row: Row) -> tuple[object, ...]:
    return tuple(row[column] for column in ("info_connect", "frame", "slot", "port", "ontid"))


def lacks(column: str, table: str) -> Callable[[Sample, Row], bool]:
    return lambda sample, row: row[column] not in sample[table]


TRUTH: dict[str, Callable[[Sample, Row], object]] = {
    "several_emails": lambda s, r: len(re.findall("@", r["email"])) == 2 and re.search("[;,]", r["email"]),
    "several_phones": lambda s, r: len(re.findall(r"\d{4}\b", r["tel_home"])) == 2,
    "free_form_phone": lambda s, r: phone_is_free(r["cell"]),
    "empty_name": lambda s, r: not r["first_name"] and not r["last_name"],
    "duplicate_customer_id": lambda s, r: s.customer_numbers[r["customer_id"]] > 1,
    "lower_case_zip": lambda s, r: r["zip"] != r["zip"].upper(),
    "not_geocoded": lambda s, r: r["latitude"] == 0 and r["longitude"] == 0,
    "mojibake": lambda s, r: garbled(r),
    "mojibake_twice": lambda s, r: "Ãƒ" in str(r),
    "control_characters": lambda s, r: "\x96" in r["memo"],
    "invalid_bank": lambda s, r: bank_is_invalid(r),
    "commercial_flag_disagrees": lambda s, r: (r["group_id"] == 8) != bool(r["commercial"]),
    "impossible_date": lambda s, r: not midnight(date(2003, 1, 1)) <= r["date_orig"] <= at(UNTIL, 23, 59),
    "delivery_without_account": lacks("account_id", "account"),
    "delivery_of_missing_account": lacks("account_id", "account"),
    "service_without_delivery": lacks("delivery_id", "delivery"),
    "service_without_product": lacks("product_id", "product"),
    "recurrence_zero": lambda s, r: r["payment_recurrence"] == 0,
    "active_past_end": lambda s, r: r["status"] == 1 and 0 < r["actif_until"] < midnight(UNTIL),
    "unknown_category": lacks("category", "product_cat"),
    "card_number_in_memo": lambda s, r: luhn(r["memo"]),
    "rights_with_wrong_lengths": lambda s, r: unreadable_rights(r) and r["rights"].endswith("}"),
    "rights_cut_off": lambda s, r: unreadable_rights(r) and not r["rights"].endswith("}"),
    "offer_with_wrong_lengths": lambda s, r: (
        unreadable(r["mensuel"]) and r["mensuel"].startswith("a:") and r["mensuel"].endswith("}")
    ),
    "offer_cut_off": lambda s, r: unreadable(r["mensuel"]) and not r["mensuel"].endswith("}"),
    "offer_with_object": lambda s, r: r["mensuel"].startswith("O:"),
    "lines_do_not_add_up": lambda s, r: s.lines_and_taxes[r["id"]] != r["total_amt"],
    "lines_of_missing_invoice": lacks("invoice_id", "invoice"),
    "taxes_of_missing_invoice": lacks("invoice_id", "invoice"),
    "invoice_of_missing_account": lacks("account_id", "account"),
    "payment_of_missing_account": lacks("account_id", "account"),
    "credit_note_without_link": lambda s, r: r["total_amt"] < 0 and "#" not in (r["notes"] or ""),
    "correction_linked": lambda s, r: r["correction"] and r["total_amt"] == -s["invoice"][reversed_by(r)]["total_amt"],
    "draft": lambda s, r: r["billing_status"] == 0 and r["billed_amt"] == 0,
    "billed_amount_disagrees": lambda s, r: s.by_invoice[r["id"]] != r["billed_amt"],
    "payment_over_allocated": lambda s, r: s.by_payment[r["id"]] > r["amount"],
    "allocation_to_other_customer": lambda s, r: (
        s["payment"][r["payment_id"]]["account_id"] != s["invoice"][r["invoice_id"]]["account_id"]
    ),
    "allocation_of_missing_payment": lacks("payment_id", "payment"),
    "allocation_to_missing_invoice": lacks("invoice_id", "invoice"),
    "applied_amount_disagrees": lambda s, r: s.by_payment[r["id"]] != r["applied_amt"],
    "device_mac_twice": lambda s, r: sum(bare(x["mac"]) == bare(r["mac"]) for x in s["device"].values()) > 1,
    "device_mac_invalid": lambda s, r: (
        re.fullmatch(r"[0-9a-f][02468ace][0-9a-f]{10}", bare(r["mac"])) is None or bare(r["mac"]) == "0" * 12
    ),
    "device_delivery_gone": lacks("delivery_id", "delivery"),
    "device_circle": lambda s, r: s["device"][s["device"][r["parent"]]["parent"]]["id"] == r["id"],
    "fibre_port_twice": lambda s, r: sum(port(x) == port(r) for x in s["fibre"].values()) > 1,
    "usage_of_missing_service": lacks("service_id", "service"),
    "usage_day_twice": lambda s, r: s.usage_days[r["service_id"], r["date"]] == 2,
    "usage_negative": lambda s, r: r["quota_day"] < 0,
    "usage_absurd": lambda s, r: r["quota_night"] >= 1 << 60,
    "ip_of_missing_service": lambda s, r: r["service_id"] and r["service_id"] not in s["service"],
    "ip_unreadable": lambda s, r: not is_address(r["ip"]),
    "ip_without_date": lambda s, r: r["date"] == 0 and is_address(r["ip"]),
    "ip_dates_out_of_order": lambda s, r: any(
        x["date"] > r["date"] and x["service_id"] == r["service_id"] and x["id"] < r["id"]
        for x in s["ip_history"].values()
    ),
    "ip_of_two_services": lambda s, r: len(s.services_of_ip[r["ip"]]) > 1,
    "ip_without_service": lambda s, r: r["service_id"] == 0 and r["account_id"] in s["account"],
    "special_price": lambda s, r: r["hijack"] == 1 and r["hijack_price"] > 0 and r["hijack_desc"],
    "service_suspended": lambda s, r: r["date_suspended"] > 0 and r["status"] == 1,
    "negative_price": lambda s, r: r["price"] < 0,
    "suspension_without_dates": lambda s, r: r["date_start"] == 0 and r["date_end"] == 0,
    "arrangement_pending": lambda s, r: r["status"] == -1,
    "arrangement_kept": lambda s, r: r["status"] == 1,
    "arrangement_open": lambda s, r: r["status"] == 0 and r["date_coupure"] >= CUTOFF,
    "arrangement_open_long_past": lambda s, r: r["status"] == 0 and 0 < r["date_coupure"] < CUTOFF,
    "arrangement_open_without_cutoff": lambda s, r: r["status"] == 0 and r["date_coupure"] == 0,
}


def reversed_by(row: Row) -> int:
    found = re.fullmatch(r"Renversement de la facture #(\d+)", row["notes"])
    assert found
    return int(found[1])


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
