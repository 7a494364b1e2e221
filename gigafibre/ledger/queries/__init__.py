"""The face for reading: what is open, what accounts say on a day, and whether everything adds up."""

from gigafibre.ledger.queries.items import (
    Applied,
    Item,
    account_label,
    account_of,
    accounts_by_role,
    allocations_of,
    balance,
    item,
    items_of,
)
from gigafibre.ledger.queries.statements import (
    AccountRow,
    Aging,
    AgingTotals,
    EntryRow,
    LineRow,
    TrialBalance,
    TrialBalanceRow,
    accounts,
    aging,
    entries_of,
    trial_balance,
)

__all__ = [
    "AccountRow",
    "Aging",
    "AgingTotals",
    "Applied",
    "EntryRow",
    "Item",
    "LineRow",
    "TrialBalance",
    "TrialBalanceRow",
    "account_label",
    "account_of",
    "accounts",
    "accounts_by_role",
    "aging",
    "allocations_of",
    "balance",
    "entries_of",
    "item",
    "items_of",
    "trial_balance",
]
