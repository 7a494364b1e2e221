"""What each kind that the sample plants looks like in the rows, told apart from the code that plants it."""

import json
import re
from base64 import b64decode
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

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.days import at, midnight
from gigafibre.legacy.sample.paying import day_of
from gigafibre.legacy.source import Source, open_source

UNTIL = date(2026, 11, 20)
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

    @cached_property
    def lines(self) -> set[str]:
        return {row["phone"] for row in self["pbx"].values()}

    @cached_property
    def adapters(self) -> Counter[str]:
        return Counter(row["phone"] for row in self["phone_provisioning"].values())

    @cached_property
    def unbalanced(self) -> dict[date, Decimal]:
        sums: dict[date, Decimal] = defaultdict(Decimal)
        for row in self["compta_journal_ecriture"].values():
            sums[day_of(row["date"])] += row["debit"] - row["credit"]
        return sums


def read(folder: Path) -> Sample:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return Sample(open_source(str(folder)), manifest["planted"])


def garbled(row: Row) -> bool:
    return any(re.search("[ÃÂâ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]", str(value)) for value in row.values())


def luhn(text: str) -> bool:
    for found in re.findall(r"\d(?:[ -]?\d){14,15}", text):
        digits = [int(digit) for digit in found if digit.isdigit()][::-1]
        if sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0:
            return True
    return False


def off_by_a_cent(text: str) -> bool:
    lines = phpserialize.loads(text.encode(), decode_strings=True)
    return any(Decimal(line["tot"]) != Decimal(line["amt"]) * Decimal(line["qte"]) for line in lines.values())


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


def clock(text: str) -> int:
    """Minutes of the day of 13:05 and 13h05; -1 when it is neither."""
    found = re.fullmatch(r"(\d{1,2})[:h](\d{2})", text)
    return int(found[1]) * 60 + int(found[2]) if found else -1


def due_time_is_known(text: str) -> bool:
    return text in {"", "am", "pm", "day"} or 0 <= clock(text) < 1_440


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def pictures_of(html: str) -> list[str]:
    return [found.strip() for found in re.findall('data:image/[a-z+]+;base64,([^"]*)"', html)]


def is_base64(text: str) -> bool:
    try:
        b64decode(text, validate=True)
    except ValueError:
        return False
    return True


def bare(mac: str) -> str:
    return re.sub(r"[^0-9a-z]", "", mac.lower())


def port(row: Row) -> tuple[object, ...]:
    return tuple(row[column] for column in ("info_connect", "frame", "slot", "port", "ontid"))


def lacks(column: str, table: str) -> Callable[[Sample, Row], bool]:
    return lambda sample, row: row[column] not in sample[table]


