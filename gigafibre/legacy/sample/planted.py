"""The record of what is wrong on purpose, or unusual: kind by kind, which rows show it."""

from collections import defaultdict
from typing import Any

from gigafibre.legacy.sample.shape import Defects, Shape

LISTED = 500
"""Kinds with more rows than this tell only their number."""

# How many of each there are in the whole real database, and how many in a sample with few.
DEFECTS: dict[str, tuple[int, int]] = {
    "several_emails": (900, 6),
    "several_phones": (500, 4),
    "free_form_phone": (2_500, 12),
    "empty_name": (120, 1),
    "duplicate_customer_id": (180, 2),
    "lower_case_zip": (1_900, 8),
    "not_geocoded": (5_200, 14),
    "mojibake": (2_600, 8),
    "mojibake_twice": (40, 1),
    "control_characters": (120, 1),
    "invalid_bank": (45, 2),
    "commercial_flag_disagrees": (160, 3),
    "impossible_date": (60, 0),
    "delivery_without_account": (12, 0),
    "service_without_delivery": (90, 1),
    "service_without_product": (70, 1),
    "recurrence_zero": (150, 2),
    "active_past_end": (110, 2),
    "unknown_category": (9, 1),
    "card_number_in_memo": (40, 1),
    "rights_with_wrong_lengths": (12, 2),
    "rights_cut_off": (3, 0),
    "offer_with_wrong_lengths": (40, 1),
    "offer_cut_off": (9, 1),
    "offer_with_object": (3, 0),
    "lines_do_not_add_up": (400, 3),
    "lines_of_missing_invoice": (120, 1),
    "credit_note_without_link": (900, 4),
    "billed_amount_disagrees": (200, 2),
    "payment_over_allocated": (150, 2),
    "allocation_to_other_customer": (90, 1),
    "allocation_of_missing_payment": (130, 1),
    "allocation_to_missing_invoice": (110, 1),
    "applied_amount_disagrees": (120, 1),
    "device_mac_twice": (310, 2),
    "device_mac_invalid": (320, 2),
    "device_delivery_gone": (310, 1),
    "device_circle": (300, 1),
    "fibre_port_twice": (300, 1),
    "memo_of_missing_account": (90, 1),
    "suspension_of_missing_account": (6, 0),
    "arrangement_of_missing_account": (25, 0),
    "token_of_missing_account": (8, 0),
    "history_of_missing_account": (110, 1),
    "offer_of_missing_account": (6, 0),
    "offer_total_wrong": (12, 1),
    "offer_number_unreadable": (6, 0),
    "email_unreadable": (60, 1),
    "phone_unreadable": (70, 1),
    "card_number_elsewhere": (25, 1),
    "card_number_in_contact": (15, 0),
    "card_number_in_offer": (8, 0),
    "html_entities": (300, 0),
    "mojibake_latin1": (90, 0),
    "nul_in_memo": (30, 1),
    "impossible_date_elsewhere": (40, 0),
    "username_twice": (4, 0),
    "account_kind_unknown": (3, 0),
    "category_of_unknown_account": (2, 0),
    "next_invoice_missing": (35, 0),
    "recurrence_unknown": (25, 0),
    "line_of_missing_service": (210, 0),
    "correction_of_missing_invoice": (70, 0),
    "allocation_to_draft": (30, 0),
    "payment_of_nothing": (45, 0),
    "device_serial_twice": (40, 1),
    "device_unidentified": (60, 1),
    "device_parent_missing": (90, 1),
    "fibre_service_over": (180, 1),
    "fibre_service_twice": (30, 1),
    "fibre_without_address": (25, 0),
    "fibre_port_impossible": (45, 1),
    "usage_of_missing_service": (60, 1),
    "usage_day_twice": (90, 1),
    "usage_negative": (25, 1),
    "usage_absurd": (15, 1),
    "ip_of_missing_service": (140, 1),
    "ip_unreadable": (45, 1),
    "ip_without_date": (20, 0),
    "ip_dates_out_of_order": (80, 1),
    "ip_of_two_services": (60, 1),
    "phone_line_of_missing_account": (11, 0),
    "phone_line_of_missing_service": (18, 1),
    "adapter_twice": (7, 1),
    "adapter_mac_invalid": (9, 1),
    "journal_of_unknown_account": (40, 1),
    "journal_day_unbalanced": (25, 1),
    "work_order_hours_reversed": (430, 3),
    "work_order_hours_missing": (580, 4),
    "work_order_hours_unreadable": (90, 2),
    "work_order_of_missing_technician": (160, 0),
    "work_order_of_nobody": (70, 0),
    "work_order_of_missing_account": (60, 0),
    "work_order_without_date": (12, 0),
    "ticket_circle": (30, 1),
    "ticket_of_missing_account": (180, 0),
    "ticket_of_missing_delivery": (250, 1),
    "ticket_of_missing_parent": (60, 1),
    "ticket_of_unknown_department": (120, 1),
    "ticket_of_missing_staff": (300, 0),
    "ticket_closed_without_date": (400, 2),
    "ticket_mojibake": (800, 2),
    "due_time_unreadable": (60, 1),
    "wizard_unreadable": (90, 1),
    "message_of_missing_ticket": (240, 1),
    "message_picture_broken": (80, 1),
    "message_picture_svg": (60, 1),
    "message_with_script": (45, 1),
    "message_with_nul": (70, 1),
    "message_with_card": (150, 1),
    "message_mojibake": (2_200, 2),
}
"""`invoice_of_missing_account` and what hangs on it follow from the shape's deleted accounts."""

