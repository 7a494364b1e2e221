"""What an import may find: the rule that was applied in a pair of sentences per code, and what became of the row."""

from enum import StrEnum

from gigafibre.kernel.text import Text
from gigafibre.legacy.findings import again, customers, field, money


class Sort(StrEnum):
    """What a rule makes of the row it is found in."""

    FIXED = "fixed"
    """The row is here, but not as the source has it: a value was mended, moved, replaced or left out."""
    SKIPPED = "skipped"
    """The row is not here: the report lists it, with its amount where it has one."""
    NOTED = "noted"
    """The row is here as the source has it; a person should look at it."""


RULES: dict[str, Text] = {**customers.RULES, **money.RULES, **field.RULES, **again.RULES}

_SKIPPED = {
    "allocation_kept_here", "allocation_no_room", "allocation_return_unmatched", "allocation_strange",
    "allocation_unusable", "allocation_without_invoice", "allocation_without_payment", "arrangement_without_account",
    "deleted_here", "delivery_without_account", "device_twice", "forgotten_here", "history_without_account",
    "invoice_without_account", "ip_invalid", "ip_past_retention", "ip_replaced_at_once", "ip_without_account",
    "ip_without_date", "line_without_invoice", "memo_empty", "memo_without_account", "part_returned", "part_zero",
    "payment_without_account", "payment_zero", "service_recurrence", "service_without_location",
    "service_without_product", "suspended_here", "suspension_without_account", "tax_unknown", "tax_without_invoice",
    "tax_zero", "token_without_account", "traffic_taken_here", "usage_absurd", "usage_negative", "usage_past_retention",
    "usage_twice", "usage_without_day", "usage_without_service", "work_order_line_left", "work_order_without_account",
    "work_order_without_date",
}  # fmt: skip
_NOTED = {
    "account_gone", "address_unplaced", "allocation_gone", "applied_amount_disagrees", "arrangement_without_cutoff",
    "autopay_kept_here", "bank_details_invalid", "billed_amount_disagrees", "conflict", "correction_positive",
    "credit_note_unlinked", "customer_id_twice", "device_mac_invalid", "device_unidentified", "document_changed",
    "draft", "email_invalid", "fibre_without_address", "gone_from_source", "not_geocoded", "part_deleted_here",
    "phone_invalid", "quotation_without_account", "return_unmatched", "right_unknown", "row_unexplained", "sent_since",
    "service_otherwise_here", "switch_turned_off", "text_lost",
}  # fmt: skip


def sort_of(code: str) -> Sort:
    """Return what a rule makes of its row."""
    return Sort.SKIPPED if code in _SKIPPED else Sort.NOTED if code in _NOTED else Sort.FIXED