def first_of(sample: Sample, row: Row) -> bool:
    return bool(
        row["id"] == min(n for n, each in sample["phone_provisioning"].items() if each["phone"] == row["phone"])
    )


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
    "memo_of_missing_account": lacks("account_id", "account"),
    "suspension_of_missing_account": lacks("account_id", "account"),
    "arrangement_of_missing_account": lacks("account_id", "account"),
    "token_of_missing_account": lacks("account_id", "account"),
    "history_of_missing_account": lacks("account_id", "account"),
    "offer_of_missing_account": lacks("account_id", "account"),
    "offer_total_wrong": lambda s, r: not unreadable(r["mensuel"]) and off_by_a_cent(r["mensuel"]),
    "offer_number_unreadable": lambda s, r: re.search('"qte";s:[0-9]+:"(un|au pied|N/D)"', r["mensuel"]),
    "email_unreadable": lambda s, r: re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-z]+", r["email"]) is None,
    "phone_unreadable": lambda s, r: re.search(r"\d", r["cell"]) is None,
    "card_number_elsewhere": lambda s, r: luhn(r["notes_client"]),
    "card_number_in_contact": lambda s, r: luhn(r["contact"].replace(".", "")),
    "card_number_in_offer": lambda s, r: luhn(r["mensuel"]) and not unreadable(r["mensuel"]),
    "html_entities": lambda s, r: "&eacute;" in r["memo"] and "é" not in r["memo"],
    "mojibake_latin1": lambda s, r: re.search("Ã[\x80-\x9f]", r["memo"]),
    "nul_in_memo": lambda s, r: "\0" in r["memo"],
    "impossible_date_elsewhere": lambda s, r: not midnight(date(2003, 1, 1)) <= r["date_orig"] <= at(UNTIL, 23, 59),
    "username_twice": lambda s, r: (
        sum(row["username"].lower() == r["username"].lower() for row in s["staff"].values()) > 1
    ),
    "account_kind_unknown": lambda s, r: r["category"] not in {"Actif", "Passif", "Avoir", "Revenus", "Dépenses"},
    "category_of_unknown_account": lambda s, r: (
        r["num_compte"] not in {x["num_compte"] for x in s["compta_comptes"].values()}
    ),
    "next_invoice_missing": lambda s, r: r["status"] == 1 and r["date_next_invoice"] == 0,
    "recurrence_unknown": lambda s, r: r["payment_recurrence"] not in {0, 1, 3, 6, 12},
    "line_of_missing_service": lambda s, r: r["service_id"] and r["service_id"] not in s["service"],
    "correction_of_missing_invoice": lambda s, r: r["correction"] and reversed_by(r) not in s["invoice"],
    "allocation_to_draft": lambda s, r: s["invoice"][r["invoice_id"]]["billing_status"] == 0,
    "payment_of_nothing": lambda s, r: r["amount"] == 0,
    "tax_under_other_row": lambda s, r: (
        day_of(s["invoice"][r["invoice_id"]]["date_orig"]) < date(2011, 1, 1)
        if r["tax_id"] == 2
        else day_of(s["invoice"][r["invoice_id"]]["date_orig"]).year == 2012
    ),
    "tax_nil": lambda s, r: r["tax_id"] == 4 and r["amount"] == 0,
    "bank_kept_without_debit": lambda s, r: not r["ppa"] and not bank_is_invalid(r),
    "stripe_without_autopay": lambda s, r: r["stripe_id"].startswith("cus_") and not r["stripe_ppa"],
    "device_serial_twice": lambda s, r: sum(x["sn"] == r["sn"] for x in s["device"].values()) > 1,
    "device_serial_not_real": lambda s, r: r["sn"].startswith("TPLG"),
    "device_unidentified": lambda s, r: not r["mac"] and (not r["sn"] or r["sn"].startswith("TPLG")),
    "device_parent_missing": lacks("parent", "device"),
    "fibre_service_over": lambda s, r: s["service"][r["service_id"]]["status"] == 0,
    "fibre_service_twice": lambda s, r: (
        sum(x["service_id"] == r["service_id"] and x["id"] > r["id"] for x in s["fibre"].values()) > 0
    ),
    "fibre_without_address": lambda s, r: not r["rue"] or not r["ville"],
    "fibre_port_impossible": lambda s, r: not is_address(r["info_connect"]) or r["ontid"] > 127,
    "phone_line_of_missing_account": lacks("account_id", "account"),
    "phone_line_of_missing_service": lacks("service_id", "service"),
    "address_without_line": lambda s, r: r["phone"] not in s.lines,
    "adapter_twice": lambda s, r: s.adapters[r["phone"]] == 2,
    "adapter_mac_invalid": lambda s, r: (
        re.fullmatch(r"[0-9a-f][02468ace][0-9a-f]{10}", bare(r["mac"])) is None or bare(r["mac"]) == "0" * 12
    ),
    "journal_of_unknown_account": lacks("compta_id", "compta_comptes"),
    "journal_day_unbalanced": lambda s, r: s.unbalanced[day_of(r["date"])] != 0,
    "work_order_hours_reversed": lambda s, r: clock(r["heure_depart_t1"]) < clock(r["heure_arrive_t1"]),
    "work_order_hours_missing": lambda s, r: r["heure_arrive_t1"] and not r["heure_depart_t1"],
    "work_order_hours_unreadable": lambda s, r: not 0 <= clock(r["heure_arrive_t1"]) < 1_440,
    "work_order_of_missing_technician": lambda s, r: r["tech1"] and r["tech1"] not in s["staff"],
    "work_order_of_nobody": lambda s, r: r["tech1"] == r["tech2"] == 0 and r["heure_arrive_t1"],
    "work_order_of_missing_account": lacks("account_id", "account"),
    "work_order_without_date": lambda s, r: r["date"] == 0,
    "work_order_with_amounts": lambda s, r: r["subtotal"] > 0 and r["total"] == r["subtotal"] + r["tps"] + r["tvq"],
    "ticket_circle": lambda s, r: s["ticket"][s["ticket"][r["parent"]]["parent"]]["id"] == r["id"],
    "ticket_of_missing_account": lambda s, r: r["account_id"] and r["account_id"] not in s["account"],
    "ticket_of_missing_delivery": lambda s, r: r["delivery_id"] and r["delivery_id"] not in s["delivery"],
    "ticket_of_missing_parent": lambda s, r: r["parent"] and r["parent"] not in s["ticket"],
    "ticket_of_unknown_department": lacks("dept_id", "ticket_dept"),
    "ticket_of_missing_staff": lacks("assign_to", "staff"),
    "ticket_closed_without_date": lambda s, r: r["status"] == "closed" and r["date_closed"] == 0,
    "ticket_mojibake": lambda s, r: garbled({"subject": r["subject"]}),
    "ticket_to_come": lambda s, r: r["status"] == "open" and r["dept_id"] in (3, 4) and r["due_date"] > at(UNTIL, 20),
    "due_time_unreadable": lambda s, r: not due_time_is_known(r["due_time"]),
    "wizard_unreadable": lambda s, r: not is_json(r["wizard"]),
    "message_of_missing_ticket": lacks("ticket_id", "ticket"),
    "message_picture_broken": lambda s, r: any(not is_base64(found) for found in pictures_of(r["msg"])),
    "message_picture_svg": lambda s, r: "data:image/svg+xml;base64," in r["msg"],
    "message_with_script": lambda s, r: re.search("<script|onerror=|javascript:|<iframe", r["msg"]),
    "message_with_nul": lambda s, r: "\0" in r["msg"],
    "message_with_card": lambda s, r: luhn(r["msg"]),
    "message_mojibake": lambda s, r: garbled({"msg": r["msg"]}) and r["date_orig"] < at(date(2014, 1, 1), 0),
    "special_price": lambda s, r: r["hijack"] == 1 and r["hijack_price"] > 0,
    "special_price_without_reason": lambda s, r: r["hijack"] == 1 and r["hijack_desc"] == "",
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
