"""The face for writing: postings and receivables for the apps above, months and manual entries for people."""

from gigafibre.ledger.actions.chart import add_account, close_account, edit_account, reopen_account
from gigafibre.ledger.actions.deferral import recognise_month
from gigafibre.ledger.actions.journal import post_manual_entry
from gigafibre.ledger.actions.months import close_month, reopen_month
from gigafibre.ledger.actions.posting import Line, post_entry, refuse_closed_month, reverse_entry
from gigafibre.ledger.actions.receivables import (
    add_open_item,
    allocate,
    allocate_oldest_first,
    lock_account,
    unallocate,
    unallocate_all,
)

__all__ = [
    "Line",
    "add_account",
    "add_open_item",
    "allocate",
    "allocate_oldest_first",
    "close_account",
    "close_month",
    "edit_account",
    "lock_account",
    "post_entry",
    "post_manual_entry",
    "recognise_month",
    "refuse_closed_month",
    "reopen_account",
    "reopen_month",
    "reverse_entry",
    "unallocate",
    "unallocate_all",
]
