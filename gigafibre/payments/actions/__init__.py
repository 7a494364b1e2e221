"""The face for writing: money received and taken back, what it pays, and how customers pay."""

from gigafibre.payments.actions.applying import allocate, unallocate
from gigafibre.payments.actions.methods import (
    add_payment_method,
    deactivate_payment_method,
    reveal_bank_details,
    set_autopay,
)
from gigafibre.payments.actions.recording import ChosenAllocation, record_payment, reverse_payment

__all__ = [
    "ChosenAllocation",
    "add_payment_method",
    "allocate",
    "deactivate_payment_method",
    "record_payment",
    "reveal_bank_details",
    "reverse_payment",
    "set_autopay",
    "unallocate",
]