# Not wrong, but each needs a rule of the import.
TRAITS: dict[str, tuple[int, int]] = {
    "draft": (60, 3),
    "correction_linked": (2_500, 6),
    "special_price_without_reason": (140, 1),
    "bank_kept_without_debit": (700, 3),
    "stripe_without_autopay": (160, 2),
    "ip_without_service": (1_900, 6),
    "address_without_line": (224, 3),
    "ticket_to_come": (55, 5),
}


class Planted:
    """Which rows of which tables show which kind."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._rows: dict[str, list[tuple[str, int]]] = defaultdict(list)

    def wanted(self, kind: str) -> int:
        """How many of a kind this sample gets: at least three of each where defects are real."""
        real, few = DEFECTS.get(kind) or TRAITS[kind]
        match self._shape.defects:
            case Defects.NONE:
                return 0
            case Defects.FEW:
                return few
            case Defects.REAL:
                return max(3, round(real * self._shape.scale))

    def note(self, kind: str, table: str, number: int) -> None:
        """Write down that a row shows a kind."""
        self._rows[kind].append((table, number))

    def rows(self, kind: str) -> list[tuple[str, int]]:
        """The rows noted for a kind."""
        return self._rows[kind]

    def spoilt(self, table: str) -> set[int]:
        """The rows of a table that show any kind of the plan so far."""
        kinds = DEFECTS.keys() | TRAITS.keys()
        return {n for kind, rows in self._rows.items() if kind in kinds for name, n in rows if name == table}

    def only(self, kind: str, table: str, number: int) -> None:
        """Let a row show nothing but this kind: what else was written down of it is no longer so."""
        for rows in self._rows.values():
            if (table, number) in rows:
                rows.remove((table, number))
        self.note(kind, table, number)

    def as_json(self) -> dict[str, dict[str, Any]]:
        """Kind by kind: how many, and where, unless they are too many to list."""
        told: dict[str, dict[str, Any]] = {}
        for kind, rows in sorted(self._rows.items()):
            if rows:
                told[kind] = {"count": len(rows)}
                if len(rows) <= LISTED:
                    told[kind]["rows"] = sorted(rows)
        return told


def mojibake(text: str) -> str:
    """Read UTF-8 bytes as cp1252, as the old system's connections did: é becomes Ã©."""
    return "".join(_CP1252[byte] for byte in text.encode())


_CP1252 = [bytes([byte]).decode("cp1252", "replace") for byte in range(256)]
_CP1252 = [chr(byte) if text == "\ufffd" else text for byte, text in enumerate(_CP1252)]
